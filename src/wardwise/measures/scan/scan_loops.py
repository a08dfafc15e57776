"""Compiled: the highest score over all windows, of counts against what is expected."""

from __future__ import annotations

from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.compiled import compiled


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

ROUNDING = 1 + 1e-9


class Ground(NamedTuple):
    """``ScanWindows`` as a loop takes them."""

    order: Ints
    is_zone: NDArray[np.bool_]
    reach: Ints
    first: Ints
    last: Ints
    periods: int
    fewest: int


@compiled
def by_stretch(cells: Ints, ground: Ground, found: Ints) -> None:
    """Sums over stretches of time, in place. Shape of ``found``: areas × stretches."""
    periods = cells.shape[1]
    until = np.zeros(periods + 1, np.int64)
    for area in range(cells.shape[0]):
        for period in range(periods):
            until[period + 1] = until[period] + cells[area, period]
        for stretch in range(len(ground.first)):
            found[area, stretch] = until[ground.last[stretch] + 1] - until[ground.first[stretch]]


@compiled
def expected_by_margins(counted: Ints, of_area: Ints, of_stretch: Ints, found: Floats) -> None:
    """Events of the area × events of the stretch ÷ all events, in place."""
    total = 0
    for area in range(len(of_area)):
        total += of_area[area]
    for area in range(counted.shape[0]):
        for stretch in range(counted.shape[1]):
            found[area, stretch] = of_area[area] * of_stretch[stretch] / total


@compiled
def best_round(
    centre: int, counted: Ints, expected: Floats, ground: Ground, total: int, least: float
) -> tuple[float, int, int, int, float]:
    """The best window round a centre above ``least``: score, zone, stretch, events, expected.

    A score is at most o²/2 · (1/E + 1/(C − c)), where o = c − E: both terms of the logarithm
    lie under their parabola. Windows whose bound is not above the best so far are passed over
    without a logarithm; no window that could win is.
    """
    stretches = counted.shape[1]
    events = np.zeros(stretches, np.int64)
    means = np.zeros(stretches)
    best, zone, stretch, most, mean = least, 0, -1, 0, 0.0
    for nearest in range(ground.reach[centre]):
        area = ground.order[centre, nearest]
        for n in range(stretches):
            events[n] += counted[area, n]
            means[n] += expected[area, n]
        if not ground.is_zone[centre, nearest]:
            continue
        for n in range(stretches):
            over = events[n] - means[n]
            if over <= 0 or events[n] < ground.fewest:
                continue
            outside = total - events[n]
            bound = over * over * (outside + means[n]) * ROUNDING
            if bound <= 2 * best * means[n] * outside:
                continue
            score = events[n] * log(events[n] / means[n])
            if outside > 0:
                score += outside * log(outside / (total - means[n]))
            if score > best:
                best, zone, stretch, most, mean = score, nearest + 1, n, events[n], means[n]
    return best, zone, stretch, most, mean


@compiled
def highest(counted: Ints, expected: Floats, ground: Ground, total: int) -> float:
    """The highest score of all windows; 0 where none has more than is expected."""
    best = 0.0
    for centre in range(len(ground.order)):
        best = best_round(centre, counted, expected, ground, total, best)[0]
    return best
