"""Events gathered by place and laid out in strips, so that neighbours lie near one another."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Times = NDArray[np.uint16]

LONGEST = 32_767
"""From the first time to the last, so that a difference fits in sixteen bits. Unit: times'."""
MOST_STRIPS = 2.0**30


class Placed(NamedTuple):
    """Places in the order of their strip, then x, then y; events in the order of places.

    A named tuple, because compiled loops take one as it is.

    Attributes
    ----------
    x, y : array
        Shape: places.
    first : array
        Where the events of each place begin, and where the last ends. Shape: places + 1.
    times : array
        Since the first of all; within a place in order. Shape: events.
    strip_end, next_end : array
        Where each place's strip ends, and where the next does: the same where the strip after
        it holds nothing. Shape: places.
    """

    x: Floats
    y: Floats
    first: Ints
    times: Times
    strip_end: Ints
    next_end: Ints

    @property
    def places(self) -> int:
        """How many."""
        return len(self.x)

    @property
    def events(self) -> int:
        """How many."""
        return len(self.times)

    @property
    def at_each(self) -> Ints:
        """Events at each place."""
        return np.diff(self.first)


def placed(*, x: ArrayLike, y: ArrayLike, times: ArrayLike, reach: float) -> Placed:
    """Lay the events out; a ValueError says what cannot be."""
    east, north = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    when = _whole_times(times)
    if not (east.ndim == 1 and east.shape == north.shape == when.shape):
        raise ValueError("x, y and times are of different lengths: expected one of each an event.")
    if not (np.isfinite(east).all() and np.isfinite(north).all()):
        raise ValueError("x or y holds something that is not a number.")
    if len(east) < 2:
        raise ValueError(f"{len(east)} events make no pair: expected two or more.")
    strip = _strips(north, reach)
    order = np.lexsort((when, north, east, strip))
    east, north, strip = east[order], north[order], strip[order]
    starts = np.ones(len(east), dtype=bool)
    starts[1:] = (np.diff(east) != 0) | (np.diff(north) != 0)
    at = np.flatnonzero(starts)
    strip_end, next_end = _ends(strip[at])
    return Placed(
        x=east[at],
        y=north[at],
        first=np.append(at, len(east)),
        times=when[order],
        strip_end=strip_end,
        next_end=next_end,
    )


def _whole_times(times: ArrayLike) -> Times:
    given = np.asarray(times, dtype=float)
    if given.size and not (np.isfinite(given).all() and (given == np.floor(given)).all()):
        raise ValueError("times holds something that is not a whole number: expected days, say.")
    since = given - given.min(initial=np.inf)
    if given.size and since.max() > LONGEST:
        raise ValueError(
            f"times run over {since.max():,.0f}: expected at most {LONGEST:,}, 89 years of days."
        )
    found: Times = since.astype(np.uint16)
    return found


def _strips(north: Floats, reach: float) -> Floats:
    """The strip of each event. No two within reach lie more than one strip apart."""
    low, high = float(north.min()), float(north.max())
    # a hair wider, so that rounding in the division parts no two that are within reach
    height = max(reach * (1 + 1e-6), (high - low) / MOST_STRIPS)
    return np.floor((north - low) / height) if height > 0 else np.zeros_like(north)


def _ends(strip: Floats) -> tuple[Ints, Ints]:
    numbers, at, sizes = np.unique(strip, return_inverse=True, return_counts=True)
    ends = np.cumsum(sizes)
    is_next = np.append(np.diff(numbers) == 1, False)
    beyond = np.where(is_next, np.append(ends[1:], 0), ends)
    return ends[at], beyond[at]
