"""Concentration of harm, and whether places moved."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.measures.harm.by_place import harm_by_place
from wardwise.measures.place.gini import gini
from wardwise.measures.place.harm_places import share_of_places_holding_harm
from wardwise.measures.place.moved_places import moved_places


def test_harm_by_place_by_hand() -> None:
    # place 0: 3 × 2 + 0 × 100; place 1: 1 × 2 + 1 × 100
    assert harm_by_place(counts=[[3, 1], [0, 1]], weights=[2, 100]).tolist() == [6, 102]


def test_one_grave_offence_outweighs_many_light_ones() -> None:
    counts = [[40, 30, 20, 10], [0, 0, 0, 1]]
    found = share_of_places_holding_harm(
        counts=counts, harm_weights=[1, 500], weights=[1] * 4, seed=7
    )
    assert (found.places, found.of, found.places_percent) == (1, 4, 25)
    # wherever the grave one falls, its place holds more than half: chance does as much
    assert found.chance_percent == 25
    assert found.p_value == 1
    assert gini(counts=harm_by_place(counts=counts, weights=[1, 500])) > gini(counts=counts[0])


def test_harm_in_one_place_is_beyond_chance() -> None:
    counts = np.zeros((2, 20))
    counts[0] = 10
    counts[1, 3] = 30
    found = share_of_places_holding_harm(
        counts=counts, harm_weights=[1, 50], weights=np.ones(20), seed=7, draws=199
    )
    assert found.places == 1
    assert found.chance_lower > 5
    assert found.p_value == 1 / 200


def test_places_that_moved_and_places_that_did_not() -> None:
    random = np.random.default_rng(11)
    rates = random.gamma(1, 60, 60)
    before, same = random.poisson(rates), random.poisson(rates)
    moved = random.poisson(np.roll(rates, 7))
    stayed = moved_places(before=before, after=same, seed=3, draws=399)
    assert stayed.p_value > 0.05
    assert stayed.unmoved_lower <= stayed.overlap_percent <= 100
    left = moved_places(before=before, after=moved, seed=3, draws=399)
    assert left.p_value == 1 / 400
    assert left.overlap_percent < left.unmoved_lower


def test_nothing_moved_is_called_moved_no_more_than_its_level() -> None:
    called = 0
    for seed in range(200):
        random = np.random.default_rng(seed)
        rates = random.gamma(1, 30, 40)
        before, after = random.poisson(rates), random.poisson(rates)
        called += moved_places(before=before, after=after, seed=seed, draws=99).p_value <= 0.05
    # the overlap has few values, so that the test is on the safe side of 5%
    assert called <= 0.05 * 200 + 6


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (lambda: harm_by_place(counts=[[1, 2]], weights=[1, 2]), "one for each"),
        (
            lambda: share_of_places_holding_harm(
                counts=[[1, 2]], harm_weights=[1], weights=[1], seed=1
            ),
            "for 2 places",
        ),
        (lambda: moved_places(before=[1, 2], after=[1, 2], seed=1), "3 or more"),
    ],
)
def test_what_cannot_be(work: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        work()  # type: ignore[operator]
