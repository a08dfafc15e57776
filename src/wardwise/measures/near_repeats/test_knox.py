"""Knox's test: by hand, by every permutation there is, and by slow second workings."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from wardwise.measures.chance import seed_of, shuffle
from wardwise.measures.near_repeats import pair_loops, shuffle_loops, shuffled
from wardwise.measures.near_repeats.bands import Bands
from wardwise.measures.near_repeats.cuts import cuts_of
from wardwise.measures.near_repeats.knox import Knox, knox
from wardwise.measures.near_repeats.pair_counts import count_pairs
from wardwise.measures.near_repeats.placed import Placed, placed
from wardwise.measures.near_repeats.shuffled import shuffled_pairs


Floats = NDArray[np.float64]
INF = math.inf

KINDS = [
    Bands((0, 100, 200, 300), (0, 7, 14)),
    Bands((0, 100, 200), (0, 7, 14, 21, 28, 35), metric="manhattan"),
    Bands((0, 100, 250), (0, 3, 9), closed="left"),
    Bands((0, 100, 200), (0, 3, 9), closed="left", highest=True),
    Bands((0, 100, 200), (0, 7), lowest=False),
    Bands((0, 100, 200), (0, 7, 14), same_place=True),
    Bands((0, 100, 200), (0, 7, 14), same_place=True, closed="left"),
    Bands((50, 100, INF), (2, 7, INF)),
    Bands((0, 150), (0, INF)),
    Bands((0, 100, 200, INF), (0, 7, 14, INF), metric="manhattan", mode="calculator"),
]


def crimes(n: int, *, seed: int = 1) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Events at round metres, so that many pairs lie on a limit and many places are shared."""
    random = np.random.default_rng(seed)
    x, y = random.integers(0, 14, (2, n)) * 50.0
    return x, y, random.integers(0, 40, n)


def holds(limits: tuple[float, ...], bands: Bands, number: int, value: float, *, own: bool) -> bool:
    """Whether the band of that number holds the value, said as the documentation says it."""
    if own and bands.same_place:
        if number == 0:
            return value == 0
        number -= 1
    low, high = limits[number], limits[number + 1]
    if bands.same_place and own and value == 0:
        return False
    if bands.closed == "right":
        return low < value <= high or (number == 0 and bands.lowest and value == low)
    return low <= value < high or (number == len(limits) - 2 and bands.highest and value == high)


def slow_table(x: Floats, y: Floats, times: NDArray[Any], bands: Bands) -> NDArray[np.int64]:
    """Every pair, one at a time."""
    space, time = bands.space, bands.time
    if bands.is_calculator:
        space, bands = (0.0, 1.0, *space[1:]), Bands((0.0, 1.0, *space[1:]), time, closed="left")
        bands = Bands(space, time, closed="left", metric="manhattan")
    table = np.zeros((len(space) - 1 + bands.same_place, len(time) - 1), dtype=np.int64)
    for i, j in itertools.combinations(range(len(x)), 2):
        across, up = abs(x[i] - x[j]), abs(y[i] - y[j])
        far = across + up if bands.metric == "manhattan" else math.hypot(across, up)
        apart = abs(int(times[i]) - int(times[j]))
        for k, m in np.ndindex(*table.shape):
            table[k, m] += holds(space, bands, k, far, own=True) and holds(
                time, bands, m, apart, own=False
            )
    return table


@pytest.mark.parametrize("bands", KINDS, ids=str)
def test_every_pair_is_in_its_band(bands: Bands) -> None:
    x, y, times = crimes(90)
    found = knox(x=x, y=y, times=times, bands=bands)
    assert found.observed.tolist() == slow_table(x, y, times, bands).tolist()
    assert found.observed.shape == (len(found.space_labels), len(found.time_labels))
    assert found.p is None
    assert found.window is None


@pytest.mark.parametrize("bands", KINDS[:1] + KINDS[5:], ids=str)
def test_mean_and_variance_are_those_of_every_permutation(bands: Bands) -> None:
    x, y, times = crimes(6, seed=4)
    times //= 4
    tables = np.array(
        [slow_table(x, y, times[list(order)], bands) for order in itertools.permutations(range(6))]
    )
    found = knox(x=x, y=y, times=times, bands=bands)
    assert found.expected == pytest.approx(tables.mean(axis=0))
    assert found.deviation**2 == pytest.approx(tables.var(axis=0))


def test_mean_and_variance_by_hand() -> None:
    """Two near pairs apart from one another, (a, b) and (c, d), and times 1, 3, 40, 45.

    In time 1 and 3 are near, and 40 and 45. Of the three ways to pair four times off, one puts
    both near pairs together and two neither: 2 pairs with chance 1/3, or 0. Mean 2/3, variance
    4/3 − 4/9 = 8/9.
    """
    found = knox(
        x=[0, 0, 900, 900],
        y=[0, 50, 0, 60],
        times=[1, 3, 40, 45],
        bands={"space": (0, 100), "time": (0, 7)},
    )
    assert found.observed[0, 0] == 2
    assert found.expected[0, 0] == pytest.approx(2 / 3)
    assert found.deviation[0, 0] ** 2 == pytest.approx(8 / 9)
    assert found.ratio[0, 0] == pytest.approx(3)
    assert found.z[0, 0] == pytest.approx((2 - 2 / 3) / math.sqrt(8 / 9))
    assert (found.space_pairs, found.time_pairs) == ((2,), (2,))


@pytest.mark.parametrize("events", [2, 3])
def test_few_events_have_moments_too(events: int) -> None:
    found = knox(x=[0] * events, y=[0] * events, times=range(events), bands=KINDS[0])
    assert found.observed[0].tolist() == [events * (events - 1) // 2, 0]
    assert found.deviation[0].tolist() == [0, 0]
    assert np.isnan(found.z).all()
    assert np.isnan(found.ratio[0, 1])


def slow_shuffled(
    laid: Placed, bands: Bands, *, permutations: int, seed: int
) -> list[list[list[int]]]:
    """The same permutations, each counted pair by pair."""
    x, y = np.repeat(laid.x, laid.at_each), np.repeat(laid.y, laid.at_each)
    tables = []
    for number in range(permutations):
        times = laid.times.astype(np.int64)
        shuffle(times, np.uint64(seed_of(seed, number)))
        tables.append(slow_table(x, y, times, bands).tolist())
    return tables


@pytest.mark.parametrize("bands", KINDS, ids=str)
@pytest.mark.parametrize("at_once", [5, 10**6])
def test_permuted_tables_by_a_slow_second_working(
    bands: Bands, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shuffled, "MOST_NEIGHBOURS", at_once)
    x, y, times = crimes(40)
    laid = placed(x=x, y=y, times=times, reach=bands.reach)
    counts = count_pairs(laid, bands)
    found = shuffled_pairs(laid, bands, counts, permutations=35, seed=7)
    cells = np.s_[:, 1 : len(bands.space_limits), 1 : len(bands.time_limits)]
    slow = slow_shuffled(laid, bands, permutations=2, seed=7)
    assert found[cells][:2].tolist() == slow
    assert (found.sum(axis=(1, 2)) == 40 * 39 // 2).all()


def test_the_p_is_the_share_of_permutations_with_as_many() -> None:
    x, y, times = crimes(40)
    bands = KINDS[0]
    found = knox(x=x, y=y, times=times, bands=bands, permutations=19, seed=3)
    laid = placed(x=x, y=y, times=times, reach=bands.reach)
    slow = np.array(slow_shuffled(laid, bands, permutations=19, seed=3))
    assert found.p is not None
    assert found.p_adjusted is not None
    assert (found.p * 20).tolist() == (1 + (slow >= found.observed).sum(axis=0)).tolist()
    assert found.p_adjusted.ravel().tolist() == pytest.approx(_stepped(found, slow))


def _stepped(found: Knox, slow: NDArray[np.int64]) -> list[float]:
    """Westfall and Young's algorithm 2.8, one cell at a time."""
    ours = found.z.ravel()
    theirs = ((slow - found.expected) / found.deviation).reshape(len(slow), -1)
    order = sorted(range(len(ours)), key=lambda n: -ours[n])
    adjusted, least = [0.0] * len(ours), 0.0
    for rank, cell in enumerate(order):
        left = order[rank:]
        as_high = sum(max(row[left]) >= ours[cell] - 1e-12 for row in theirs)
        least = max(least, (1 + as_high) / (1 + len(slow)))
        adjusted[cell] = least
    return adjusted


def test_the_answer_does_not_depend_on_the_order_of_the_rows() -> None:
    x, y, times = crimes(200)
    order = np.random.default_rng(2).permutation(200)
    one, other = (
        knox(x=x[rows], y=y[rows], times=times[rows], bands=KINDS[5], permutations=64, seed=1)
        for rows in (np.arange(200), order)
    )
    assert one.p is not None
    assert other.p is not None
    assert one.p.tolist() == other.p.tolist()
    assert one.observed.tolist() == other.observed.tolist()


def test_one_place_with_very_many_events() -> None:
    """400 events are 79,800 pairs: more than sixteen bits count, and one walk along the times."""
    times = np.random.default_rng(5).integers(0, 300, 400)
    bands = Bands((0, 10), (0, 7, 14))
    found = knox(x=[5] * 400, y=[5] * 400, times=times, bands=bands, permutations=3)
    apart = np.abs(times[:, None] - times)[np.triu_indices(400, 1)]
    assert found.observed.tolist() == [[(apart <= 7).sum(), ((apart > 7) & (apart <= 14)).sum()]]
    # whichever time is put where, the pairs of one place are the same
    assert found.p is not None
    assert np.all(found.p == 1)
    assert np.all(found.p_adjusted == 1)


def test_many_places_fill_more_than_one_piece_of_work() -> None:
    random = np.random.default_rng(6)
    x, y = random.uniform(0, 60_000, (2, 9_000))
    times = random.integers(0, 365, 9_000)
    bands = Bands((0, 300, 600), (0, 7))
    found = knox(x=x, y=y, times=times, bands=bands)
    far = np.hypot(x[:, None] - x, y[:, None] - y)[np.triu_indices(9_000, 1)]
    assert found.space_pairs == ((far <= 300).sum(), ((far > 300) & (far <= 600)).sum())


def test_the_action_window_is_the_block_with_most_beyond_chance() -> None:
    """Pairs planted within 100 m and a week, on a background that is even in place and time."""
    random = np.random.default_rng(8)
    x, y = random.uniform(0, 3_000, (2, 600))
    times = random.integers(0, 365, 600)
    x[300:420], y[300:420] = x[:120] + 40, y[:120] + 40
    times[300:420] = times[:120] + random.integers(0, 7, 120)
    bands = Bands((0, 100, 200, 300), (0, 7, 14), same_place=True)
    found = knox(x=x, y=y, times=times, bands=bands, permutations=199, seed=1)
    assert found.window is not None
    assert (found.window.space_bands, found.window.time_bands) == ((1, 1), (0, 0))
    assert found.window.observed == found.observed[1, 0]
    assert found.window.percent_above == pytest.approx(100 * (found.ratio[1, 0] - 1))
    assert found.is_above_chance.sum() == 1


def test_a_look_at_more_tables_asks_more_of_each() -> None:
    """p 0.005 of 199 permutations: 9 looks are 0.045, 10 are 0.05 and no longer below it."""
    x = np.repeat(np.arange(30) * 10_000.0, 2) + np.tile([0, 50], 30)
    arguments: dict[str, Any] = {
        "x": x,
        "y": np.zeros(60),
        "times": np.repeat(np.arange(30) * 11, 2),
        "bands": Bands((0, 100), (0, 7)),
        "permutations": 199,
    }
    one, nine, ten = (knox(**arguments, looks=looks) for looks in (1, 9, 10))
    assert one.p_adjusted is not None
    assert one.p_adjusted[0, 0] == pytest.approx(0.005)
    assert one.looks == knox(**arguments).looks == 1
    assert [found.window is not None for found in (one, nine, ten)] == [True, True, False]
    assert ten.p_adjusted is not None
    assert ten.p_adjusted.tolist() == one.p_adjusted.tolist()
    with pytest.raises(ValueError, match="0 looks cannot be"):
        knox(**arguments, looks=0)


@pytest.mark.filterwarnings("ignore:overflow encountered")  # NumPy tells of it, the machine wraps
@pytest.mark.parametrize("bands", [KINDS[0], KINDS[1], KINDS[5]], ids=str)
def test_the_loops_are_the_same_without_the_compiler(
    bands: Bands, monkeypatch: pytest.MonkeyPatch
) -> None:
    x, y, times = crimes(60, seed=9)
    x[:20] = y[:20] = 0  # a place with many, so that both ways of counting are gone
    laid, monkey = placed(x=x, y=y, times=times, reach=bands.reach), monkeypatch
    one = _all_loops(laid, bands, lambda loop: loop)
    monkey.setattr(shuffle_loops, "FULL", 7)
    for module, names in (
        (pair_loops, ("near", "pairs_across", "pairs_of_one", "pairs_within")),
        (shuffle_loops, ("empty",)),
    ):
        for name in names:
            monkey.setattr(module, name, getattr(module, name).py_func)
    other = _all_loops(laid, bands, lambda loop: loop.py_func)
    for mine, theirs in zip(one, other, strict=True):
        assert mine.tolist() == theirs.tolist()


def _all_loops(laid: Placed, bands: Bands, form: Callable[[Any], Any]) -> tuple[NDArray[Any], ...]:
    cuts = cuts_of(bands)
    rows = len(cuts.limits)
    observed = np.zeros((rows, len(cuts.below) + 1), dtype=np.int64)
    degrees = np.zeros((rows, laid.places), dtype=np.int64)
    forward = np.zeros((laid.places, rows), dtype=np.int32)
    form(pair_loops.scan)(laid, cuts, 0, observed, degrees, forward)
    ends = np.cumsum(forward.T).reshape(rows, -1)
    neighbours = np.zeros(int(forward.sum()), dtype=np.int32)
    form(pair_loops.fill)(laid, cuts, 0, ends - forward.T, neighbours)
    dealt = np.zeros((laid.events, shuffle_loops.LANES), dtype=np.uint16)
    form(shuffle_loops.deal)(laid.times, 1, 0, dealt)
    counts = np.zeros((rows, shuffle_loops.TOGETHER, shuffle_loops.LANES), dtype=np.int64)
    widths = np.array([3, 7, 14, 0], dtype=np.uint16)
    form(shuffle_loops.count)(laid.first, 0, ends, neighbours, dealt, widths, counts)
    return observed, degrees, forward, neighbours, dealt, counts
