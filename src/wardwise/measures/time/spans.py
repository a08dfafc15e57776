"""Spans of time as the measures of hours take them: whole minutes of the local clock."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

DAY = 24 * 60
WEEK = 7 * DAY
ENDED, REVERSED = 1, 2
LENGTHS = {
    "an hour or less": 60,
    "over 1 hour to 6": 6 * 60,
    "over 6 hours to 12": 12 * 60,
    "over 12 hours to 24": DAY,
    "over a day, under a week": WEEK - 1,
}
NO_END, END_FIRST, LONGEST = "no end given", "end before start", "a week or more"


@dataclass(frozen=True, eq=False)
class Spans:
    """The spans that have a start.

    Attributes
    ----------
    start : array of int
        Minutes since Monday midnight. Shape: events.
    minutes : array of int
        Length, 1 or more; 1 where the start alone is to count. Shape: events.
    state : array of int
        ``ENDED`` where the end is given and not before the start, ``REVERSED`` where it is
        before, else 0. Shape: events.
    without_start : int
        Rows that have no start.
    """

    start: Ints
    minutes: Ints
    state: NDArray[np.uint8]
    without_start: int

    @property
    def events(self) -> int:
        """How many have a start."""
        return len(self.start)

    @property
    def ended(self) -> Flags:
        """Whether the end is given and not before the start. Shape: events."""
        given: Flags = self.state == ENDED
        return given

    def lengths(self) -> dict[str, int]:
        """How many by length, the longest last, and then those with no good end."""
        from wardwise.measures.time.span_loops import by_length  # numba is slow to import

        counted = np.zeros(len(LENGTHS) + 1, dtype=np.int64)
        by_length(self.minutes, self.state, np.array([*LENGTHS.values()]), counted)
        reversed_ = int(np.count_nonzero(self.state == REVERSED))
        return {
            **dict(zip([*LENGTHS, LONGEST], counted.tolist(), strict=True)),
            NO_END: self.events - int(counted.sum()) - reversed_,
            END_FIRST: reversed_,
        }


def read_spans(*, starts: ArrayLike, ends: ArrayLike) -> Spans:
    """Spans from their moments; an end that cannot be leaves the start alone."""
    first = np.asarray(starts, dtype="M8[us]")
    last = np.asarray(ends, dtype="M8[us]")
    if first.shape != last.shape or first.ndim != 1:
        raise ValueError(f"starts of shape {first.shape} and ends of shape {last.shape}.")
    from wardwise.measures.time.span_loops import read

    start, minutes = np.empty(len(first), dtype=np.int64), np.empty(len(first), dtype=np.int64)
    state = np.empty(len(first), dtype=np.uint8)
    kept = read(first.view(np.int64), last.view(np.int64), start, minutes, state)
    return Spans(start[:kept], minutes[:kept], state[:kept], len(first) - kept)
