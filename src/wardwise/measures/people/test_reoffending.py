"""Reoffending, funnels and denominators: the seeds' own figures, worked by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardwise.domain.errors import CohortsDiffer
from wardwise.domain.period import Month, Period
from wardwise.measures.people.cohort import Cohort
from wardwise.measures.people.denominator_alarm import denominator_alarm
from wardwise.measures.people.funnel_conversion import funnel_conversion_percent
from wardwise.measures.people.observed_over_expected import (
    count_over_expected,
    observed_over_expected,
)
from wardwise.measures.people.reoffending import (
    reoffences_per_reoffender,
    reoffending_binary_percent,
    reoffending_frequency,
)


CHILDREN = Cohort("Children", Period(Month(2010, 7), Month(2011, 6)), 340)
EARLIER = replace(CHILDREN, entered=Period(Month(2009, 7), Month(2011, 6)))


def test_binary_and_frequency_of_one_cohort() -> None:
    binary = reoffending_binary_percent(cohort=CHILDREN, reoffenders=100)
    often = reoffending_frequency(cohort=CHILDREN, reoffences=228)
    # 100/340 = 29.4%, 228/340 = 0.67; 228/100 = 2.28 for each who did
    assert binary.estimate.value == pytest.approx(29.41, abs=0.01)
    assert often.estimate.value == pytest.approx(0.6706, abs=1e-4)
    assert reoffences_per_reoffender(binary=binary, frequency=often) == pytest.approx(2.28)
    assert "too narrow" in often.estimate.method


def test_the_spread_between_people_widens_a_frequency() -> None:
    # φ = 1.4² / (228/340) = 2.92281; Student's t for 339 is 1.96699, over 1.95996, squared
    # 1.007179: 2.94379. 228 of these are 77.4512: Byar's 61.1658 to 96.7393, times 2.94379 / 340
    often = reoffending_frequency(cohort=CHILDREN, reoffences=228, spread=1.4)
    assert often.estimate.value == pytest.approx(228 / 340)
    assert often.estimate.lower == pytest.approx(61.1658 * 2.94379 / 340, rel=1e-4)
    assert often.estimate.upper == pytest.approx(96.7393 * 2.94379 / 340, rel=1e-4)
    assert "widened 2.94 times" in often.estimate.method
    # people more alike than chance would have them do not narrow it: φ is 1 at least
    alike = reoffending_frequency(cohort=CHILDREN, reoffences=228, spread=0.1)
    assert "widened 1.01 times" in alike.estimate.method
    none = reoffending_frequency(cohort=CHILDREN, reoffences=0, spread=0.0)
    # none seen: exact, -ln 0.025 = 3.6889 over 340
    assert (none.estimate.value, none.estimate.lower) == (0, 0)
    assert none.estimate.upper == pytest.approx(-math.log(0.025) / 340)


@pytest.mark.parametrize(
    "other",
    [EARLIER, replace(CHILDREN, follow_up_months=6), replace(CHILDREN, people=341)],
)
def test_figures_of_different_cohorts_are_not_put_together(other: Cohort) -> None:
    binary = reoffending_binary_percent(cohort=CHILDREN, reoffenders=100)
    often = reoffending_frequency(cohort=other, reoffences=228)
    with pytest.raises(CohortsDiffer, match="different cohorts") as told:
        reoffences_per_reoffender(binary=binary, frequency=often)
    assert str(CHILDREN) in str(told.value)
    assert str(other) in str(told.value)


def test_what_has_no_quotient() -> None:
    binary = reoffending_binary_percent(cohort=CHILDREN, reoffenders=0)
    often = reoffending_frequency(cohort=CHILDREN, reoffences=0)
    with pytest.raises(ValueError, match="Nobody reoffended"):
        reoffences_per_reoffender(binary=binary, frequency=often)
    with pytest.raises(ValueError, match="a share and a frequency"):
        reoffences_per_reoffender(binary=often, frequency=binary)
    with pytest.raises(ValueError, match="no spread"):
        reoffending_frequency(cohort=replace(CHILDREN, people=1), reoffences=3, spread=0.0)
    with pytest.raises(ValueError, match="empty"):
        reoffending_frequency(cohort=replace(CHILDREN, people=0), reoffences=0)


def test_predicted_against_actual() -> None:
    # 5.2% of 1,000 against 7.3%: 52/73 = 0.7123, 28.8% below
    found = observed_over_expected(observed=52, expected=73, people=1000)
    assert found.ratio.value == pytest.approx(0.7123, abs=1e-4)
    assert found.is_distinguishable
    # the same shares of 100 people cannot be told from as predicted
    assert not observed_over_expected(observed=5, expected=7.3, people=100).is_distinguishable
    # as many as were followed is the most: 10 over 5
    assert observed_over_expected(observed=10, expected=5, people=10).ratio.upper == 2


def test_events_over_expected() -> None:
    # Byar for 65: 50.163 to 82.849
    found = count_over_expected(observed=65, expected=50)
    assert (found.value, found.lower, found.upper) == pytest.approx((1.3, 1.00326, 1.65698), 1e-5)
    for expected in (0, -1):
        with pytest.raises(ValueError, match="not known"):
            count_over_expected(observed=1, expected=expected)
        with pytest.raises(ValueError, match="not known"):
            observed_over_expected(observed=1, expected=expected, people=9)


def test_the_funnel_of_the_seed() -> None:
    found = funnel_conversion_percent(
        stages=["assessed", "required", "care plan"], people=[792, 636, 368]
    )
    # 636/792, 368/636 and 368/792
    shares = [share.value for share in (*found.from_before, *found.from_start)]
    assert shares == pytest.approx([80.303, 57.862, 80.303, 46.465], abs=0.001)
    assert all(share.lower < share.value < share.upper for share in found.from_before)


def test_a_funnel_only_narrows() -> None:
    with pytest.raises(ValueError, match="700 at 'required' and only 600 at 'assessed'"):
        funnel_conversion_percent(stages=["assessed", "required"], people=[600, 700])
    for people in ([600], [600, 500, 400]):
        with pytest.raises(ValueError, match="two or more"):
            funnel_conversion_percent(stages=["assessed"], people=people)


def test_the_denominator_of_the_seed_moved() -> None:
    # 34% of 1,840 = 625.6 and 45% of 1,376 = 619.2: seven fewer, and a rate eleven points up
    found = denominator_alarm(part_before=626, whole_before=1840, part_after=619, whole_after=1376)
    assert (found.before.value, found.after.value) == pytest.approx((34.02, 44.99), abs=0.01)
    assert found.points.value == pytest.approx(10.96, abs=0.01)
    # ln(1840/1376) / ln(44.985/34.022) = 0.29058 / 0.27933
    assert found.by_denominator_percent == pytest.approx(104.0, abs=0.1)
    assert found.moved
    assert found.warns


def test_newcombes_own_example() -> None:
    # 56/70 less 48/80: 0.0524 to 0.3339 (Newcombe 1998, table II, method 10)
    found = denominator_alarm(part_before=48, whole_before=80, part_after=56, whole_after=70)
    assert (found.points.lower, found.points.upper) == pytest.approx((5.24, 33.39), abs=0.01)


def test_no_warning_where_the_count_made_the_change_or_chance_did() -> None:
    # as many tests, more positive
    counted = denominator_alarm(
        part_before=300, whole_before=1000, part_after=400, whole_after=1000
    )
    assert (counted.moved, counted.warns, counted.by_denominator_percent) == (True, False, 0)
    # 3 of 10 and 3 of 8: by the denominator, but within chance
    chance = denominator_alarm(part_before=3, whole_before=10, part_after=3, whole_after=8)
    assert (chance.moved, chance.warns) == (False, False)
    assert chance.by_denominator_percent == pytest.approx(100)
    for before, after in ((3, 3), (0, 5)):
        same = denominator_alarm(
            part_before=before, whole_before=10, part_after=after, whole_after=10
        )
        assert same.by_denominator_percent is None
        assert not same.warns


@given(st.integers(1, 500), st.integers(1, 500), st.integers(500, 900), st.integers(500, 900))
def test_a_rate_that_moves_against_its_count_is_all_denominator(
    before: int, after: int, whole_before: int, whole_after: int
) -> None:
    found = denominator_alarm(
        part_before=before, whole_before=whole_before, part_after=after, whole_after=whole_after
    )
    change = found.points.value
    if change * (after - before) < 0:
        assert found.by_denominator_percent is not None
        assert found.by_denominator_percent > 100 - 1e-9
        assert found.warns == found.moved
