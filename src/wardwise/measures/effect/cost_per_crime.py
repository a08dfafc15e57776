"""What each crime prevented cost, where any is shown to have been prevented."""

from __future__ import annotations

from wardwise.domain.nothing import NotKnown
from wardwise.measures.arguments import check_count
from wardwise.measures.estimate import Estimate


NOT_SHOWN = "the limits do not leave out nought, so no crime is shown to have been prevented"


def cost_per_crime_prevented(
    *, cost: float, difference: float, lower: float, upper: float, level: float = 0.95
) -> Estimate | NotKnown:
    """Cost of an initiative over the crimes that it prevented.

    Parameters
    ----------
    cost : float
        Of the whole of what is evaluated. Unit: pounds; 0 or more.
    difference, lower, upper : float
        Displacement difference with its limits. Unit: events.
    level : float
        Of those limits.

    Returns
    -------
    Estimate or NotKnown
        Unit: pounds a crime. Not known unless the whole interval lies below nought.

    Raises
    ------
    ValueError
        If the cost is negative or the difference lies outside its limits.

    Notes
    -----
    The limits are the cost over the limits of the difference: the cost itself is taken as known.

    References
    ----------
    House rule, version 1.

    Examples
    --------
    >>> found = cost_per_crime_prevented(cost=23_600, difference=-118, lower=-196, upper=-40)
    >>> found.value, round(found.lower), round(found.upper)
    (200.0, 120, 590)
    """
    check_count(name="cost", count=cost)
    if not lower <= difference <= upper:
        raise ValueError(f"{difference} does not lie between {lower} and {upper}.")
    if upper >= 0:
        return NotKnown(NOT_SHOWN)
    return Estimate(-cost / difference, -cost / lower, -cost / upper, level, "cost over difference")
