"""Events counted by week."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


Days = NDArray[np.datetime64]
MONDAY = np.datetime64("1970-01-05", "D")


def weekly_counts(
    *,
    days: ArrayLike,
    first: np.datetime64 | None = None,
    last: np.datetime64 | None = None,
) -> tuple[Days, NDArray[np.int64]]:
    """Events in each whole week from Monday to Sunday.

    Parameters
    ----------
    days : array of datetime64
        The day of each event, in any order; NaT where not known. Shape: events.
    first, last : datetime64, optional
        The days between which everything is held; the earliest and the latest event where not
        given. A week that reaches beyond them is left out.

    Returns
    -------
    mondays : array of datetime64
        The first day of each week, none left out. Shape: weeks.
    counts : array of int
        Unit: events. Shape: weeks.

    Raises
    ------
    ValueError
        If no day is known, or there is no whole week.

    References
    ----------
    ISO 8601: weeks begin on Monday.

    Examples
    --------
    >>> days = np.array(["2024-01-01", "2024-01-07", "2024-01-08", "2024-01-21"], "M8[D]")
    >>> mondays, counts = weekly_counts(days=days)
    >>> mondays.astype(str).tolist(), counts.tolist()
    (['2024-01-01', '2024-01-08', '2024-01-15'], [2, 1, 1])
    """
    known = np.asarray(days, dtype="datetime64[D]")
    known = known[~np.isnat(known)]
    if not len(known):
        raise ValueError("No day is known: there is nothing to count by week.")
    begins = known.min() if first is None else first.astype("M8[D]")
    ends = known.max() if last is None else last.astype("M8[D]")
    monday = monday_of(begins + np.timedelta64(6, "D"))  # the first that is not before it
    weeks = int((ends + np.timedelta64(1, "D") - monday) // np.timedelta64(7, "D"))
    if weeks < 1:
        raise ValueError(f"There is no whole week from {begins} to {ends}.")
    week = (known - monday) // np.timedelta64(7, "D")
    inside = (week >= 0) & (week < weeks)
    counts = np.bincount(week[inside].astype(np.int64), minlength=weeks)
    return monday + 7 * np.arange(weeks), counts


def monday_of(day: np.datetime64) -> np.datetime64:
    """The Monday on or before a day."""
    return day - (day - MONDAY) % np.timedelta64(7, "D")
