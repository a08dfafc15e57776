"""Compiled loops that count pairs for 32 orders of the times at once.

The times of an event under 32 permutations lie side by side, as many as a processor compares in
one step; the pairs are met in the order of places, so that they are near at hand.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.chance import seed_of, shuffle
from wardwise.measures.compiled import compiled


Ints = NDArray[np.int64]
Numbers = NDArray[np.int32]
Times = NDArray[np.uint16]

LANES = 32
TOGETHER = 4
"""Limits of time that are compared with together."""
FULL = 65_535
"""What a count of sixteen bits holds."""


@compiled
def deal(times: Times, seed: int, number: int, dealt: Times) -> None:
    """The times in 32 orders, of the permutations from ``number``. Shape: events × 32."""
    for lane in range(LANES):
        order = times.copy()
        shuffle(order, np.uint64(seed_of(seed, number + lane)))
        for n in range(len(order)):
            dealt[n, lane] = order[n]


@compiled
def count(
    first: Ints,
    begin: int,
    ends: Ints,
    neighbours: Numbers,
    dealt: Times,
    widths: Times,
    counts: Ints,
) -> None:
    """Add the pairs no further apart in time than each of four widths.

    ``ends`` says where the list of each band of each place ends (bands × places from ``begin``).
    ``counts``: bands × four widths × 32.
    """
    tally = np.zeros((TOGETHER, LANES), np.uint16)
    mine = np.empty(LANES, np.uint16)
    at = 0
    for band in range(len(ends)):
        held = 0
        for a in range(ends.shape[1]):
            for i in range(first[begin + a], first[begin + a + 1]):
                mine[:] = dealt[i]
                for k in range(at, ends[band, a]):
                    b = neighbours[k]
                    stop = i if b == begin + a else first[b + 1]
                    for j in range(first[b], stop):
                        if held == FULL:
                            empty(tally, counts[band])
                            held = 0
                        held += 1
                        for lane in range(LANES):
                            # sixteen bits wrap round: no further apart than w, either way, is
                            # at most 2w above -w
                            apart = np.uint16(mine[lane] - dealt[j, lane])
                            for n in range(TOGETHER):
                                is_near = np.uint16(apart + widths[n]) <= np.uint16(2 * widths[n])
                                tally[n, lane] = np.uint16(tally[n, lane] + np.uint16(is_near))
            at = ends[band, a]
        empty(tally, counts[band])


@compiled
def empty(tally: Times, counts: Ints) -> None:
    """Put what the tally holds where there is room."""
    for n in range(TOGETHER):
        for lane in range(LANES):
            counts[n, lane] += tally[n, lane]
            tally[n, lane] = 0
