"""STL: the parts add up, settings are R's, and what cannot be taken apart is not known."""

from __future__ import annotations

import math

import numpy as np
import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.measures.time.seasonal_trend import SeasonalTrend, seasonal_trend, smoothing


def taken_apart(values: np.ndarray, **asked: object) -> SeasonalTrend:
    found = seasonal_trend(values=values, **asked)  # type: ignore[arg-type]
    assert isinstance(found, SeasonalTrend)
    return found


def test_the_settings_are_those_of_r() -> None:
    # stl(x, "periodic"), 120 months: s.window 1201, t.window nextodd(ceiling(18.02)) = 19,
    # l.window 13, jumps 121, 2 and 2, inner 2, outer 0
    found = smoothing(points=120)
    assert (found.trend_window, found.low_pass_window) == (19, 13)
    assert (found.season_jump, found.trend_jump, found.low_pass_jump) == (121, 2, 2)
    assert (found.inner, found.outer) == (2, 0)
    # stl(x, s.window = 7, robust = TRUE): nextodd(ceiling(18 / (1 - 1.5/7))) = 23, jump 3
    robust = smoothing(points=120, season_window=7, robust=True)
    assert (robust.trend_window, robust.trend_jump, robust.season_jump) == (23, 3, 1)
    assert (robust.inner, robust.outer) == (1, 15)


def test_a_line_and_a_wave_come_apart() -> None:
    months = np.arange(60)
    wave = 20 * np.cos(2 * np.pi * months / 12)
    found = taken_apart(200 + months + wave)
    assert found.season == pytest.approx(wave.tolist(), abs=1)
    assert found.trend == pytest.approx((200 + months).tolist(), abs=1)
    assert found.strength > 0.98
    assert found.strength_percent == pytest.approx(100 * found.strength)


@pytest.mark.parametrize("asked", [{}, {"season_window": 7}, {"season_window": 13, "robust": True}])
def test_the_parts_add_up(asked: dict[str, object]) -> None:
    values = np.random.default_rng(1).poisson(80, 48).astype(float)
    found = taken_apart(values, **asked)
    sums = np.array(found.trend) + np.array(found.season) + np.array(found.rest)
    assert sums == pytest.approx(values)
    assert 0 <= found.strength < 0.8


def test_a_season_that_stays_the_same_is_the_same_each_year() -> None:
    values = np.random.default_rng(2).poisson(80, 40).astype(float)
    season = taken_apart(values).season
    assert season[:28] == pytest.approx(season[12:])


def test_a_robust_fit_is_not_pulled_by_one_odd_month() -> None:
    wave = 100 + 20 * np.cos(2 * np.pi * np.arange(60) / 12)
    odd = wave.copy()
    odd[31] += 200
    plain, robust = (
        taken_apart(odd, season_window=7),
        taken_apart(odd, season_window=7, robust=True),
    )
    assert abs(robust.season[31] - (wave[31] - 100)) < abs(plain.season[31] - (wave[31] - 100)) / 4


def test_what_never_moves_has_no_season() -> None:
    assert taken_apart(np.full(24, 5.0)).strength == 0


def test_gaps_and_short_series_are_not_known() -> None:
    assert isinstance(seasonal_trend(values=[5] * 23), NotKnown)
    assert isinstance(seasonal_trend(values=[5] * 30 + [math.nan]), NotKnown)
    with pytest.raises(ValueError, match="expected 0, or an odd number"):
        seasonal_trend(values=[5] * 30, season_window=8)
