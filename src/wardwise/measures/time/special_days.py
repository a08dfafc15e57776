"""Whether more or less happens on some days, such as bank holidays or in school holidays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtr, stdtrit

from wardwise.domain.nothing import NotKnown
from wardwise.measures.arguments import tail
from wardwise.measures.estimate import Estimate
from wardwise.measures.time.seasonal_model import Fit, fit


Days = NDArray[np.datetime64]
Floats = NDArray[np.float64]

FEWEST_DAYS = 8
FEWEST_EVENTS = 50
"""Events that such days would usually hold; with fewer nothing is said."""
WITHIN = np.timedelta64(1, "D")
"""An event whose span is longer has no day."""


@dataclass(frozen=True)
class SpecialDays:
    """Events on the days in question against other days of the same weekday and month.

    Attributes
    ----------
    change : Estimate
        How much more (or less) than usual. Unit: percent.
    p_value : float
        Of no difference, with φ.
    phi : float
        Dispersion of the days about the fit; 1 or more.
    days : int
        Such days in the period.
    events : int
        Events on them.
    used, without_day : int
        Events whose day is known, and others with a start.
    """

    change: Estimate
    p_value: float
    phi: float
    days: int
    events: int
    used: int
    without_day: int


def special_days(
    *,
    starts: ArrayLike,
    ends: ArrayLike,
    between: tuple[str, str],
    special: Sequence[str],
    other: Sequence[str] = (),
    level: float = 0.95,
) -> SpecialDays | NotKnown:
    """How many more events on the days named than on other days like them.

    Parameters
    ----------
    starts, ends : array of datetime64
        Earliest and latest moment of each event by the local clock; NaT where not known. Shape:
        events.
    between : pair of str
        First and last day of the period, ``YYYY-MM-DD``: every day between counts, none as
        nought for want of data.
    special : sequence of str
        The days in question.
    other : sequence of str
        Days of another kind, allowed for beside them.
    level : float
        Of the limits.

    Returns
    -------
    SpecialDays or NotKnown
        Not known with fewer than 8 such days, or if they would usually hold under 50 events, or
        where no month has such days and others.

    Raises
    ------
    ValueError
        If the arrays are not as long as one another, or the period ends before it starts.

    Notes
    -----
    Log-linear regression of the events a day on the weekday, on every single month, on the days
    in question and on the others; Poisson variance times φ (Pearson's statistic over its degrees
    of freedom, at least 1); limits and test by Student's t. An event counts on the day of its
    start, and not at all where its span is over 24 hours. A month that has no other days, as
    August where schools are closed throughout, tells nothing and takes no part in the difference.

    References
    ----------
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., ch. 6.

    Examples
    --------
    >>> days = np.arange(np.datetime64("2024-01-01"), np.datetime64("2024-12-30"))
    >>> sundays = days[6::7].astype(str).tolist()[::4]
    >>> starts = np.concatenate([days.repeat(20), np.array(sundays, "M8[D]").repeat(10)])
    >>> found = special_days(
    ...     starts=starts, ends=starts, between=("2024-01-01", "2024-12-29"), special=sundays
    ... )
    >>> round(found.change.value), found.days, found.events
    (50, 13, 390)
    """
    first, last = (np.datetime64(day, "D") for day in between)
    if last < first:
        raise ValueError(f"The period ends ({last}) before it starts ({first}).")
    days = np.arange(first, last + 1)
    counts, used, without = _counted(starts, ends, days)
    marked = np.isin(days, np.array(special, dtype="M8[D]"))
    if marked.sum() < FEWEST_DAYS:
        return NotKnown(f"the period holds only {int(marked.sum())} such days")
    beside = np.isin(days, np.array(other, dtype="M8[D]")) & ~marked
    if marked.sum() * counts.sum() / len(days) < FEWEST_EVENTS:
        return NotKnown("too few of them fall on such days")
    design = _design(days, marked, beside, counts)
    if design is None:
        return NotKnown("no month has such days and others")
    kept, columns = design
    found = fit(counts=counts[kept], days=np.ones(int(kept.sum())), design=columns)
    change, p_value, phi = difference(found, level)
    return SpecialDays(
        change, p_value, phi, int(marked.sum()), int(counts[marked].sum()), used, without
    )


def _counted(starts: ArrayLike, ends: ArrayLike, days: Days) -> tuple[Floats, int, int]:
    """Events on each day, how many have one, and how many others begin in the period."""
    begun, ended = np.asarray(starts, dtype="M8[s]"), np.asarray(ends, dtype="M8[s]")
    if begun.shape != ended.shape or begun.ndim != 1:
        raise ValueError(f"starts of shape {begun.shape} and ends of shape {ended.shape}.")
    place = (begun.astype("M8[D]") - days[0]).astype(np.int64)
    inside = ~np.isnat(begun) & (begun >= days[0]) & (place < len(days))
    is_short = ~(ended - begun > WITHIN)  # also where the end is not known
    counts = np.bincount(place[inside & is_short], minlength=len(days)).astype(float)
    return counts, int(counts.sum()), int((inside & ~is_short).sum())


def _design(
    days: Days, marked: NDArray[np.bool_], beside: NDArray[np.bool_], counts: Floats
) -> tuple[NDArray[np.bool_], Floats] | None:
    """Days that take part, and a column for each month, weekday but one, and kind of day.

    The last column is that of the days in question. A month without an event takes no part.
    """
    month = days.astype("M8[M]").astype(np.int64)
    month -= month.min()
    held = np.bincount(month, weights=counts)[month] > 0
    several = [marked[month == one] for one in np.unique(month[held])]
    if not any(part.any() and not part.all() for part in several):
        return None
    weekday = (days.astype(np.int64) + 3) % 7  # 1 January 1970 was a Thursday
    columns = [(month == one) for one in np.unique(month[held])]
    columns += [weekday == one for one in range(1, 7)]
    columns += [beside] if beside[held].any() else []
    return held, np.column_stack([*columns, marked]).astype(float)[held]


def difference(found: Fit, level: float) -> tuple[Estimate, float, float]:
    """The last effect as a percentage, its chance, and φ."""
    phi = max(1.0, found.pearson / found.degrees_of_freedom)
    effect, error = float(found.effect[-1]), float(np.sqrt(phi * found.covariance[-1, -1]))
    reach = float(stdtrit(found.degrees_of_freedom, 1 - tail(level=level))) * error
    value, low, high = (100 * float(np.expm1(effect + far)) for far in (0, -reach, reach))
    p_value = 2 * float(stdtr(found.degrees_of_freedom, -abs(effect) / error))
    return Estimate(value, low, high, level, "quasi-Poisson regression"), p_value, phi
