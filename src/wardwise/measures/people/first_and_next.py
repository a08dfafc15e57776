"""Each person's first event, and the next on a later day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, eq=False)
class FirstAndNext:
    """One row for each person, in no order that means anything.

    Attributes
    ----------
    first : array of datetime64[D]
        Shape: people.
    days_to_next : array of int
        Days from the first event to the next on a later day; −1 where there is none.
        Shape: people.
    """

    first: NDArray[np.datetime64]
    days_to_next: NDArray[np.int64]

    def followed(self, *, days: int, last_day: str | date) -> NDArray[np.int64]:
        """``days_to_next`` of the people who could be followed for so many days."""
        last = np.datetime64(str(last_day), "D")
        seen: NDArray[np.int64] = self.days_to_next[self.first + np.timedelta64(days) <= last]
        return seen


def first_and_next(*, person_keys: ArrayLike, days: ArrayLike) -> FirstAndNext:
    """From one row for each person's part in an event. Rows of one day count once."""
    keys = np.asarray(person_keys)
    when = np.asarray(days, dtype="M8[D]")
    if keys.shape != when.shape or keys.ndim != 1:
        raise ValueError(f"person_keys of shape {keys.shape} and days of shape {when.shape}.")
    if np.isnat(when).any():
        raise ValueError("A day is not known: leave the row out, and say how many are.")
    _, person = np.unique(keys, return_inverse=True)
    order = np.lexsort((when, person))
    person, when = person[order], when[order]
    fresh = np.ones(len(person), dtype=bool)
    fresh[1:] = (person[1:] != person[:-1]) | (when[1:] != when[:-1])
    person, when = person[fresh], when[fresh]
    starts = np.flatnonzero(np.diff(person, prepend=-1))
    events = np.diff(starts, append=len(person))
    gap = np.full(len(starts), -1, dtype=np.int64)
    again = events > 1
    gap[again] = (when[starts[again] + 1] - when[starts[again]]).astype(np.int64)
    return FirstAndNext(first=when[starts], days_to_next=gap)
