"""The weeks of the last quarter against the half-year before each: early alarms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtr, stdtrit

from wardwise.domain.nothing import NotKnown
from wardwise.measures.time.ears import LAGS
from wardwise.measures.time.weekly_alarms import JUDGED
from wardwise.measures.time.weekly_counts import weekly_counts


Floats = NDArray[np.float64]
BASELINE = 26
"""Weeks of the half-year that a week is held against."""
LEAST = BASELINE + LAGS["C2"] + JUDGED
BOUND = 0.99
"""Level of ``upper``, of one week by itself."""
SHIFT = 0.375
"""Added to a count before its root is taken, so that small counts vary alike."""
CHANCE = 0.5
"""Standard deviation of the root of a Poisson count: a baseline is never taken to vary less."""


@dataclass(frozen=True, eq=False)
class EarlyAlarms:
    """The judged weeks and what their half-years say of them.

    Attributes
    ----------
    mondays, counts : array
        Of each judged week. Unit of counts: events. Shape: weeks judged.
    expected, upper : array
        What is usual, and the most that is in 99 weeks of 100. Unit: events. Shape: weeks judged.
    p_value : array
        Chance of so many or more where nothing has changed. A share. Shape: weeks judged.
    """

    mondays: NDArray[np.datetime64]
    counts: NDArray[np.int64]
    expected: Floats
    upper: Floats
    p_value: Floats


def early_alarms(*, starts: ArrayLike, first: str, last: str) -> EarlyAlarms | NotKnown:
    """Judge the last 13 whole weeks by the weeks just before them, as EARS C2 does.

    Parameters
    ----------
    starts : array of datetime64 or str
        When each event began; NaT or None where not known. Shape: events.
    first, last : str
        The days between which everything is held, YYYY-MM-DD.

    Returns
    -------
    EarlyAlarms or NotKnown
        Not known with fewer than 41 whole weeks, or no event at all.

    Notes
    -----
    For series that do not reach back far enough for ``weekly_alarms``. The baseline is that of
    EARS C2, two weeks left out before the week that is judged, but of 26 weeks instead of 7 and on
    the square roots of the counts (Anscombe's), with Student's t for how few weeks there are: with
    seven weeks and the counts themselves, the 1% bound is passed far more often than that. No
    allowance is made for the season, of which less than a year knows nothing.

    References
    ----------
    Hutwagner L and others (2003) Journal of Urban Health 80(2), Supplement 1:i89.
    Anscombe FJ (1948) Biometrika 35:246.

    Examples
    --------
    >>> days = np.arange("2024-01-01", "2024-12-30", dtype="M8[D]")
    >>> found = early_alarms(starts=days, first="2024-01-01", last="2024-12-29")
    >>> len(found.counts), int(found.counts[0]), round(float(found.expected[0]), 1)
    (13, 7, 7.0)
    """
    when = np.asarray(starts, dtype="datetime64[D]")
    begins, ends = np.datetime64(first), np.datetime64(last)
    inside = when[(when >= begins) & (when <= ends)]
    if not len(inside):
        return NotKnown("no event is held")
    if (ends - begins).astype(int) + 1 < 7 * LEAST:
        return NotKnown(f"{LEAST} whole weeks are needed")
    mondays, counts = weekly_counts(days=inside, first=begins, last=ends)
    if len(counts) < LEAST:
        return NotKnown(f"{LEAST} whole weeks are needed")
    expected, upper, p_value = by_half_year(counts)
    return EarlyAlarms(mondays[-JUDGED:], counts[-JUDGED:], expected, upper, p_value)


def by_half_year(counts: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """What is usual in each of the last 13 weeks, the bound, and p. Shape: weeks judged."""
    roots = np.sqrt(np.asarray(counts, dtype=float)[-LEAST:] + SHIFT)
    before = np.lib.stride_tricks.sliding_window_view(roots, BASELINE)[:JUDGED]
    middle = before.mean(axis=1)
    spread = np.maximum(before.std(axis=1, ddof=1), CHANCE) * np.sqrt(1 + 1 / BASELINE)
    reach = float(stdtrit(BASELINE - 1, BOUND)) * spread
    chance = stdtr(BASELINE - 1, (middle - roots[-JUDGED:]) / spread)
    usual, most = (np.maximum(0.0, root**2 - SHIFT) for root in (middle, middle + reach))
    return usual, most, chance
