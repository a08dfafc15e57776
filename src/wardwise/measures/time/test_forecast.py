"""The forecast: worked by hand, and its range by simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.measures.time.forecast import Direction, Forecast, _direction, forecast


def months(count: int) -> list[str]:
    return [str(Month(2021, 1).plus(n)) for n in range(count)]


def made(values: object, **options: float) -> Forecast:
    array = np.asarray(values, dtype=float)
    found = forecast(months=months(len(array)), values=array, **options)  # type: ignore[arg-type]
    assert isinstance(found, Forecast)
    return found


def test_a_level_series_is_expected_to_stay_level() -> None:
    found = made([100] * 24)
    assert found.value == pytest.approx(1200)
    assert found.monthly == pytest.approx([100] * 12)
    assert found.direction == Direction.NOT_CLEAR
    assert found.chance_higher == pytest.approx(0.5)


def test_the_forecast_worked_by_hand() -> None:
    # 1,000 then 1,210: growth 1.21, its fourth root 1.048809; 1,210 × 1.048809 = 1,269.06
    # own error ln 1.21 = 0.19062, one year; usual 0.22² + 1/1210 + 1/1269.06 = 0.050014
    # √((0.036336 + 2 × 0.050014) / 3) = 0.21320; × 1.95996 = 0.41787
    found = made([1000 / 12] * 12 + [1210 / 12] * 12)
    assert found.value == pytest.approx(1269.06, abs=0.01)
    assert found.lower == pytest.approx(1269.06 * math.exp(-0.41787), rel=1e-4)
    assert found.upper == pytest.approx(1269.06 * math.exp(0.41787), rel=1e-4)
    assert (found.backtest.comparisons, found.backtest.years) == (1, 1)
    assert found.backtest.error_percent == pytest.approx(19.062, abs=1e-3)


def test_february_follows_the_days_of_its_year() -> None:
    # 2021, 2022 and 2023 have 28 days, 2024 has 29
    found = made([10 * 28 if n % 12 == 1 else 300 for n in range(36)])
    assert found.monthly[1] == pytest.approx(290)


def test_the_season_is_carried_into_the_months() -> None:
    year = np.arange(50, 170, 10.0)
    assert made([*year, *year]).monthly == pytest.approx(year)


def test_a_shorter_horizon_is_set_against_the_same_months() -> None:
    year = np.arange(50, 170, 10.0)
    found = made([*year, *year], horizon=3)
    assert found.value == pytest.approx(50 + 60 + 70)
    assert len(found.monthly) == 3


def test_the_chance_of_a_higher_total_goes_with_the_growth() -> None:
    growing = made([1000 * 1.2 ** (n // 12) for n in range(24)])
    falling = made([1000 * 0.8 ** (n // 12) for n in range(24)])
    assert growing.chance_higher > 0.5 > falling.chance_higher
    assert growing.direction == Direction.NOT_CLEAR  # one year of growth is no certainty


@pytest.mark.parametrize(
    ("base", "direction"), [(90, Direction.RISE), (110, Direction.FALL), (100, Direction.NOT_CLEAR)]
)
def test_the_words_follow_the_limits(base: float, direction: Direction) -> None:
    assert _direction(lower=95, upper=105, base=base) == direction


def test_too_short_a_past_is_not_known() -> None:
    values = [100.0] * 30
    values[10] = math.nan
    found = forecast(months=months(30), values=values)
    assert found == NotKnown("a forecast needs 24 months without a gap; found 19")
    nothing = forecast(months=months(24), values=[0] * 12 + [5] * 12)
    assert isinstance(nothing, NotKnown)


@pytest.mark.parametrize("horizon", [0, 13])
def test_a_horizon_beyond_a_year_is_refused(horizon: int) -> None:
    with pytest.raises(ValueError, match="horizon"):
        forecast(months=months(24), values=[5] * 24, horizon=horizon)


@pytest.mark.slow
def test_the_range_holds_the_outcome_about_as_often_as_it_says() -> None:
    # a level that wanders by 18% a year, as groups of offences do in the forces
    rng = np.random.default_rng(4)
    held = 0
    for _ in range(500):
        level = 200 * np.exp(np.cumsum(rng.normal(0, 0.18 / np.sqrt(12), 48)))
        series = rng.poisson(level)
        found = made(series[:36])
        held += found.lower <= series[36:].sum() <= found.upper
    assert 0.92 <= held / 500 <= 0.995
