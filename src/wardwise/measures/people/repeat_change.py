"""Whether fewer, or more, come again than of those of the year before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.estimate import Estimate
from wardwise.measures.people.difference import difference_of
from wardwise.measures.people.first_and_next import first_and_next
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class RepeatChange:
    """Two years of people, each watched for as long, and those of them who came again.

    Attributes
    ----------
    before, after : Estimate
        Share who came again of each year. Unit: percent.
    points : Estimate
        After less before. Unit: percentage points.
    repeated, followed : tuple of int
        Those who came again, and all, of the year before and of the year. Unit: people.
    """

    before: Estimate
    after: Estimate
    points: Estimate
    repeated: tuple[int, int]
    followed: tuple[int, int]

    @property
    def is_distinguishable(self) -> bool:
        """Whether the two shares differ beyond chance."""
        return not self.points.holds(0)


def repeat_change(
    *,
    person_keys: ArrayLike,
    days: ArrayLike,
    first_day: str | date,
    last_day: str | date,
    window_days: int = 365,
    level: float = 0.95,
) -> RepeatChange:
    """Share who come again, of the last year that can be watched and of the year before it.

    Parameters
    ----------
    person_keys : array
        The person (or address) of each row; a key, never a name. Shape: rows.
    days : array of datetime64
        The day of the event. Shape: rows.
    first_day, last_day : str or date
        The days that the records cover, both included.
    window_days : int
        Length of a year of people, and of the time for which each is watched. Unit: days.
    level : float
        Of the intervals.

    Returns
    -------
    RepeatChange

    Raises
    ------
    ValueError
        If a day is not known, the arrays do not agree, the records cover less than three
        windows, or one of the two years has nobody.

    Notes
    -----
    The last year of people ends ``window_days`` before the records do, the year before it where
    that begins. Each person's first event *of the year* begins the watch, whatever came before,
    so that both years know equally little of the past. Somebody may be in both years; where each
    event has the chance of its own year, the interval holds the truth as often as it says
    (``docs/reference/coverage.md``).

    References
    ----------
    Newcombe RG (1998) Statistics in Medicine 17:873, method 10, for the difference.
    See ``proportion_percent`` for the shares.

    Examples
    --------
    >>> found = repeat_change(
    ...     person_keys=["a", "a", "b", "c", "d"],
    ...     days=["2022-03-01", "2022-05-01", "2022-06-01", "2023-02-01", "2023-03-01"],
    ...     first_day="2022-01-01",
    ...     last_day="2024-12-31",
    ... )
    >>> found.repeated, found.followed, found.points.value, found.is_distinguishable
    ((1, 0), (2, 2), -50.0, False)
    """
    when = np.asarray(days, dtype="M8[D]")
    window = np.timedelta64(window_days, "D")
    until = np.datetime64(str(last_day), "D") - window
    if np.datetime64(str(first_day), "D") > until - 2 * window + np.timedelta64(1, "D"):
        raise ValueError(f"{first_day} to {last_day} is less than three times {window_days} days.")
    repeated, followed = zip(
        *(
            _again(np.asarray(person_keys), when, until=end, window=window)
            for end in (until - window, until)
        ),
        strict=True,
    )
    if 0 in followed:
        raise ValueError("In one of the two years there is nobody to watch.")
    before, after = (
        proportion_percent(part=some, whole=whole, level=level)
        for some, whole in zip(repeated, followed, strict=True)
    )
    return RepeatChange(before, after, difference_of(before, after), repeated, followed)


def _again(
    keys: NDArray[np.str_],
    when: NDArray[np.datetime64],
    *,
    until: np.datetime64,
    window: np.timedelta64,
) -> tuple[int, int]:
    """Those who came again, and all, of the people first seen in the window up to ``until``."""
    near = ~(when <= until - window)  # a day that is not known stays, and is refused
    people = first_and_next(person_keys=keys[near], days=when[near])
    gaps = people.days_to_next[people.first <= until]
    again = (gaps > 0) & (gaps <= window.astype(np.int64))
    return int(np.count_nonzero(again)), len(gaps)
