"""Areas: what they hold, those that are proposed, and those that chance draws."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray

from wardwise.measures.place.area_profile import area_profile
from wardwise.measures.place.chosen_because import chosen_because
from wardwise.measures.place.moved_boundary import moved_boundary
from wardwise.measures.place.neighbours import in_one_piece, touching
from wardwise.measures.place.proposed_areas import proposed_areas
from wardwise.measures.place.random_areas import random_areas


def grid(rows: int, columns: int) -> list[list[int]]:
    """Neighbours of squares of a grid, numbered row by row."""
    at = {(n // columns, n % columns): n for n in range(rows * columns)}
    steps = ((0, 1), (1, 0), (0, -1), (-1, 0))
    return [[at[r + y, c + x] for y, x in steps if (r + y, c + x) in at] for r, c in at]


def pieces(inside: set[int], beside: list[list[int]]) -> int:
    """In how many pieces a set of places is; by hand, one place after another."""
    left, found = set(inside), 0
    while left:
        found += 1
        edge = [left.pop()]
        while edge:
            near = [other for other in beside[edge.pop()] if other in left]
            left -= set(near)
            edge += near
    return found


def best_by_trying_all(
    held: NDArray[np.float64], people: NDArray[np.float64], beside: list[list[int]], most: float,
    parts: int,
) -> float:  # fmt: skip
    """The most that any set of places in so many pieces or fewer may hold."""
    best = 0.0
    for size in range(1, len(held) + 1):
        for places in combinations(range(len(held)), size):
            within = list(places)
            if people[within].sum() > most or held[within].sum() <= best:
                continue
            if pieces(set(within), beside) <= parts:
                best = float(held[within].sum())
    return best


@pytest.mark.parametrize("parts", [1, 2])
def test_proposed_areas_come_near_the_best_of_every_possible_area(parts: int) -> None:
    beside, ratios = grid(3, 4), []
    for seed in range(25):
        random = np.random.default_rng(seed)
        held = random.gamma(0.6, 20, 12).round() + (np.arange(12) == 5)
        people = random.integers(12, 30, 12).astype(float)
        found = proposed_areas(
            held=held, people=people, neighbours=beside, people_percent=35, parts=parts
        )
        exact = best_by_trying_all(held, people, beside, people.sum() * 0.35, parts)
        within = {place for part in found.parts for place in part}
        assert pieces(within, beside) == len(found.parts) <= parts
        assert found.people_percent <= 35
        ratios.append(found.held_percent / 100 * held.sum() / exact)
    assert max(ratios) <= 1 + 1e-9
    assert np.mean(ratios) > 0.985
    assert min(ratios) > 0.85


def test_a_hot_corner_is_proposed_whole() -> None:
    held = np.ones(25)
    held[[0, 1, 5, 6]] = 20
    found = proposed_areas(
        held=held, people=[10] * 25, neighbours=grid(5, 5), people_percent=16, parts=2
    )
    assert found.parts == ((0, 1, 5, 6),)
    assert found.held_percent == pytest.approx(100 * 80 / 101)


def test_an_exchange_at_the_edge_gains_what_growing_missed() -> None:
    # 0 is grown with 1; then 3, which only 1 touches, does not fit and 2 is changed for it
    found = proposed_areas(
        held=[10, 5, 4, 4.5], people=[1, 1, 1, 1], neighbours=[[1, 2], [3], [], []],
        people_percent=75, parts=1,
    )  # fmt: skip
    assert found.parts == ((0, 1, 3),)


def test_an_area_does_not_wind_further_than_its_reach() -> None:
    neighbours = [[1], [2], [3], [4], []]
    held, people = [9, 8, 7, 6, 5], [1] * 5
    whole = proposed_areas(
        held=held, people=people, neighbours=neighbours, people_percent=80, parts=1
    )
    near = proposed_areas(
        held=held, people=people, neighbours=neighbours, people_percent=80, parts=1, reach=1
    )
    assert whole.parts == ((0, 1, 2, 3),)
    # grown from the second: itself and one step to either side
    assert near.parts == ((0, 1, 2),)


def test_places_too_large_for_the_share_are_left_out() -> None:
    found = proposed_areas(
        held=[9, 1], people=[90, 10], neighbours=[[1], [0]], people_percent=20, parts=2
    )
    assert found.parts == ((1,),)
    none = proposed_areas(held=[9, 1], people=[90, 10], neighbours=[[1], []], people_percent=5)
    assert none.parts == ()
    assert none.inside.tolist() == [0, 0]


def test_random_areas_are_in_one_piece_each_and_about_as_large() -> None:
    beside = grid(6, 6)
    people = np.random.default_rng(3).integers(800, 2400, 36).astype(float)
    drawn = random_areas(people=people, neighbours=beside, sizes=[7000], seed=5, draws=200)
    assert drawn.shape == (200, 36)
    for inside in drawn:
        assert pieces(set(np.flatnonzero(inside).tolist()), beside) == 1
        assert abs(people[inside].sum() - 7000) <= 2400
    two = random_areas(people=people, neighbours=beside, sizes=[4000, 9000], seed=5, draws=50)
    assert abs(float((two @ people).mean()) - 13_000) < 800
    again = random_areas(people=people, neighbours=beside, sizes=[7000], seed=5, draws=200)
    assert (again == drawn).all()


def test_no_random_area_where_there_is_no_room() -> None:
    islands: list[list[int]] = [[], [], []]
    assert random_areas(people=[1, 1, 1], neighbours=islands, sizes=[3], seed=1).shape == (0, 3)


def test_a_profile_by_hand() -> None:
    # 17 of 100 crimes, 8 of 100 people: 17/8 = 2.125; Wilson of 17% is 10.89 to 25.55
    found = area_profile(held=[17, 83], base=[8, 92], inside=[1, 0])
    assert (found.inside, found.total, found.base_percent) == (17, 100, 8)
    assert found.quotient.value == 2.125
    assert found.quotient.lower == pytest.approx(10.89 / 8, abs=0.002)
    assert found.quotient.upper == pytest.approx(25.55 / 8, abs=0.002)


def test_unequal_weights_widen_the_interval() -> None:
    # 20 events of weight 1 and 2 of weight 40: 100² / (20 + 2·1600) = 3.1 events' worth
    plain = area_profile(held=[50, 50], base=[1, 1], inside=[1, 0])
    heavy = area_profile(held=[50, 50], base=[1, 1], inside=[1, 0], squares=[1610, 1610])
    assert heavy.share.value == plain.share.value == 50
    assert heavy.share.upper - heavy.share.lower > 2 * (plain.share.upper - plain.share.lower)


def test_part_of_a_place_holds_part_of_it() -> None:
    found = area_profile(held=[10, 10], base=[30, 10], inside=[0.5, 1])
    assert found.share.value == 75
    assert found.base_percent == 62.5


def test_chance_by_hand() -> None:
    # of 20 areas 2 have the quotient of ours, none a higher one: (1 + 2) / 21
    areas = [[1, 0, 0, 0]] * 2 + [[0, 1, 0, 0]] * 18
    found = chosen_because(held=[5, 1, 1, 1], people=[1] * 4, inside=[1, 0, 0, 0], areas=areas)
    assert found.p_value == 3 / 21
    assert found.quotient == pytest.approx(2.5)


def test_with_nothing_planted_the_test_keeps_its_level() -> None:
    """Crimes by residents alone; the area is proposed on one year and judged on the next."""
    beside, called = grid(7, 7), 0
    for seed in range(120):
        random = np.random.default_rng(1000 + seed)
        people = random.integers(1200, 2200, 49).astype(float)
        before, after = random.multinomial(1500, people / people.sum(), size=2)
        found = proposed_areas(held=before, people=people, neighbours=beside, people_percent=10)
        sizes = [float(people[list(part)].sum()) for part in found.parts]
        drawn = random_areas(people=people, neighbours=beside, sizes=sizes, seed=seed, draws=99)
        chance = chosen_because(held=after, people=people, inside=found.inside, areas=drawn)
        called += chance.p_value <= 0.05
    # at its level of 5% 120 maps give 6 on average, and 13 or more once in 200 studies
    assert called <= 12


def test_a_boundary_moved_by_hand() -> None:
    squares = [shapely.box(x, 0, x + 1000, 1000).wkb_hex for x in (0, 1000, 2000)]
    out = moved_boundary(outlines=squares, inside=[0, 1, 0], metres=250)
    assert out == pytest.approx([0.25, 1, 0.25])
    # 500 × 500 of 1000 × 1000 are left
    inwards = moved_boundary(outlines=squares, inside=[0, 1, 0], metres=-250)
    assert inwards == pytest.approx([0, 0.25, 0])
    assert moved_boundary(outlines=squares, inside=[0, 1, 0], metres=-600).sum() == 0


def test_one_piece_and_two() -> None:
    touch = touching(neighbours=[[1], [2], [], []], places=4)
    assert in_one_piece(np.array([True, True, True, False]), touch)
    assert not in_one_piece(np.array([True, False, True, False]), touch)
    assert not in_one_piece(np.zeros(4, dtype=bool), touch)


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (lambda: touching(neighbours=[[1]], places=2), "1 lists of neighbours for 2 places"),
        (lambda: touching(neighbours=[[2], []], places=2), "is not one of the 2 places"),
        (
            lambda: proposed_areas(held=[1], people=[1, 2], neighbours=[[]]),
            "people of shape",
        ),
        (
            lambda: proposed_areas(held=[1], people=[1], neighbours=[[]], people_percent=0),
            "people_percent 0",
        ),
        (
            lambda: proposed_areas(held=[1], people=[1], neighbours=[[]], reach=0),
            "1 or more",
        ),
        (lambda: random_areas(people=[1], neighbours=[[]], sizes=[], seed=1), "No size"),
        (lambda: area_profile(held=[1], base=[1], inside=[2]), "each 0 to 1"),
        (lambda: area_profile(held=[1, 1], base=[0, 1], inside=[1, 0]), "no people of the base"),
        (
            lambda: chosen_because(held=[1], people=[1], inside=[1], areas=[[1]] * 5),
            "expected 19 or more",
        ),
        (lambda: moved_boundary(outlines=["zz"], inside=[1], metres=1), "well-known binary"),
        (
            lambda: moved_boundary(outlines=[shapely.Point(0, 0).wkb_hex], inside=[1], metres=1),
            "each with land",
        ),
    ],
)
def test_what_cannot_be(work: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        work()  # type: ignore[operator]
