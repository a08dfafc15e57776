"""Shares of areas beside one another: the middle of a group, and how far two are apart."""

from __future__ import annotations

from numpy.typing import ArrayLike

from wardwise.measures.compare.middle import median_quotient
from wardwise.measures.levels.share import share_percent


def median_share_percent(*, parts: ArrayLike, wholes: ArrayLike) -> float:
    """The middle of several areas' shares: half of the areas are above it, half below.

    Parameters
    ----------
    parts : array
        People or households that have the property. Unit: people; NaN is not known.
        Shape: areas.
    wholes : array
        All people or households. Unit: people; 1 or more. Shape: areas.

    Returns
    -------
    float
        Unit: percent. Areas with a part or a whole that is not known are left out.

    Raises
    ------
    ValueError
        If no area has both, or a whole is 0.

    References
    ----------
    See ``median_quotient``.

    Examples
    --------
    >>> median_share_percent(parts=[10, 30, 20], wholes=[100, 100, 1000])
    10.0
    """
    return median_quotient(above=parts, below=wholes, times=100)


def share_difference_points(
    *, part: float, whole: float, other_part: float, other_whole: float
) -> float:
    """How far our share lies above another's. Both are counts of everybody, not samples.

    Parameters
    ----------
    part, whole : float
        Ours. Unit: people or households.
    other_part, other_whole : float
        The other's. Unit: people or households.

    Returns
    -------
    float
        Unit: percentage points; negative where our share is the smaller.

    Raises
    ------
    ValueError
        If a whole is 0, or smaller than its part.

    References
    ----------
    None: a subtraction. A census counts everybody, so that no interval for chance is given.

    Examples
    --------
    >>> share_difference_points(part=30, whole=100, other_part=20, other_whole=200)
    20.0
    """
    ours = share_percent(part=part, whole=whole)
    return ours.value - share_percent(part=other_part, whole=other_whole).value
