"""What is always true of concentration."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wardwise.measures.people.disparity_ratio import disparity_ratio
from wardwise.measures.place.gini import generalised_gini, gini
from wardwise.measures.place.lorenz_curve import lorenz_curve
from wardwise.measures.place.share_of_places import share_of_places_holding
from wardwise.measures.place.stable_places import stable_places


places = st.lists(st.integers(0, 300), min_size=3, max_size=30).filter(any)


@given(counts=places, scale=st.integers(2, 9))
def test_gini_is_the_same_in_any_unit_and_within_its_bounds(counts: list[int], scale: int) -> None:
    plain = gini(counts=counts)
    assert gini(counts=[scale * count for count in counts]) == pytest.approx(plain)
    assert -1e-12 <= plain <= 1 - 1 / len(counts) + 1e-12
    assert generalised_gini(counts=counts) <= plain + 1e-12


@given(counts=places)
def test_moving_an_offence_to_a_place_that_has_more_never_lowers_the_gini(
    counts: list[int],
) -> None:
    ordered = sorted(counts)
    giver = next(n for n, count in enumerate(ordered) if count)
    assume(giver < len(ordered) - 1)
    moved = ordered.copy()
    moved[giver] -= 1
    moved[-1] += 1
    assert gini(counts=moved) >= gini(counts=ordered) - 1e-12


@given(counts=places)
def test_the_curve_rises_and_bends_one_way(counts: list[int]) -> None:
    curve = lorenz_curve(counts=counts).offences_percent
    steps = [b - a for a, b in itertools.pairwise(curve)]
    assert curve[0] == 0
    assert curve[-1] == 100
    assert all(b <= a + 1e-9 for a, b in itertools.pairwise(steps))


@given(counts=places, share=st.floats(0.05, 1))
def test_the_places_named_do_hold_the_share_and_one_fewer_does_not(
    counts: list[int], share: float
) -> None:
    found = share_of_places_holding(counts=counts, share=share, seed=1, draws=20)
    ordered = sorted(counts, reverse=True)
    assert sum(ordered[: found.places]) >= share * sum(counts) - 1e-6
    assert sum(ordered[: found.places - 1]) < share * sum(counts) + 1e-6
    assert found.chance_lower <= found.chance_upper


@given(counts=places)
def test_places_are_stable_against_themselves(counts: list[int]) -> None:
    found = stable_places(before=counts, after=counts, seed=1, draws=20)
    assert found.in_both == found.top
    assert found.rank_correlation == pytest.approx(1 if len(set(counts)) > 1 else 0)


@given(a=st.integers(1, 5000), b=st.integers(1, 5000), people=st.integers(1, 10**6))
def test_a_disparity_turned_about_is_one_over_it(a: int, b: int, people: int) -> None:
    forth = disparity_ratio(searches_a=a, residents_a=people, searches_b=b, residents_b=9000)
    back = disparity_ratio(searches_a=b, residents_a=9000, searches_b=a, residents_b=people)
    assert forth.value * back.value == pytest.approx(1)
    assert forth.lower * back.upper == pytest.approx(1)
    assert forth.lower <= forth.value <= forth.upper
