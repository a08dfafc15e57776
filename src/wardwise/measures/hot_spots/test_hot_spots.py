"""Hot and cold, on lists of neighbours and on grids, and over the years."""

from __future__ import annotations

import numpy as np
import pytest

from wardwise.measures.hot_spots.hot_cells import box_sums, hot_cells
from wardwise.measures.hot_spots.hot_spot_classes import HotSpotClass, hot_spot_classes
from wardwise.measures.hot_spots.hot_spots import hot_spots


ROW = [[n for n in (place - 1, place + 1) if 0 <= n < 40] for place in range(40)]
QUIET = np.full(40, 20)
FOUR = slice(18, 22)


def busy(times: int = 5) -> np.ndarray:
    """Four in the middle have so many times as many."""
    counts = QUIET.copy()
    counts[FOUR] *= times
    return counts


def kinds(*years: np.ndarray, phi: float = 1.0) -> set[str]:
    """The classes of the middle four."""
    found = hot_spot_classes(counts=years, neighbours=ROW, phi=phi)
    return {str(one) for one in found.classes[19:21]}


def test_one_enormous_count_alone_is_no_hot_spot() -> None:
    """Any place's surroundings of 3 of 40 hold it in 3 of 40 orders: two-sided 0.15."""
    counts = QUIET.copy()
    counts[20] = 1_000
    found = hot_spots(counts=counts, neighbours=ROW)
    assert found.p_value[20] == pytest.approx(0.15)
    assert not found.is_hot.any()


def test_low_counts_together_are_cold() -> None:
    counts = busy(5)
    counts[FOUR] = 0
    found = hot_spots(counts=counts, neighbours=ROW)
    assert found.is_cold[19]
    assert not found.is_hot.any()


@pytest.mark.parametrize("reach", [1, 2])
def test_a_grid_is_a_list_of_neighbours(reach: int) -> None:
    random = np.random.default_rng(5)
    inside = random.uniform(size=(9, 12)) < 0.8
    counts = np.where(inside, random.negative_binomial(1, 0.3, inside.shape), 0)
    at = {cell: n for n, cell in enumerate(zip(*np.nonzero(inside), strict=True))}
    touching = [
        sorted(
            at[row + down, column + across]
            for down in range(-reach, reach + 1)
            for across in range(-reach, reach + 1)
            if (down, across) != (0, 0) and (row + down, column + across) in at
        )
        for row, column in at
    ]
    grid = hot_cells(counts=counts, inside=inside, reach=reach)
    listed = hot_spots(counts=counts[inside], neighbours=touching)
    assert grid.sums.tolist() == listed.sums.tolist()
    assert grid.z == pytest.approx(listed.z)
    assert grid.adjusted_p == pytest.approx(listed.adjusted_p)
    assert grid.is_hot.tolist() == listed.is_hot.tolist()


def test_a_box_wider_than_the_grid_holds_it_all() -> None:
    assert box_sums(np.arange(6).reshape(2, 3), 5).tolist() == [[15] * 3] * 2


@pytest.mark.parametrize(
    ("counts", "inside", "reach", "said"),
    [
        ([1, 2], None, 1, "1 dimensions"),
        ([[1, -2]], None, 1, "negative"),
        ([[1, 0.5]], None, 1, "not whole"),
        ([[1, 2]], [[True, False]], 1, "outside the area"),
        ([[1, 2]], None, 0, "reach is 0"),
    ],
)
def test_a_grid_that_cannot_be(counts: object, inside: object, reach: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        hot_cells(counts=counts, inside=inside, reach=reach)  # type: ignore[arg-type]


def test_hot_in_three_years_of_three_is_long_term_active() -> None:
    assert kinds(busy(), busy(), busy()) == {"long-term active"}


def test_two_years_cannot_show_long_term_activity() -> None:
    assert kinds(busy(), busy()) == {"persistent"}


def test_hot_last_of_all_and_risen_is_new() -> None:
    assert kinds(QUIET, QUIET, busy()) == {"new"}


def test_no_longer_hot_and_fallen_is_fading() -> None:
    assert kinds(busy(), busy(), QUIET) == {"fading"}


def test_a_rise_that_such_counts_often_make_is_nothing_new() -> None:
    """Four times as much, 20 to 80 with its neighbours' 60 to 180, but counts vary 60-fold."""
    assert kinds(QUIET, QUIET, busy(4), phi=60.0) <= {"off and on", "persistent"}


def test_a_place_that_just_misses_a_year_is_persistent_and_not_fading() -> None:
    """A little busier than the rest, each year; the last year one other place is as high."""
    random = np.random.default_rng(2)
    years = [busy(2) + random.poisson(4, 40) for _ in range(2)]
    last = busy(2) + random.poisson(4, 40)
    last[5:9] = last[18:22]
    assert kinds(*years, last) <= {"persistent", "long-term active"}


def test_a_break_in_the_recording_of_everything_makes_nothing_new() -> None:
    assert kinds(busy(), busy(), 3 * busy()) == {"long-term active"}
    assert kinds(QUIET, QUIET, 3 * QUIET) == {"none"}


def test_numbers_of_each_class_and_what_the_hot_ones_hold() -> None:
    found = hot_spot_classes(counts=[busy()] * 3, neighbours=ROW)
    hot = [kind is HotSpotClass.LONG_TERM for kind in found.classes]
    assert (found.long_term, found.hot, found.new, found.fading) == (sum(hot), sum(hot), 0, 0)
    assert found.years_hot[20] == 3
    latest = busy()
    assert found.hot_percent == pytest.approx(100 * latest[hot].sum() / latest.sum())
    assert found.adjusted_p_together[20] <= 0.05


def test_a_neighbourhood_that_holds_everything_moved_nowhere() -> None:
    everything = np.zeros(40, dtype=int)
    everything[19:22] = 30
    found = hot_spot_classes(counts=[everything, everything], neighbours=ROW)
    # 20 and both that it touches hold it all; there is no rest to compare its share with
    assert found.classes[20] is HotSpotClass.PERSISTENT


@pytest.mark.parametrize(
    ("years", "phi", "said"),
    [
        ([QUIET], 1.0, "two years"),
        ([QUIET, 0 * QUIET], 1.0, "an event in some place"),
        ([QUIET, QUIET], 0.5, "phi is 0.5"),
    ],
)
def test_years_that_cannot_be_classed(years: list[np.ndarray], phi: float, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        hot_spot_classes(counts=years, neighbours=ROW, phi=phi)


def test_counts_under_twenty_are_compared_exactly() -> None:
    """3 in the four before and 40 after, where all others stand still."""
    few, many = np.full(40, 6), np.full(40, 6)
    few[FOUR], many[FOUR] = 1, 40
    assert kinds(few, few, many) == {"new"}
