"""Spans of time as the measures of hours take them: whole minutes of the local clock."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

DAY = 24 * 60
WEEK = 7 * DAY
MINUTE = np.timedelta64(1, "m")
# the clock of datetime64 begins on a Thursday
THURSDAY = 3 * DAY
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
    ended, reversed : array of bool
        Whether the end is given and not before the start; whether it is before. Shape: events.
    without_start : int
        Rows that have no start.
    """

    start: Ints
    minutes: Ints
    ended: Flags
    reversed: Flags
    without_start: int

    @property
    def events(self) -> int:
        """How many have a start."""
        return len(self.start)

    def lengths(self) -> dict[str, int]:
        """How many by length, the longest last, and then those with no good end."""
        length = self.minutes[self.ended]
        edges = [0, *LENGTHS.values()]
        band = np.searchsorted(edges, length, side="left") - 1
        counted = np.bincount(band, minlength=len(edges)).tolist()
        return {
            **dict(zip([*LENGTHS, LONGEST], counted, strict=True)),
            NO_END: int(np.count_nonzero(~self.ended & ~self.reversed)),
            END_FIRST: int(np.count_nonzero(self.reversed)),
        }


def read_spans(*, starts: ArrayLike, ends: ArrayLike) -> Spans:
    """Spans from their moments; an end that cannot be leaves the start alone."""
    first = np.asarray(starts, dtype="M8[us]")
    last = np.asarray(ends, dtype="M8[us]")
    if first.shape != last.shape or first.ndim != 1:
        raise ValueError(f"starts of shape {first.shape} and ends of shape {last.shape}.")
    begun = ~np.isnat(first)
    first, last = first[begun], last[begun]
    given = ~np.isnat(last)
    reversed_ = given & (last < first)
    ended = given & ~reversed_
    minutes = np.ones(len(first), dtype=np.int64)
    minutes[ended] = np.maximum(1, (last[ended] - first[ended]) // MINUTE)
    since_monday = (first.astype("M8[m]").astype(np.int64) + THURSDAY) % WEEK
    return Spans(since_monday, minutes, ended, reversed_, int(np.count_nonzero(~begun)))
