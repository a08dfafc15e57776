"""A season taken out by hand, and by a second, slow working of the whole chain."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import minimize

from wardwise.domain.period import Period
from wardwise.measures.time.average_month import average_month
from wardwise.measures.time.control_chart import control_chart
from wardwise.measures.time.month_index import MonthIndex, month_index
from wardwise.measures.time.without_season import without_season


MONTHS = Period.parse("2022-01", "2024-12").months
SUMMER = [90, 80, 90, 100, 110, 130, 150, 140, 110, 80, 70, 50]
Floats = NDArray[np.float64]


def seasonal(seed: int, *, growth: float = 1.0) -> Floats:
    """Three years about 60 a month with that summer, and chance on top."""
    random = np.random.default_rng(seed)
    expected = [
        60 * growth ** (n / 12) * SUMMER[month.number - 1] / 100 for n, month in enumerate(MONTHS)
    ]
    return random.poisson(expected).astype(float)


def test_each_month_is_divided_by_its_usual_size() -> None:
    # 30 in a July that usually has 1.5 times the average is as 20; 40 in a June of 0.8 as 50
    index = [100.0] * 5 + [80.0, 150.0, 100.0, 100.0, 100.0, 100.0, 70.0]
    found = without_season(months=["2024-06", "2024-07"], values=[40, 30], index=index)
    assert found.tolist() == [50.0, 20.0]


def test_what_is_not_known_stays_so() -> None:
    found = without_season(months=["2024-01", "2024-02"], values=[5, np.nan], index=[50.0] * 12)
    assert found[0] == 10.0
    assert np.isnan(found[1])


@pytest.mark.parametrize("index", [[100.0] * 11, [100.0] * 11 + [0.0]])
def test_an_index_is_of_twelve_months_above_nought(index: list[float]) -> None:
    with pytest.raises(ValueError, match="twelve numbers above nought"):
        without_season(months=["2024-01"], values=[5], index=index)


def test_a_summer_no_longer_signals_itself() -> None:
    values = average_month(months=MONTHS, values=seasonal(1))
    index = month_index(months=MONTHS, values=seasonal(1))
    assert isinstance(index, MonthIndex)
    assert index.is_seasonal
    plain = control_chart(months=MONTHS, values=values)
    level = without_season(months=MONTHS, values=values, index=index.index)
    assert len(plain.signals) >= 6
    assert len(control_chart(months=MONTHS, values=level).signals) <= 2


def test_a_rise_from_year_to_year_still_signals() -> None:
    # a third more each year: the season takes out the summer and leaves the rise
    counts = seasonal(1, growth=1.33)
    index = month_index(months=MONTHS, values=counts)
    assert isinstance(index, MonthIndex)
    level = without_season(
        months=MONTHS, values=average_month(months=MONTHS, values=counts), index=index.index
    )
    sides = {
        (signal.index // 12, signal.side)
        for signal in control_chart(months=MONTHS, values=level).signals
    }
    assert {(0, -1), (2, 1)} <= sides


def by_likelihood(counts: Floats) -> Floats:
    """January to December, 100 = the average day: maximum likelihood by a general optimiser.

    Written anew from the model: log(expected a day) is a level for each year, joined by
    straight lines from mid-year to mid-year, plus a month effect.
    """
    days = np.array([month.days for month in MONTHS], dtype=float)
    at = (np.arange(36) + 0.5) / 12 - 0.5  # years since the middle of the first
    number = np.array([month.number - 1 for month in MONTHS])

    def expected(free: Floats) -> Floats:
        first, second, third = free[:3]
        line = np.where(
            at <= 1, first + (second - first) * at, second + (third - second) * (at - 1)
        )
        effect = np.append(free[3:], -free[3:].sum())
        rate: Floats = days * np.exp(line + effect[number])
        return rate

    def loss(free: Floats) -> float:
        rate = expected(free)
        return float((rate - counts * np.log(rate)).sum())

    start = np.append(np.full(3, np.log(counts.sum() / days.sum())), np.zeros(11))
    free = minimize(loss, start, method="BFGS", options={"gtol": 1e-7}).x
    effect = np.exp(np.append(free[3:], -free[3:].sum()))
    year = np.array([31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    scaled: Floats = 100 * effect / ((effect * year).sum() / year.sum())
    return scaled


@pytest.mark.filterwarnings("ignore:Desired error not necessarily achieved")
@pytest.mark.parametrize("seed", [3, 4])
def test_a_second_slow_working_gives_the_same_levels(seed: int) -> None:
    counts = seasonal(seed, growth=1.1)
    index = month_index(months=MONTHS, values=counts)
    assert isinstance(index, MonthIndex)
    equal = average_month(months=MONTHS, values=counts)
    found = without_season(months=MONTHS, values=equal, index=index.index)
    slow = by_likelihood(counts)
    by_hand = [
        count / month.days * (365.25 / 12) / (slow[month.number - 1] / 100)
        for month, count in zip(MONTHS, counts, strict=True)
    ]
    assert found == pytest.approx(by_hand, rel=1e-4)
