"""How much each offence group adds to the change of the whole."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_count, check_counts


def contributions(*, before: ArrayLike, after: ArrayLike) -> NDArray[np.float64]:
    """Percentage points that each group adds to the change of all groups together.

    Parameters
    ----------
    before, after : array
        Offences by group in each period. Unit: offences. Shape: groups.

    Returns
    -------
    array
        Unit: percentage points. Shape: groups. Their sum is the percentage change of the
        whole, so that the table adds up.

    Raises
    ------
    ValueError
        If a count is negative or not known, or nothing at all was counted before.

    References
    ----------
    By definition: the parts of a sum. Nothing is estimated.

    Examples
    --------
    >>> [round(float(points), 6) for points in contributions(before=[60, 40], after=[63, 30])]
    [3.0, -10.0]
    """
    first = check_counts(name="before", counts=before)
    second = check_counts(name="after", counts=after)
    if np.isnan(first).any() or np.isnan(second).any():
        raise ValueError("A group's count is not known, so the contributions cannot add up.")
    if first.sum() == 0:
        raise ValueError("Nothing was counted before: the change of the whole is not known.")
    points: NDArray[np.float64] = 100 * (second - first) / first.sum()
    return points


def contribution_points(*, before: float, after: float, total_before: float) -> float:
    """Percentage points that one group adds to the change of the whole.

    Parameters
    ----------
    before, after : float
        The group's offences in each period. Unit: offences.
    total_before : float
        Offences of all groups in the first period. Unit: offences; 1 or more.

    Returns
    -------
    float
        Unit: percentage points.

    Raises
    ------
    ValueError
        If a count is negative, or nothing at all was counted before.

    References
    ----------
    See ``contributions``.

    Examples
    --------
    >>> contribution_points(before=40, after=30, total_before=100)
    -10.0
    """
    if check_count(name="total_before", count=total_before) == 0:
        raise ValueError("Nothing was counted before: the change of the whole is not known.")
    first = check_count(name="before", count=before)
    return 100 * (check_count(name="after", count=after) - first) / total_before
