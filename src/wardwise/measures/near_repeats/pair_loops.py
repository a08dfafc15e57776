"""Compiled loops over the pairs of places within reach of one another.

Every pair of places is met once, from the earlier of the two. A band of distance numbered 0
lies below the first limit, and pairs beyond the last are left out; bands of time likewise, with
those beyond the last in one of their own.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.compiled import compiled
from wardwise.measures.near_repeats.placed import Placed


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Numbers = NDArray[np.int32]
Times = NDArray[np.uint16]
Small = NDArray[np.uint8]

WIDE = 1024
"""Places whose distances are worked out together."""


class Cuts(NamedTuple):
    """Where the bands part.

    ``limits`` are of squares of distances, or of distances where ``is_manhattan``; ``below`` are
    the whole differences of time that a limit is above, rising; ``band_of`` is the band of each
    difference; ``own_band`` that of a distance of nought.
    """

    reach: float
    is_manhattan: bool
    limits: Floats
    below: Ints
    band_of: Small
    own_band: int


@compiled
def near(
    laid: Placed, cuts: Cuts, own: int, windows: Ints, far: Floats, found: Numbers, bands: Small
) -> int:
    """The places after ``own`` and within reach, and the band of each; how many there are.

    ``windows`` remembers, from one place to the next, its strip and where those within reach
    begin and end in it and in the next. ``far`` is scratch.
    """
    x, y, limits = laid.x, laid.y, cuts.limits
    strip_end, next_end = laid.strip_end[own], laid.next_end[own]
    if windows[0] != strip_end:
        windows[0], windows[1], windows[2], windows[3] = strip_end, own, strip_end, strip_end
    while windows[1] < strip_end and x[windows[1]] - x[own] <= cuts.reach:
        windows[1] += 1
    while windows[2] < next_end and x[own] - x[windows[2]] > cuts.reach:
        windows[2] += 1
    windows[3] = max(windows[3], windows[2])
    while windows[3] < next_end and x[windows[3]] - x[own] <= cuts.reach:
        windows[3] += 1
    n = 0
    for part in range(2):
        begin, end = (own + 1, windows[1]) if part == 0 else (windows[2], windows[3])
        for start in range(begin, end, WIDE):
            size = min(WIDE, end - start)
            for k in range(size):
                across, up = x[start + k] - x[own], y[start + k] - y[own]
                far[k] = abs(across) + abs(up) if cuts.is_manhattan else across**2 + up**2
            for k in range(size):
                bands[n + k] = far[k] >= limits[0]
            for limit in limits[1:]:
                for k in range(size):
                    bands[n + k] += far[k] >= limit
            kept = n
            for k in range(size):
                found[kept], bands[kept] = start + k, bands[n + k]
                kept += bands[kept] < len(limits)
            n = kept
    return n


@compiled
def scan(
    laid: Placed, cuts: Cuts, begin: int, observed: Ints, degrees: Ints, forward: Numbers
) -> None:
    """Count the pairs whose earlier place is one of so many from ``begin``.

    Adds to ``observed`` (bands of distance × bands of time: pairs of events), to ``degrees``
    (bands × places from ``begin``: events in the band of each event there) and to ``forward``
    (places × bands: later places in the band, and the place itself where it holds a pair).
    """
    first, times = laid.first, laid.times
    windows, far = np.full(4, -1), np.empty(WIDE)
    found = np.empty(len(laid.x) + WIDE, np.int32)
    bands = np.empty(len(laid.x) + WIDE, np.uint8)
    for a in range(begin, begin + len(forward)):
        mine = times[first[a] : first[a + 1]]
        here = len(mine)
        if here > 1 and cuts.own_band < len(observed):
            forward[a - begin, cuts.own_band] += 1
            degrees[cuts.own_band, a - begin] += here - 1
            pairs_of_one(mine, cuts, observed[cuts.own_band])
        n = near(laid, cuts, a, windows, far, found, bands)
        for k in range(n):
            b, band = found[k], bands[k]
            forward[a - begin, band] += 1
            there = first[b + 1] - first[b]
            degrees[band, a - begin] += there
            degrees[band, b - begin] += here
            if here * there == 1:
                one, other = times[first[a]], times[first[b]]
                observed[band, cuts.band_of[max(one, other) - min(one, other)]] += 1
            else:
                pairs_across(mine, times[first[b] : first[b + 1]], cuts, observed[band])


@compiled
def pairs_across(mine: Times, theirs: Times, cuts: Cuts, counts: Ints) -> None:
    """Pairs across two places by band of time; a walk along both where they hold many."""
    if len(mine) * len(theirs) <= 2 * (len(mine) + len(theirs)) * len(cuts.below):
        for one in mine:
            for other in theirs:
                counts[cuts.band_of[max(one, other) - min(one, other)]] += 1
        return
    before = 0
    for n in range(len(cuts.below)):
        within = pairs_within(mine, theirs, cuts.below[n])
        counts[n] += within - before
        before = within
    counts[len(cuts.below)] += len(mine) * len(theirs) - before


@compiled
def pairs_of_one(mine: Times, cuts: Cuts, counts: Ints) -> None:
    """Pairs of events of one place by band of time."""
    twice = np.zeros(len(counts), np.int64)
    pairs_across(mine, mine, cuts, twice)
    twice[cuts.band_of[0]] -= len(mine)
    for n in range(len(counts)):
        counts[n] += twice[n] // 2


@compiled
def pairs_within(mine: Times, theirs: Times, limit: int) -> int:
    """Pairs whose times differ by less than the limit; both are in order."""
    total = low = high = 0
    for one in mine:
        time = np.int64(one)
        while low < len(theirs) and time - np.int64(theirs[low]) >= limit:
            low += 1
        high = max(high, low)
        while high < len(theirs) and np.int64(theirs[high]) - time < limit:
            high += 1
        total += high - low
    return total


@compiled
def fill(laid: Placed, cuts: Cuts, begin: int, at: Ints, neighbours: Numbers) -> None:
    """Write down the places that ``scan`` found forward of each place from ``begin``.

    ``at`` says where the next is written, and moves on. Shape: bands × places.
    """
    first, own_band = laid.first, cuts.own_band
    windows, far = np.full(4, -1), np.empty(WIDE)
    found = np.empty(len(laid.x) + WIDE, np.int32)
    bands = np.empty(len(laid.x) + WIDE, np.uint8)
    for a in range(at.shape[1]):
        if first[begin + a + 1] - first[begin + a] > 1 and own_band < len(at):
            neighbours[at[own_band, a]] = begin + a
            at[own_band, a] += 1
        for k in range(near(laid, cuts, begin + a, windows, far, found, bands)):
            neighbours[at[bands[k], a]] = found[k]
            at[bands[k], a] += 1
