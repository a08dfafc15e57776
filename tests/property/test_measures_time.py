"""What is always true of charts, seasons and forecasts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardwise.domain.period import Month
from wardwise.measures.time.control_chart import control_chart
from wardwise.measures.time.control_limits import control_limits
from wardwise.measures.time.forecast import Forecast, forecast
from wardwise.measures.time.month_index import MonthIndex, month_index
from wardwise.measures.time.signals import signals


series = st.lists(st.integers(0, 500), min_size=2, max_size=40)
seeds = st.integers(0, 10**6)


def months(count: int) -> list[Month]:
    return [Month(2021, 3).plus(n) for n in range(count)]


@given(values=series)
def test_screening_never_widens_the_limits(values: list[int]) -> None:
    screened, plain = (control_limits(values=values, screen=s) for s in (True, False))
    assert screened.mean == plain.mean
    assert screened.upper <= plain.upper + 1e-9
    assert plain.lower <= screened.lower + 1e-9


@given(values=series, shift=st.integers(0, 100), scale=st.sampled_from([1, 2, 4]))
def test_a_chart_says_the_same_in_any_unit(values: list[int], shift: int, scale: int) -> None:
    moved = [scale * value + shift for value in values]
    chart = control_chart(months=months(len(values)), values=values)
    again = control_chart(months=months(len(values)), values=moved)
    assert chart.current is not None
    assert again.current is not None
    assert again.current.mean == pytest.approx(scale * chart.current.mean + shift)
    assert again.current.upper == pytest.approx(scale * chart.current.upper + shift)


@given(values=series)
def test_turning_a_chart_upside_down_turns_its_signals(values: list[int]) -> None:
    flipped = [-value for value in values]
    up = signals(values=values, limits=control_limits(values=values))
    down = signals(values=flipped, limits=control_limits(values=flipped))
    assert [(s.index, s.side) for s in up] == [(s.index, -s.side) for s in down]


@given(values=series, cut=st.integers(1, 39))
def test_stretches_cover_every_month_once(values: list[int], cut: int) -> None:
    chart = control_chart(
        months=months(len(values)), values=values, breaks=[Month(2021, 3).plus(cut)]
    )
    covered = [n for s in chart.stretches for n in range(s.first, s.last + 1)]
    assert covered == list(range(len(values)))


@given(seed=seeds, scale=st.sampled_from([2, 5, 10]))
def test_an_index_does_not_change_with_the_size_of_the_area(seed: int, scale: int) -> None:
    values = np.random.default_rng(seed).poisson(60, 36)
    once = month_index(months=months(36), values=values)
    grown = month_index(months=months(36), values=scale * values)
    assert isinstance(once, MonthIndex)
    assert isinstance(grown, MonthIndex)
    assert grown.index == pytest.approx(once.index, rel=1e-6)
    assert min(once.index) <= 100 <= max(once.index)
    assert 0 <= once.p_value <= 1


@given(seed=seeds, count=st.integers(24, 40))
def test_a_forecast_lies_within_its_limits_and_is_the_sum_of_its_months(
    seed: int, count: int
) -> None:
    values = np.random.default_rng(seed).poisson(40, count)
    found = forecast(months=months(count), values=values)
    assert isinstance(found, Forecast)
    for one in (found.year, *found.quarters, *found.months):
        assert 0 <= one.lower < one.lower_80 < one.value < one.upper_80 < one.upper
    assert sum(one.value for one in found.months) == pytest.approx(found.value)
    assert sum(one.value for one in found.quarters) == pytest.approx(found.value)
    assert (found.chance_higher > 0.5) == (found.value > found.base)
    if found.backtest.origins:  # never one that did worse here than the seasonal naive
        assert found.better_percent is not None
        assert found.better_percent >= 0
