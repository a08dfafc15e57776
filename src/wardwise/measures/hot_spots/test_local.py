"""Gi, Gi* and their p-values on a few places, worked by hand and by every order there is."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest
from scipy.stats import false_discovery_control

from wardwise.measures.hot_spots.exact_p import exact_local_p
from wardwise.measures.hot_spots.false_discovery import false_discovery
from wardwise.measures.hot_spots.local_g import local_g
from wardwise.measures.hot_spots.permuted_p import drawn_places, permuted_local_p


# a path of five places and one that touches nothing
PATH = [[1], [0, 2], [1, 3], [2, 4], [3], []]
COUNTS = [9, 8, 1, 0, 1, 4]


def test_gi_star_of_the_first_place_by_hand() -> None:
    # mean 23/6, mean square 163/6; the sum of two is 17, expected 46/6
    variance = 163 / 6 - (23 / 6) ** 2
    by_hand = (17 - 46 / 6) / math.sqrt(variance * 2 * 4 / 5)
    found = local_g(values=COUNTS, neighbours=PATH)
    assert found.z[0] == pytest.approx(by_hand)
    assert found.sums.tolist() == [17, 18, 9, 2, 1, 4]
    assert found.sizes.tolist() == [2, 3, 3, 3, 2, 1]


def test_gi_of_the_first_place_by_hand() -> None:
    # its neighbour has 8; the five others have mean 14/5, mean square 82/5
    by_hand = (8 - 14 / 5) / math.sqrt((82 / 5 - (14 / 5) ** 2) * 1 * 4 / 4)
    found = local_g(values=COUNTS, neighbours=PATH, with_own=False)
    assert found.z[0] == pytest.approx(by_hand)
    assert math.isnan(found.z[5])


def test_equal_values_tell_nothing() -> None:
    assert np.isnan(local_g(values=[0.1] * 6, neighbours=PATH).z).all()
    assert (exact_local_p(counts=[3] * 6, neighbours=PATH).two_sided == 1).all()


@pytest.mark.parametrize("own", ["drawn", "held"])
def test_the_exact_p_is_the_share_of_all_orders(own: str) -> None:
    found = exact_local_p(counts=COUNTS, neighbours=PATH, own=own)
    for place, touching in enumerate(PATH):
        around = [place, *touching] if own == "drawn" else touching
        observed = sum(COUNTS[n] for n in around)
        orders = [
            order
            for order in permutations(COUNTS)
            if own == "drawn" or order[place] == COUNTS[place]
        ]
        sums = [sum(order[n] for n in around) for order in orders]
        at_least = sum(one >= observed for one in sums) / len(sums)
        at_most = sum(one <= observed for one in sums) / len(sums)
        assert found.at_least[place] == pytest.approx(at_least)
        assert found.at_most[place] == pytest.approx(at_most)
        assert found.two_sided[place] == pytest.approx(min(1, 2 * min(at_least, at_most)))


def test_to_hold_the_own_count_in_gi_star_is_gi() -> None:
    """The constant stands on both sides: 9 + a neighbour of 8, or a neighbour of 8."""
    held = exact_local_p(counts=COUNTS, neighbours=PATH, own="held").at_least[0]
    # of the five others, one has 8 or more
    assert held == pytest.approx(1 / 5)
    assert exact_local_p(counts=COUNTS, neighbours=PATH).at_least[0] == pytest.approx(1 / 15)


def test_drawing_agrees_with_the_exact_law_within_its_error() -> None:
    random = np.random.default_rng(3)
    counts = random.negative_binomial(1, 0.1, 60)
    row = [[n for n in (place - 1, place + 1) if 0 <= n < 60] for place in range(60)]
    exact = exact_local_p(counts=counts, neighbours=row).at_least
    drawn = permuted_local_p(values=counts, neighbours=row, seed=4, draws=20_000).at_least
    error = np.sqrt(exact * (1 - exact) / 20_000)
    assert (np.abs(drawn - exact) < 4.5 * error + 1e-4).all()


def test_harm_in_another_order_of_adding_is_still_a_tie() -> None:
    """Every place has the same harm but for the last binary figure: nothing is extreme."""
    harm = [0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3, 0.3, 0.3]
    found = permuted_local_p(values=harm, neighbours=PATH, seed=1, draws=99)
    assert found.at_least.tolist() == found.at_most.tolist() == [1.0] * 6


@pytest.mark.parametrize(("places", "most"), [(200, 9), (12, 9)])
def test_places_drawn_are_different_and_as_likely_in_every_position(places: int, most: int) -> None:
    drawn = drawn_places(places, most, 20_000, 7)
    assert all(len(set(row)) == most for row in drawn[:500].tolist())
    assert np.array_equal(drawn, drawn_places(places, most, 20_000, 7))
    for column in (0, most - 1):
        share = np.bincount(drawn[:, column], minlength=places) * places / 20_000
        # each place about once in so many: within five standard errors
        assert np.abs(share - 1).max() < 5 * math.sqrt(places / 20_000)


def test_false_discovery_is_scipys() -> None:
    p = np.random.default_rng(1).uniform(size=200) ** 3
    assert false_discovery(p_values=p) == pytest.approx(false_discovery_control(p))
    assert false_discovery(p_values=[]).tolist() == []
    steps, times = np.unique(p.round(2), return_counts=True)
    each = false_discovery(p_values=np.repeat(steps, times))
    assert np.repeat(false_discovery(p_values=steps, times=times), times) == pytest.approx(each)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"neighbours": [[1], [0, 2], [1, 3], [2, 4], [3], [6]]}, "outside the 6 places"),
        ({"neighbours": [[0], [0, 2], [1, 3], [2, 4], [3], []]}, "its own neighbour"),
        ({"counts": [1, 2]}, "2 values for 6 places"),
        ({"counts": [1, 2, 3, 4, 5, 0.5]}, "not whole"),
        ({"own": "kept"}, "own is 'kept'"),
    ],
)
def test_what_cannot_be_is_refused(change: dict[str, object], said: str) -> None:
    given: dict[str, object] = {"counts": COUNTS, "neighbours": PATH, **change}
    with pytest.raises(ValueError, match=said):
        exact_local_p(**given)  # type: ignore[arg-type]


def test_a_draw_is_needed_and_a_p_value_lies_between_0_and_1() -> None:
    with pytest.raises(ValueError, match="0 draws"):
        permuted_local_p(values=COUNTS, neighbours=PATH, seed=1, draws=0)
    with pytest.raises(ValueError, match="p-value"):
        false_discovery(p_values=[0.5, float("nan")])
