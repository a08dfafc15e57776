"""The weeks of the last quarter against the same weeks of earlier years, from days of events."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.nothing import NotKnown
from wardwise.measures.time.farrington import YEAR, Farrington, farrington
from wardwise.measures.time.weekly_counts import weekly_counts


JUDGED = 13
"""Weeks of a quarter."""
LEAST = 3 * YEAR - 1
"""Whole weeks that must be held: any three calendar years hold 155 or 156 of them."""
HALF_WINDOW = 3


@dataclass(frozen=True, eq=False)
class WeeklyAlarms:
    """The judged weeks: their Mondays, counts, and what Farrington's test says of them.

    Shape of ``mondays`` and ``counts``: weeks judged.
    """

    mondays: NDArray[np.datetime64]
    counts: NDArray[np.int64]
    found: Farrington
    years: int


def weekly_alarms(*, starts: ArrayLike, first: str, last: str) -> WeeklyAlarms | NotKnown:
    """Judge the last 13 whole weeks of a file of events.

    Parameters
    ----------
    starts : array of datetime64 or str
        When each event began; NaT or None where not known. Shape: events.
    first, last : str
        The days between which everything is held, YYYY-MM-DD.

    Returns
    -------
    WeeklyAlarms or NotKnown
        Not known with fewer than 155 whole weeks, or no event at all.

    Notes
    -----
    Three earlier years are looked at where they are held before every judged week, which takes
    172 weeks, and otherwise two: so three calendar years, of 155 or 156 whole weeks, judge their
    last quarter by the two years before it.

    References
    ----------
    See ``farrington`` and ``weekly_counts``.

    Examples
    --------
    >>> days = np.arange("2021-01-04", "2024-06-03", dtype="M8[D]")
    >>> found = weekly_alarms(starts=days, first="2021-01-04", last="2024-06-02")
    >>> len(found.counts), int(found.counts[0]), found.years, bool(found.found.alarm.any())
    (13, 7, 3, False)
    """
    when = np.asarray(starts, dtype="datetime64[D]")
    begins, ends = np.datetime64(first), np.datetime64(last)
    inside = when[(when >= begins) & (when <= ends)]
    if not len(inside):
        return NotKnown("no event is held")
    needed = NotKnown(f"{LEAST} whole weeks are needed")
    if (ends - begins).astype(int) + 1 < 7 * LEAST:
        return needed
    mondays, counts = weekly_counts(days=inside, first=begins, last=ends)
    if len(counts) < LEAST:
        return needed
    years = 3 if len(counts) >= 3 * YEAR + HALF_WINDOW + JUDGED else 2
    found = farrington(counts=counts, weeks=JUDGED, years=years, half_window=HALF_WINDOW)
    return WeeklyAlarms(mondays[-JUDGED:], counts[-JUDGED:], found, years)
