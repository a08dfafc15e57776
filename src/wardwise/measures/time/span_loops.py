"""Compiled walks over spans: minutes dealt out to the hours of the week, in whole numbers."""

from __future__ import annotations

from math import lcm

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.compiled import compiled


Ints = NDArray[np.int64]

HOURS = 168
"""Hours of a week."""
EVENT = 720 * lcm(*range(1, 37))
"""Parts of an event: as many as leave room for sixty minutes of it in a whole number of 64 bits.

Every length up to 36 minutes and every quarter of an hour up to a day divide it.
"""
BITS = 30
_LOW = (1 << BITS) - 1


@compiled
def read(first: Ints, last: Ints, start: Ints, minutes: Ints, state: NDArray[np.uint8]) -> int:
    """Microseconds since 1970 as minutes since Monday midnight and a length in minutes.

    Writes those that have a start one after another, and gives how many. States: 0 no end,
    1 ended, 2 end before start.
    """
    missing = np.int64(-9223372036854775808)
    minute, week, thursday = 60_000_000, 10_080, 4_320
    kept = 0
    for row in range(len(first)):
        if first[row] == missing:
            continue
        start[kept] = (first[row] // minute + thursday) % week
        minutes[kept] = 1
        state[kept] = 0
        if last[row] != missing:
            if last[row] < first[row]:
                state[kept] = 2
            else:
                state[kept] = 1
                length = (last[row] - first[row]) // minute
                if length > 1:
                    minutes[kept] = length
        kept += 1
    return kept


@compiled
def by_length(minutes: Ints, state: NDArray[np.uint8], edges: Ints, counted: Ints) -> None:
    """Adds up how many ended spans are up to each edge, and beyond the last."""
    for row in range(len(minutes)):
        if state[row] == 1:
            band = 0
            while band < len(edges) and minutes[row] > edges[band]:
                band += 1
            counted[band] += 1


@compiled
def dealt(start: Ints, minutes: Ints, state: NDArray[np.uint8], steps: Ints) -> tuple[int, int]:
    """Each event's share of an hour, as differences from hour to hour.

        Gives how many were dealt out, and how many that ended lie within one hour of the clock.

    ``steps`` has two rows, of the high and of the low bits, for two weeks of hours and one more.
    The minutes that lie after a moment are, hour by hour, a step: what is left of its own hour,
    then 60. A span is the step of its start less the step of its end, and every step two whole
    numbers. An event is ``EVENT`` parts, a minute of it so many of them, rounded down; what is
    left over goes to the first hour, so that nothing is lost and no order of the rows tells.
    """
    week = 10_080
    count = 0
    within = 0
    for row in range(len(start)):
        length = minutes[row]
        if length >= week:
            continue
        count += 1
        begin = start[row]
        end = begin + length
        if state[row] == 1 and begin // 60 == (end - 1) // 60:
            within += 1
        part = EVENT // length
        left = EVENT - part * length
        hour = begin // 60
        past = begin - hour * 60
        _add(steps, hour, part * (60 - past))
        _add(steps, hour + 1, part * past)
        _add(steps, hour, left)
        _add(steps, hour + 1, -left)
        hour = end // 60
        past = end - hour * 60
        _add(steps, hour, -part * (60 - past))
        _add(steps, hour + 1, -part * past)
    return count, within


@compiled
def _add(steps: Ints, hour: int, parts: int) -> None:
    """Both halves grow slowly enough for a thousand million events."""
    steps[0, hour] += parts >> BITS
    steps[1, hour] += parts & _LOW
