"""The month index: by hand, against a closed form, and by simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import friedmanchisquare

from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.measures.time.month_index import MonthIndex, month_index
from wardwise.measures.time.month_index_of import month_index_of
from wardwise.measures.time.rank_test import friedman_p_value


def months_from(first: Month, count: int) -> list[Month]:
    return [first.plus(n) for n in range(count)]


def days_of(months: list[Month]) -> np.ndarray:
    return np.array([month.days for month in months], dtype=float)


def test_a_constant_daily_rate_has_no_season() -> None:
    months = months_from(Month(2021, 5), 36)
    found = month_index(months=months, values=7 * days_of(months))
    assert isinstance(found, MonthIndex)
    assert found.index == pytest.approx([100] * 12)
    assert not found.is_seasonal
    assert found.high == found.low == ()
    assert (found.phi, found.years) == (1, 3)


def test_the_index_worked_by_hand() -> None:
    # 20 a day but 30 in July and August: mean day (303.25 × 20 + 62 × 30) / 365.25 = 21.697
    # July 30 / 21.697 = 138.27; January 20 / 21.697 = 92.18
    months = months_from(Month(2021, 1), 36)
    rate = np.array([30.0 if month.number in (7, 8) else 20.0 for month in months])
    found = month_index(months=months, values=rate * days_of(months))
    assert isinstance(found, MonthIndex)
    assert (found.index[6], found.index[0]) == pytest.approx((138.27, 92.18), abs=0.01)
    assert found.high == (7, 8)
    assert found.low == (1, 2, 3, 4, 5, 6, 9, 10, 11, 12)


def test_one_month_of_the_index_is_that_month() -> None:
    months = months_from(Month(2021, 1), 24)
    values = np.random.default_rng(9).poisson(70, 24)
    whole = month_index(months=months, values=values)
    july = month_index_of(months=months, values=values, number=7)
    assert isinstance(whole, MonthIndex)
    assert (july.value, july.lower, july.upper) == (whole.index[6], whole.lower[6], whole.upper[6])
    with pytest.raises(ValueError, match="not known"):
        month_index_of(months=months[:12], values=values[:12], number=7)
    with pytest.raises(ValueError, match="not a month of the year"):
        month_index_of(months=months, values=values, number=13)


def test_a_steady_rise_is_not_a_season() -> None:
    # one fifth more each year, month upon month, and nothing else
    months = months_from(Month(2021, 4), 36)
    rate = 50 * np.exp(np.log(1.2) * np.arange(36) / 12)
    found = month_index(months=months, values=rate * days_of(months))
    assert isinstance(found, MonthIndex)
    assert found.index == pytest.approx([100] * 12, abs=1e-6)


def test_the_weighted_mean_of_the_index_is_a_hundred() -> None:
    rng = np.random.default_rng(1)
    months = months_from(Month(2022, 11), 24)
    found = month_index(months=months, values=rng.poisson(90, 24))
    assert isinstance(found, MonthIndex)
    days = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert np.average(found.index, weights=days) == pytest.approx(100)
    ordered = zip(found.lower, found.index, found.upper, strict=True)
    assert all(low < middle < high for low, middle, high in ordered)


def test_only_full_years_since_the_last_gap_are_used() -> None:
    months = months_from(Month(2020, 1), 41)
    values = np.full(41, 60.0)
    values[10] = math.nan
    found = month_index(months=months, values=values)
    assert isinstance(found, MonthIndex)
    assert found.years == 2
    values[30] = math.nan
    assert month_index(months=months, values=values) == NotKnown(
        "a month index needs two full years of counts; found 0"
    )


def test_too_few_offences_give_no_index() -> None:
    months = months_from(Month(2021, 1), 24)
    for values in (np.full(24, 4.0), np.where(np.arange(24) % 12 == 3, 0, 50.0)):
        found = month_index(months=months, values=values)
        assert isinstance(found, NotKnown)
        assert "too few offences" in found.reason


def test_the_rank_test_agrees_with_scipy_ties_and_all() -> None:
    blocks = np.random.default_rng(2).integers(0, 6, (4, 12)).astype(float)
    expected = friedmanchisquare(*blocks.T).pvalue
    assert friedman_p_value(blocks=blocks) == pytest.approx(expected)
    assert friedman_p_value(blocks=np.ones((3, 12))) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("memory", "season", "least", "most"),
    [(0.0, 0.0, 0.02, 0.09), (0.5, 0.0, 0.02, 0.10), (0.0, 0.2, 0.85, 1.0)],
)
def test_how_often_a_season_is_called(
    memory: float, season: float, least: float, most: float
) -> None:
    rng = np.random.default_rng(3)
    months = months_from(Month(2021, 5), 36)
    wave = 1 + season * np.cos(2 * np.pi * (np.arange(36) - 3) / 12)
    called = 0
    for _ in range(400):
        wobble = np.zeros(36)
        for n in range(1, 36):
            wobble[n] = memory * wobble[n - 1] + rng.normal() * np.sqrt(1 - memory**2)
        found = month_index(months=months, values=rng.poisson(150 * wave * np.exp(0.1 * wobble)))
        assert isinstance(found, MonthIndex)
        called += found.is_seasonal
    assert least <= called / 400 <= most
