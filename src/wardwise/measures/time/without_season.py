"""Months as they would be if the year had no season."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.period import Month
from wardwise.measures.time.series import read_series


def without_season(
    *, months: Sequence[Month | str], values: ArrayLike, index: Sequence[float]
) -> NDArray[np.float64]:
    """Each month divided by what is usual for its month of the year.

    Parameters
    ----------
    months : sequence of Month or str
        Every month in order. Shape: months.
    values : array
        Counts made equal for the days of each month, by ``average_month``. Unit: offences;
        NaN where not known. Shape: months.
    index : sequence of float
        January to December, from ``month_index``, where its test finds a season. Unit: index,
        100 = an average day of the year. Shape: 12.

    Returns
    -------
    array
        Unit: offences in a month of average length and of no season. Shape: months.

    Raises
    ------
    ValueError
        If a month is missing from the list, a count is negative, or the index does not hold
        twelve numbers above nought.

    Notes
    -----
    Use it before a control chart of an offence that has a season, which would otherwise
    signal every summer. The index is worked from the same months: with two or three years
    one odd month is in part taken for the season of its own month, so that a single odd
    month is harder to see than where there is no season (``docs/reference/detection.md``).

    References
    ----------
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., ch. 6, for the index;
    dividing by it is the multiplicative seasonal adjustment of Shiskin J, Young AH, Musgrave
    JC (1967) The X-11 Variant of the Census Method II, US Bureau of the Census.

    Examples
    --------
    >>> july_high = [100.0] * 6 + [150.0] + [100.0] * 4 + [50.0]
    >>> without_season(months=["2023-06", "2023-07"], values=[20, 30], index=july_high).tolist()
    [20.0, 20.0]
    """
    parsed, counts = read_series(months=months, values=values)
    usual = np.asarray(index, dtype=float)
    if usual.shape != (12,) or not (usual > 0).all():
        raise ValueError("An index of the months holds twelve numbers above nought.")
    divided: NDArray[np.float64] = counts / usual[[month.number - 1 for month in parsed]] * 100
    return divided
