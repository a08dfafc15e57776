"""The count itself."""

from __future__ import annotations

from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.byar import byar_interval


def offences(*, count: float, level: float = 0.95) -> Estimate:
    """Offences recorded in a period, with the range of the count.

    Parameters
    ----------
    count : float
        Offences recorded. Unit: offences; 0 or more.
    level : float
        0.95, or 0.998 where many areas are looked at together.

    Returns
    -------
    Estimate
        Unit: offences. ``method`` is ``exact`` below 10 and ``Byar`` from 10.

    Raises
    ------
    ValueError
        If the count is negative or not a number.

    References
    ----------
    See ``byar_interval``.

    Examples
    --------
    >>> offences(count=24_959).value
    24959.0
    """
    limits = byar_interval(count=count, level=level)
    return Estimate(float(count), limits.lower, limits.upper, level, limits.method)
