"""Counts as they would be if every month were as long."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.period import Month
from wardwise.measures.time.series import read_series


DAYS_IN_AN_AVERAGE_MONTH = 365.25 / 12


def average_month(*, months: Sequence[Month | str], values: ArrayLike) -> NDArray[np.float64]:
    """Offences in each month, made equal for the number of days.

    Parameters
    ----------
    months : sequence of Month or str
        Every month in order. Shape: months.
    values : array
        Offences. Unit: offences; NaN where not known. Shape: months.

    Returns
    -------
    array
        Offences a day × 30.44. Unit: offences in a month of average length. Shape: months.

    Raises
    ------
    ValueError
        If a month is missing from the list, or a count is negative.

    Notes
    -----
    Use it before a control chart: February has a tenth fewer days than January, which in a
    large count is enough to signal a fall that is none.

    References
    ----------
    By definition; 365.25 days a year over 12 months.

    Examples
    --------
    >>> average_month(months=["2023-01", "2023-02"], values=[310, 280]).round(1).tolist()
    [304.4, 304.4]
    """
    parsed, counts = read_series(months=months, values=values)
    days = np.array([month.days for month in parsed])
    equal: NDArray[np.float64] = counts / days * DAYS_IN_AN_AVERAGE_MONTH
    return equal
