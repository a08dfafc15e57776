"""Change between two counts: published figures, worked by hand, and against enumeration."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest

from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.change.contributions import contribution_points, contributions
from wardwise.measures.change.difference_z import difference_z
from wardwise.measures.change.exact import exact_p_value, exact_ratio_limits
from wardwise.measures.change.recording_effect import recording_effect_percent


PUBLISHED = [  # counts that Dudley's plan printed; percent and z worked again from them
    (8216, 7521, -8.46, -5.54),
    (3407, 3150, -7.54, -3.17),
    (1288, 1100, -14.60, -3.85),
    (2945, 2439, -17.18, -6.90),
    (193, 176, -8.81, -0.88),
    (10309, 8130, -21.14, -16.05),
    (1092, 1117, 2.29, 0.53),
]


@pytest.mark.parametrize(("before", "after", "percent", "z"), PUBLISHED)
def test_published_pairs(before: int, after: int, percent: float, z: float) -> None:
    change = change_percent(before=before, after=after)
    assert isinstance(change.value, float)
    assert round(change.value, 2) == percent
    assert round(difference_z(before=before, after=after), 2) == z
    clear = abs(z) > 1.96
    assert (change.verdict != Verdict.NO_CLEAR_CHANGE) == clear


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [(19_406, 18_318, -5.61), (278_735, 248_390, -10.89), (206_394, 259_661, 25.81)],
)
def test_published_changes_of_milton_keynes_and_the_west_midlands(
    before: int, after: int, percent: float
) -> None:
    assert change_percent(before=before, after=after).value == pytest.approx(percent, abs=0.005)


def test_the_log_ratio_interval_worked_by_hand() -> None:
    # ln(120/100) = 0.18232; √(4 (1/100 + 1/120)) = 0.27080; × 1.95996 = 0.53076
    # exp(-0.34844) = 0.70579 and exp(0.71308) = 2.04027
    change = change_percent(before=100, after=120, phi=4)
    assert (change.lower, change.upper) == pytest.approx((-29.421, 104.027), abs=1e-3)
    assert change.verdict == Verdict.NO_CLEAR_CHANGE
    assert change.method == "log ratio, dispersion 4.00"


def test_dispersion_takes_away_a_change_that_poisson_would_call() -> None:
    assert change_percent(before=1000, after=1120).verdict == Verdict.ROSE
    assert change_percent(before=1000, after=1120, phi=3).verdict == Verdict.NO_CLEAR_CHANGE


def test_a_leap_year_is_no_rise() -> None:
    # 1,000 a day in both years: 365,000 and 366,000, a rise of the count and not of the rate
    change = change_percent(before=365_000, after=366_000, days_after=366)
    assert change.value == pytest.approx(0.274, abs=1e-3)
    assert change.lower is not None
    assert change.upper is not None
    # z √(1/365000 + 1/366000) = 0.4585%: the limits are of the change that is printed
    assert (change.lower, change.upper) == pytest.approx((-0.185, 0.735), abs=2e-3)
    assert change.verdict == Verdict.NO_CLEAR_CHANGE


def test_a_leap_year_is_no_rise_even_where_the_count_clearly_rose() -> None:
    change = change_percent(before=365_000_000, after=366_000_000, days_after=366)
    assert change.lower is not None
    assert change.lower > 0  # more were counted, in a longer year
    assert change.verdict == Verdict.NO_CLEAR_CHANGE


def test_a_verdict_never_points_against_the_counts() -> None:
    # by the day 0.17% more, by the count 0.1% fewer: neither word would be true of both
    change = change_percent(before=366_000_000, after=365_634_000, days_before=366)
    assert change.verdict == Verdict.NO_CLEAR_CHANGE


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        # 0 then 6: 2 × (1/2)^6 = 0.031; 0 then 5: 0.0625
        (0, 6, Verdict.ROSE),
        (0, 5, Verdict.NO_CLEAR_CHANGE),
        (6, 0, Verdict.FELL),
        (0, 0, Verdict.NO_CLEAR_CHANGE),
    ],
)
def test_small_counts_take_the_exact_test(before: int, after: int, verdict: Verdict) -> None:
    change = change_percent(before=before, after=after)
    assert change.verdict == verdict
    assert change.method == "exact conditional test"


def test_nothing_before_gives_no_percentage_but_a_word() -> None:
    change = change_percent(before=0, after=9)
    assert isinstance(change.value, NotKnown)
    assert (change.lower, change.upper) == (None, None)
    assert change.verdict == Verdict.ROSE


def test_nothing_after_is_a_fall_of_a_hundred_percent() -> None:
    change = change_percent(before=9, after=0)
    assert (change.value, change.lower) == (-100.0, -100.0)
    assert change.verdict == Verdict.FELL


def test_the_exact_test_is_taken_when_either_count_is_under_twenty() -> None:
    methods = [change_percent(before=b, after=a).method for b, a in [(19, 90), (90, 19), (20, 20)]]
    assert methods == ["exact conditional test"] * 2 + ["log ratio, dispersion 1.00"]


def test_what_may_not_be_compared_is_not() -> None:
    change = change_percent(before=100, after=300, not_comparable="recording changed in May 2024")
    assert change.value == NotKnown("recording changed in May 2024")
    assert change.verdict == Verdict.NOT_COMPARABLE
    assert change.p_value is None


@pytest.mark.parametrize(
    "wrong", [{"phi": 0.9}, {"phi": math.nan}, {"before": -1}, {"days_after": 0}, {"level": 95}]
)
def test_arguments_that_cannot_be_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"is|Periods"):
        change_percent(**({"before": 30, "after": 40} | wrong))  # type: ignore[arg-type]


def test_the_exact_p_value_agrees_with_adding_up_every_outcome() -> None:
    for before, after in [(0, 3), (2, 9), (7, 7), (12, 1), (15, 4)]:
        total = before + after
        half = Fraction(1, 2) ** total
        up = sum(math.comb(total, k) * half for k in range(after, total + 1))
        down = sum(math.comb(total, k) * half for k in range(after + 1))
        expected = float(min(Fraction(1), 2 * up, 2 * down))
        assert exact_p_value(before=before, after=after, days=1.0) == pytest.approx(expected)


def test_the_exact_limits_are_where_the_test_turns() -> None:
    for before, after in [(3, 9), (10, 2), (5, 6)]:
        low, high = exact_ratio_limits(before=before, after=after, days=1.0, level=0.95)
        for ratio in (low, high):  # if that were the true ratio, the p-value would be 5%
            assert exact_p_value(before=before, after=after, days=ratio) == pytest.approx(0.05)


def test_contributions_worked_by_hand_and_adding_up() -> None:
    # total 200 → 190 is -5%: (66-60)/200 = +3, (24-40)/200 = -8, 100 → 100 = 0
    parts = contributions(before=[60, 40, 100], after=[66, 24, 100])
    assert parts.tolist() == pytest.approx([3.0, -8.0, 0.0])
    assert parts.sum() == pytest.approx(change_percent(before=200, after=190).value)
    assert contribution_points(before=40, after=24, total_before=200) == -8


@pytest.mark.parametrize(
    ("before", "after"), [([0, 0], [1, 2]), ([1, np.nan], [1, 2]), ([-1, 2], [1, 2])]
)
def test_contributions_that_cannot_be_are_refused(before: list[float], after: list[float]) -> None:
    with pytest.raises(ValueError, match=r"change of the whole|not known|negative"):
        contributions(before=before, after=after)


def test_contribution_of_a_group_to_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="change of the whole is not known"):
        contribution_points(before=0, after=4, total_before=0)


@pytest.mark.parametrize(("before", "percent"), [(83.8, 13.37), (77.9, 21.95)])
def test_recording_alone(before: float, percent: float) -> None:
    effect = recording_effect_percent(recorded_before=before, recorded_after=95)
    assert effect == pytest.approx(percent, abs=0.005)


@pytest.mark.parametrize("share", [0, 101, -3])
def test_a_recorded_share_that_cannot_be_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="expected 0 to 100%"):
        recording_effect_percent(recorded_before=share, recorded_after=95)


def test_the_z_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="Both counts are 0"):
        difference_z(before=0, after=0)
