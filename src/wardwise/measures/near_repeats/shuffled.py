"""The same counts with the times permuted over the places, many times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.near_repeats.bands import Bands
from wardwise.measures.near_repeats.cuts import cuts_of
from wardwise.measures.near_repeats.pair_counts import Linked, PairCounts, with_beyond
from wardwise.measures.near_repeats.pair_loops import Cuts, fill
from wardwise.measures.near_repeats.placed import LONGEST, Placed
from wardwise.measures.near_repeats.shuffle_loops import LANES, TOGETHER, count, deal
from wardwise.measures.threads import in_threads


Ints = NDArray[np.int64]
Numbers = NDArray[np.int32]

MOST_NEIGHBOURS = 40_000_000
"""Neighbours that are written down at once, four bytes each; more are worked through in turn."""


def shuffled_pairs(
    laid: Placed, bands: Bands, counts: PairCounts, *, permutations: int, seed: int
) -> Ints:
    """Pairs under each permutation. Shape: permutations × classes of distance × of time.

    Each permutation has a seed of its own, so that the answer does not depend on the threads.
    """
    cuts = cuts_of(bands)
    widths = [int(limit) - 1 for limit in cuts.below if 0 < limit <= LONGEST]
    shape = (permutations, len(cuts.limits), len(widths))
    within = np.zeros(shape, dtype=np.int64)
    for begin, end in _blocks(counts.forward) if widths else ():
        ends, neighbours = _neighbours(laid, cuts, begin, counts.forward[begin:end])

        def batch(
            number: int,
            begin: int = begin,
            ends: Ints = ends,
            neighbours: Numbers = neighbours,
        ) -> tuple[int, Ints]:
            dealt = np.empty((laid.events, LANES), dtype=np.uint16)
            deal(laid.times, seed, number, dealt)
            return number, _counted(laid.first, begin, ends, neighbours, dealt, widths)

        for number, found in in_threads(batch, range(0, permutations, LANES)):
            within[number : number + LANES] += found[: permutations - number]
    return with_beyond(_by_class(within, counts.space, cuts), counts.time)


def _counted(
    first: Ints,
    begin: int,
    ends: Ints,
    neighbours: Numbers,
    dealt: NDArray[np.uint16],
    widths: Sequence[int],
) -> Ints:
    """Pairs within each width. Shape: 32 × classes of distance × widths."""
    found = []
    for start in range(0, len(widths), TOGETHER):
        some = np.zeros(TOGETHER, dtype=np.uint16)
        some[: len(widths[start : start + TOGETHER])] = widths[start : start + TOGETHER]
        counts = np.zeros((len(ends), TOGETHER, LANES), dtype=np.int64)
        count(first, begin, ends, neighbours, dealt, some, counts)
        found.append(counts)
    return np.concatenate(found, axis=1)[:, : len(widths)].transpose(2, 0, 1)


def _by_class(within: Ints, space: Sequence[Linked], cuts: Cuts) -> Ints:
    """From pairs within each width to pairs in each class of time."""
    every = np.array([linked.pairs for linked in space[:-1]])[None, :, None]
    whole = np.broadcast_to(every, (*within.shape[:2], 1))
    below = np.concatenate(
        [
            np.zeros((*within.shape[:2], 1 + int((cuts.below <= 0).sum())), dtype=np.int64),
            within,
            np.repeat(whole, 1 + int((cuts.below > LONGEST).sum()), axis=2),
        ],
        axis=2,
    )
    return np.diff(below, axis=2)


def _blocks(forward: Numbers) -> Iterator[tuple[int, int]]:
    """Runs of places whose neighbours together are not too many."""
    until = np.cumsum(forward.sum(axis=1, dtype=np.int64))
    begin = 0
    while begin < len(until):
        before = until[begin - 1] if begin else 0
        end = int(np.searchsorted(until, before + MOST_NEIGHBOURS, side="right"))
        end = max(end, begin + 1)
        yield begin, end
        begin = end


def _neighbours(laid: Placed, cuts: Cuts, begin: int, forward: Numbers) -> tuple[Ints, Numbers]:
    """Where the list of each class of each place ends, and the lists."""
    sizes = np.ascontiguousarray(forward.T).astype(np.int64)
    ends = np.cumsum(sizes).reshape(sizes.shape)
    neighbours = np.empty(int(sizes.sum()), dtype=np.int32)
    fill(laid, cuts, begin, ends - sizes, neighbours)
    return ends, neighbours
