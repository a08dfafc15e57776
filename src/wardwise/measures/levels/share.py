"""A part of a whole, in percent."""

from __future__ import annotations

import math

from wardwise.measures.arguments import check_count, normal_quantile
from wardwise.measures.estimate import Estimate


def share_percent(*, part: float, whole: float, level: float = 0.95) -> Estimate:
    """The part as a percentage of the whole, with Wilson's interval.

    Parameters
    ----------
    part : float
        Those that have the property. Unit: events; between 0 and ``whole``.
    whole : float
        All that could have it. Unit: events; 1 or more.
    level : float
        0.95, or 0.998 where many are looked at together.

    Returns
    -------
    Estimate
        Unit: percent. ``method`` is ``Wilson``.

    Raises
    ------
    ValueError
        If the whole is 0 (a share of nothing is not known) or smaller than the part.

    References
    ----------
    Wilson EB (1927) Journal of the American Statistical Association 22:209.
    Newcombe RG (1998) Statistics in Medicine 17:857, method 3.

    Examples
    --------
    >>> share = share_percent(part=65, whole=100)
    >>> share.value, round(share.lower, 4), round(share.upper, 4)
    (65.0, 55.2544, 73.6358)
    """
    part, whole = check_count(name="part", count=part), check_count(name="whole", count=whole)
    if whole == 0:
        raise ValueError("The whole is 0: a share of nothing is not known.")
    if part > whole:
        raise ValueError(f"The part ({part:g}) is larger than the whole ({whole:g}).")
    lower, upper = _wilson(part=part, whole=whole, z=normal_quantile(level=level))
    return Estimate(100 * part / whole, 100 * lower, 100 * upper, level, "Wilson")


def _wilson(*, part: float, whole: float, z: float) -> tuple[float, float]:
    missing = whole - part
    middle = 2 * part + z * z
    half = z * math.sqrt(z * z + 4 * part * missing / whole)
    # at the two ends the formula is exact, but floating point may miss by a rounding error
    lower = 0.0 if part == 0 else (middle - half) / (2 * (whole + z * z))
    upper = 1.0 if missing == 0 else (middle + half) / (2 * (whole + z * z))
    return lower, upper
