"""The index of one month of the year, where a sentence names one."""

from __future__ import annotations

from collections.abc import Sequence

from numpy.typing import ArrayLike

from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.measures.estimate import Estimate
from wardwise.measures.time.month_index import month_index


def month_index_of(
    *, months: Sequence[Month | str], values: ArrayLike, number: int, level: float = 0.95
) -> Estimate:
    """Index of one month of the year against the average day.

    Parameters
    ----------
    months : sequence of Month or str
        Every month in order. Shape: months.
    values : array
        Offences. Unit: offences; NaN where not known. Shape: months.
    number : int
        Month of the year, 1 to 12.
    level : float
        Of the limits.

    Returns
    -------
    Estimate
        Unit: index, 100 = an average day of the year.

    Raises
    ------
    ValueError
        If there is no such month, or ``month_index`` is not known: ask that first.

    References
    ----------
    See ``month_index``.

    Examples
    --------
    >>> months = [f"{y}-{m:02d}" for y in (2021, 2022) for m in range(1, 13)]
    >>> days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    >>> values = [10 * n for n in days] * 2
    >>> round(month_index_of(months=months, values=values, number=2).value, 6)
    100.0
    """
    if not 1 <= number <= 12:
        raise ValueError(f"{number} is not a month of the year: expected 1 to 12.")
    found = month_index(months=months, values=values, level=level)
    if isinstance(found, NotKnown):
        raise ValueError(f"The month index is not known: {found.reason}.")
    at = number - 1
    limits = found.lower[at], found.upper[at]
    return Estimate(found.index[at], limits[0], limits[1], level, "quasi-Poisson regression")
