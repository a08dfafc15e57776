"""The middle rate of a group of areas, and how far one area's rate lies from it."""

from __future__ import annotations

import math

from numpy.typing import ArrayLike

from wardwise.measures.arguments import normal_quantile
from wardwise.measures.change.change_percent import EXACT_UNDER
from wardwise.measures.compare.middle import median_quotient
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.offences import offences


def median_rate_per_1000(*, counts: ArrayLike, denominators: ArrayLike) -> float:
    """The middle of several areas' rates: half of the areas are above it, half below.

    Parameters
    ----------
    counts : array
        Offences by area. Unit: offences; NaN is not known. Shape: areas.
    denominators : array
        Residents or households by area; 1 or more. NaN is not known. Shape: areas.

    Returns
    -------
    float
        Unit: offences per 1,000 of the denominator. Areas of which one is not known are left out.

    Raises
    ------
    ValueError
        If no area has both, or a denominator is 0.

    References
    ----------
    See ``median_quotient``.

    Examples
    --------
    >>> median_rate_per_1000(counts=[10, 30, 20], denominators=[1000, 1000, 2000])
    10.0
    """
    return median_quotient(above=counts, below=denominators, times=1000)


def above_median_percent(
    *,
    count: float,
    denominator: float,
    counts: ArrayLike,
    denominators: ArrayLike,
    phi: float = 1.0,
    level: float = 0.95,
) -> Estimate:
    """How far our rate lies above (or below, if negative) the middle rate of others.

    Parameters
    ----------
    count, denominator : float
        Ours. Unit: offences; residents or households, 1 or more.
    counts, denominators : array
        The others', ours not among them. Shape: areas. NaN is not known.
    phi : float
        Dispersion of the offence, 1 or more (``dispersion``). Not used under 20 offences.
    level : float
        Of the interval.

    Returns
    -------
    Estimate
        Unit: percent of the middle rate.

    Raises
    ------
    ValueError
        If no other rate is known, or the middle one is 0.

    Notes
    -----
    The interval is of our own count alone: from 20 offences on × e^(±z √(φ/count)), else the
    exact one. The middle of the others is taken as it stands. Where in their order our rate may
    truly lie is for ``rank_position`` to say.

    References
    ----------
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., 4.5, for φ.

    Examples
    --------
    >>> found = above_median_percent(
    ...     count=150, denominator=10_000, counts=[90, 100, 110], denominators=[10_000] * 3
    ... )
    >>> found.value, round(found.lower, 1), round(found.upper, 1)
    (50.0, 27.8, 76.0)
    """
    middle = median_rate_per_1000(counts=counts, denominators=denominators)
    if middle == 0:
        raise ValueError("The middle rate of the others is 0: nothing can be a percentage of it.")
    ours = offences(count=count, level=level).per(denominator, times=1000)
    lower, upper, method = ours.lower, ours.upper, ours.method
    if count >= EXACT_UNDER:
        reach = math.exp(normal_quantile(level=level) * math.sqrt(phi / count))
        lower, upper, method = ours.value / reach, ours.value * reach, "log, widened by dispersion"
    value, lower, upper = (100 * (rate / middle - 1) for rate in (ours.value, lower, upper))
    return Estimate(value, lower, upper, level, method)
