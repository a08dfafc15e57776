"""Control charts: limits and rules, against published cases and by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from wardwise.measures.time.average_month import average_month
from wardwise.measures.time.control_chart import control_chart
from wardwise.measures.time.control_limits import control_limits
from wardwise.measures.time.signals import (
    Rule,
    runs_on_one_side,
    signals,
    trends,
    two_of_three,
)


# R, set.seed(123); rnorm(20): NHSRplotthedots, tests/testthat
NORMAL = [
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621,
    -1.26506123, -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272,
    -0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141,
]  # fmt: skip
WITH_OUTLIER = [*NORMAL[:14], 10.0, *NORMAL[15:]]
SPIKE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


@pytest.mark.parametrize(
    ("values", "screen", "mean", "lower", "upper"),
    [
        (NORMAL, True, 0.1416238, -3.0113796, 3.2946272),
        (WITH_OUTLIER, True, 0.6694159, -2.383666, 3.722497),
        (WITH_OUTLIER, False, 0.6694159, -4.596625, 5.935457),
        (SPIKE, True, 1.9444, -0.7156, 4.6044),
        (SPIKE, False, 1.9444, -3.0627, 6.9515),
    ],
)
def test_published_limits(
    values: list[float], screen: bool, mean: float, lower: float, upper: float
) -> None:
    limits = control_limits(values=values, screen=screen)
    found = (limits.mean, limits.lower, limits.upper)
    assert found == pytest.approx((mean, lower, upper), abs=1e-4)


def test_limits_worked_by_hand() -> None:
    # 10 14 12 16: mean 13; ranges 4, 2, 4, mean 3.3333; 2.66 × 3.3333 = 8.8667
    limits = control_limits(values=[10, 14, 12, 16])
    assert (limits.lower, limits.upper) == pytest.approx((4.1333, 21.8667), abs=1e-4)
    assert (limits.near_lower, limits.near_upper) == pytest.approx((7.0889, 18.9111), abs=1e-4)
    assert (limits.trial, limits.screened, limits.points) == (True, 0, 4)


def test_limits_are_no_longer_on_trial_at_twelve() -> None:
    assert control_limits(values=[5, 6] * 5 + [5]).trial
    assert not control_limits(values=[5, 6] * 6).trial


def test_no_range_is_taken_across_a_gap() -> None:
    # ranges 1 and 1 only; the step from 6 to 60 has a month missing in between
    limits = control_limits(values=[5, 6, math.nan, 60, 61])
    assert limits.moving_range_mean == 1
    assert limits.points == 4


def test_a_single_offence_among_noughts_keeps_its_ranges() -> None:
    # mean 1/14; ranges: two of 1 among 13, mean 2/13, screened above 0.503: none would be left
    limits = control_limits(values=[0] * 6 + [1] + [0] * 7)
    assert limits.screened == 0
    assert limits.upper == pytest.approx(1 / 14 + 2.66 * 2 / 13)


def test_values_that_never_move_have_limits_on_the_mean_and_no_signal() -> None:
    limits = control_limits(values=[4] * 14)
    assert (limits.lower, limits.upper, limits.screened) == (4, 4, 0)
    assert signals(values=[4] * 14, limits=limits) == ()


@pytest.mark.parametrize("values", [[], [3], [3, math.nan, 4]])
def test_limits_need_two_neighbours(values: list[float]) -> None:
    with pytest.raises(ValueError, match="No two neighbouring values"):
        control_limits(values=values)


@pytest.mark.parametrize(
    ("side", "flags"),
    [
        ([1] * 6, [0] * 6),
        ([1] * 6 + [-1], [0] * 7),
        ([1] * 8 + [-1], [0] * 6 + [1, 1, 0]),
        ([1, 1, 1, 0, 1, 1, 1, 1], [0] * 8),
    ],
)
def test_seven_on_one_side(side: list[int], flags: list[int]) -> None:
    assert runs_on_one_side(side=side).astype(int).tolist() == flags


@pytest.mark.parametrize(
    ("values", "flags"),
    [
        ([1, 2, 3, 4, 5, 6], [0] * 6),
        ([1, 2, 3, 3, 4, 5, 6], [0] * 7),
        ([1, 2, 3, 4, 5, 6, 7], [0] * 6 + [1]),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], [0] * 7 + [-1, 0]),
        ([1, 2, 3, math.nan, 5, 6, 7, 8, 9], [0] * 9),
    ],
)
def test_seven_rising_or_falling(values: list[float], flags: list[int]) -> None:
    assert trends(values=values).tolist() == flags


def test_two_of_three_needs_all_three_on_one_side() -> None:
    same, other = [1] * 7, [1, -1, 1, -1, 1, -1, 1]
    near = [0, 0, 1, 0, 1, 0, 0]
    assert two_of_three(near=near, side=same).astype(int).tolist() == [0, 0, 1, 1, 1, 0, 0]
    assert not two_of_three(near=near, side=other).any()


def test_two_opposite_points_near_the_limits_say_nothing() -> None:
    values = [1, -1] * 7 + [5.5, -5.5]
    limits = control_limits(values=values)
    assert [s for s in signals(values=values, limits=limits) if s.index >= 14] == []


def test_each_rule_says_its_own_name() -> None:
    limits = control_limits(values=[9, 11] * 10)  # mean 10, limits 4.68 to 15.32, near 13.55
    cases = {
        Rule.OUTSIDE: ([10, 16], [(1, 1)]),
        Rule.RISING: ([7, 8, 9, 10, 11, 12, 13], [(6, 1)]),
        Rule.FALLING: ([13, 12, 11, 10, 9, 8, 7], [(6, -1)]),
        Rule.NEAR: ([9, 14, 11, 14], [(1, 1), (3, 1)]),
        Rule.ONE_SIDE: ([11, 12, 11, 12, 11, 12, 11, 12], [(6, 1), (7, 1)]),
    }
    for rule, (values, where) in cases.items():
        found = signals(values=values, limits=limits)
        assert [(s.index, s.side) for s in found] == where
        assert {s.rule for s in found} == {rule}


def test_a_break_begins_the_limits_again() -> None:
    months = [f"{year}-{month:02d}" for year in (2022, 2023) for month in range(1, 13)]
    values = [10, 12] * 6 + [30, 32] * 6
    whole = control_chart(months=months, values=values)
    parted = control_chart(months=months, values=values, breaks=["2023-01"])
    assert len(whole.signals) > 0
    assert parted.signals == ()
    assert [(s.first, s.last) for s in parted.stretches] == [(0, 11), (12, 23)]
    assert parted.current is not None
    assert parted.current.mean == 31


def test_an_incomplete_month_is_a_gap_and_does_not_move_the_limits() -> None:
    months = [f"2023-{month:02d}" for month in range(1, 13)]
    chart = control_chart(months=months, values=[10, 12] * 6, incomplete=["2023-12"])
    same = control_chart(months=months[:11], values=([10, 12] * 6)[:11])
    assert math.isnan(chart.values[-1])
    assert chart.current == same.current


def test_a_stretch_too_short_for_limits_has_none() -> None:
    chart = control_chart(months=["2023-01", "2023-02"], values=[5, 6], breaks=["2023-02"])
    assert [s.limits for s in chart.stretches] == [None, None]
    assert chart.signals == ()


def test_a_missing_month_must_be_in_the_list() -> None:
    with pytest.raises(ValueError, match="2023-03 follows 2023-01"):
        control_chart(months=["2023-01", "2023-03"], values=[5, 6])
    with pytest.raises(ValueError, match="no month"):
        control_chart(months=[], values=[])
    with pytest.raises(ValueError, match="2 months and values of shape"):
        control_chart(months=["2023-01", "2023-02"], values=[5])


def test_february_is_no_fall() -> None:
    # ten a day in each month
    days = np.array([31, 28, 31, 30])
    equal = average_month(months=["2023-01", "2023-02", "2023-03", "2023-04"], values=10 * days)
    assert equal.tolist() == pytest.approx([304.375] * 4)
