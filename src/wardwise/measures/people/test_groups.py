"""Groups of people, the peak and the flags: worked by hand."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from wardwise.domain.errors import PopulationMissing
from wardwise.domain.nothing import NotKnown
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.flag_share import flag_share_percent
from wardwise.measures.people.group_rate import group_rates_per_1000_residents
from wardwise.measures.people.group_share import group_shares_percent
from wardwise.measures.people.peak_group import peak_group
from wardwise.measures.people.vulnerability_share import vulnerability_share_percent


def test_rates_by_hand() -> None:
    # 65 in 13,000 is 5 a thousand; Byar for 65: 50.163 to 82.849, over 13
    found = group_rates_per_1000_residents(
        groups=["F", "M"], people=[65, 30], residents=[13_000, 0], not_known=5
    )
    women = found.of("F")
    assert isinstance(women, Estimate)
    assert (women.value, women.method) == (5, "Byar")
    assert (women.lower, women.upper) == pytest.approx((3.85871, 6.37301), abs=1e-4)
    assert found.of("M") == NotKnown("the residents aged or known as M are not known")
    # 5 of the 100 people have no known sex
    assert found.missing.value == 5


def test_shares_are_of_those_whose_group_is_known() -> None:
    found = group_shares_percent(groups=["partner", "stranger"], people=[30, 10], not_known=60)
    assert [share.value for share in found.shares] == [75, 25]
    assert found.of("stranger").value == 25
    assert found.missing.value == 60


def test_lists_must_agree_and_somebody_must_be_known() -> None:
    with pytest.raises(ValueError, match="2 groups, 1 counts"):
        group_rates_per_1000_residents(groups=["a", "b"], people=[1], residents=[1], not_known=0)
    with pytest.raises(ValueError, match="2 groups and 1 counts"):
        group_shares_percent(groups=["a", "b"], people=[1], not_known=0)
    with pytest.raises(ValueError, match="not known"):
        group_shares_percent(groups=["a"], people=[0], not_known=7)


def peak_slowly(people: list[int], residents: list[int]) -> list[int]:
    """The groups that no other beats, by the binomial test of each pair."""
    kept = []
    for own, other in product(range(len(people)), repeat=2):
        if own == other or people[own] + people[other] == 0:
            continue
        share = residents[other] / (residents[own] + residents[other])
        test = binomtest(people[other], people[own] + people[other], share, "greater")
        if test.pvalue < 0.05 / (len(people) - 1):
            kept.append(own)
    return [group for group in range(len(people)) if group not in kept]


@given(
    st.lists(st.tuples(st.integers(0, 120), st.integers(1, 5000)), min_size=1, max_size=6).filter(
        lambda rows: any(people for people, _ in rows)
    )
)
def test_a_group_is_out_if_any_other_beats_it(rows: list[tuple[int, int]]) -> None:
    people, residents = [row[0] for row in rows], [row[1] for row in rows]
    names = [str(number) for number in range(len(rows))]
    peak = peak_group(groups=names, people=people, residents=residents)
    assert peak.may_be == tuple(str(group) for group in peak_slowly(people, residents))
    assert peak.group in peak.may_be


def test_a_peak_by_hand() -> None:
    # none against ten: P(10 of 10 | a half) = 1/1024, below 0.05
    peak = peak_group(groups=["young", "old"], people=[10, 0])
    assert (peak.group, peak.may_be, peak.level) == ("young", ("young",), 0.95)
    # 4 against 0: 1/16 is not below 0.05
    assert peak_group(groups=["young", "old"], people=[4, 0]).may_be == ("young", "old")
    assert peak_group(groups=["all"], people=[4]).may_be == ("all",)


def test_two_peaks_differ_if_no_group_may_be_both() -> None:
    young = peak_group(groups=["young", "old"], people=[90, 10])
    old = peak_group(groups=["young", "old"], people=[10, 90])
    either = peak_group(groups=["young", "old"], people=[10, 9])
    assert young.differs_from(old)
    assert not young.differs_from(either)


def test_a_peak_needs_people_and_residents() -> None:
    with pytest.raises(ValueError, match="Nobody"):
        peak_group(groups=["a", "b"], people=[0, 0])
    with pytest.raises(ValueError, match="3 groups, 2 counts"):
        peak_group(groups=["a", "b", "c"], people=[1, 2])
    with pytest.raises(PopulationMissing, match="highest rate"):
        peak_group(groups=["a", "b"], people=[1, 2], residents=[100, 0])


def test_a_crime_with_two_flags_is_counted_once() -> None:
    # of five crimes: the first has both, the second and third one each, two have none
    found = vulnerability_share_percent(
        flags={"abuse": [1, 1, 0, 0, 0], "child": [1, 0, 1, 0, 0], "hate": [0, 0, 0, 0, 0]}
    )
    assert (found.crimes, found.flagged, found.share.value) == (5, 3, 60)
    assert found.by_flag == {"abuse": 2, "child": 2, "hate": 0}
    assert found.by_number == {0: 2, 1: 2, 2: 1, 3: 0}
    assert found.in_both == {("abuse", "child"): 1, ("abuse", "hate"): 0, ("child", "hate"): 0}


@given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=1, max_size=30))
def test_the_union_is_counted_as_a_loop_would(rows: list[list[bool]]) -> None:
    columns = np.array(rows).T
    found = vulnerability_share_percent(flags=dict(zip("abc", columns, strict=True)))
    assert found.flagged == sum(any(row) for row in rows)
    assert sum(found.by_number.values()) == len(rows)
    # each crime is counted in the flags as often as it has them
    assert sum(found.by_flag.values()) == sum(n * k for n, k in found.by_number.items())
    # inclusion and exclusion
    all_three = sum(all(row) for row in rows)
    assert found.flagged == sum(found.by_flag.values()) - sum(found.in_both.values()) + all_three


@pytest.mark.parametrize("flags", [{}, {"a": [1], "b": [1, 0]}, {"a": [[1]]}])
def test_flags_must_be_of_the_same_crimes(flags: dict[str, list[int]]) -> None:
    with pytest.raises(ValueError, match="one mark for each crime"):
        vulnerability_share_percent(flags=flags)


def test_how_often_a_flag_is_used_at_all() -> None:
    found = flag_share_percent(flagged=39, answered=100, records=400)
    assert (found.of_all.value, found.of_answered.value, found.used.value) == (9.75, 39, 25)
    with pytest.raises(ValueError, match="not known"):
        flag_share_percent(flagged=0, answered=0, records=400)
