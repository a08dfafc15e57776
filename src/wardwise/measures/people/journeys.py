"""How far from home people do what they are suspected of, as a group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import bdtr

from wardwise.measures.arguments import tail
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.proportion import proportion_percent


EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth (IUGG). Unit: km."""
METHOD = "order statistics (exact)"

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Journeys:
    """Distances of a group of people, never of one of them.

    Attributes
    ----------
    median : Estimate
        Half live no farther. Unit: km.
    lower_quartile, upper_quartile : float
        A quarter, and three quarters, live no farther. Unit: km.
    at_home : Estimate
        Those for whom both ends are the same point. Unit: percent.
    people : int
        With both ends known.
    """

    median: Estimate
    lower_quartile: float
    upper_quartile: float
    at_home: Estimate
    people: int


def distances_from_home(
    *,
    home_longitudes: ArrayLike,
    home_latitudes: ArrayLike,
    offence_longitudes: ArrayLike,
    offence_latitudes: ArrayLike,
    level: float = 0.95,
) -> Journeys:
    """Distance from home to offence as the crow flies: the middle of it, and its quarters.

    Parameters
    ----------
    home_longitudes, home_latitudes, offence_longitudes, offence_latitudes : array
        One journey of each person. Unit: degrees (WGS84). Shape: people.
    level : float
        Of the intervals.

    Returns
    -------
    Journeys

    Raises
    ------
    ValueError
        If the arrays do not agree, a number in them is not known, or there are fewer than six
        people, of whom no interval of 95% for a median can be given.

    Notes
    -----
    Great circles on a sphere, which are wrong by 0.5% at most. Where an end is known by its
    neighbourhood only, give the middle of that: both ends in one neighbourhood then make 0 km,
    and the distance is as exact as neighbourhoods are small. The median's interval is from one
    person of the ordered list to another, so chosen that a binomial count of those who live
    nearer than the true median holds it; no shape is assumed. Quartiles are linear between
    neighbours in the list.

    References
    ----------
    Conover WJ (1999) Practical Nonparametric Statistics, 3rd edition, section 3.2.
    Sinnott RW (1984) Sky and Telescope 68:159, for the haversine.
    See ``proportion_percent`` for the share.

    Examples
    --------
    >>> found = distances_from_home(
    ...     home_longitudes=[0.0] * 6,
    ...     home_latitudes=[52.0, 52.0, 52.01, 52.02, 52.03, 52.08],
    ...     offence_longitudes=[0.0] * 6,
    ...     offence_latitudes=[52.0] * 6,
    ... )
    >>> round(found.median.value, 3), round(found.median.upper, 3), round(found.at_home.value, 1)
    (1.668, 8.896, 33.3)
    """
    ends = [
        np.radians(np.asarray(one, dtype=np.float64))
        for one in (home_longitudes, home_latitudes, offence_longitudes, offence_latitudes)
    ]
    if len({end.shape for end in ends}) > 1 or ends[0].ndim != 1:
        raise ValueError(f"Ends of shapes {[end.shape for end in ends]}: expected one length.")
    if not np.isfinite(ends).all():
        raise ValueError("An end is not known: leave the journey out, and say how many are.")
    apart = np.sort(_haversine(*ends))
    rank = _rank(len(apart), level=level)
    lower, upper = np.quantile(apart, [0.25, 0.75])
    return Journeys(
        median=Estimate(
            value=float(np.median(apart)),
            lower=float(apart[rank - 1]),
            upper=float(apart[-rank]),
            level=level,
            method=METHOD,
        ),
        lower_quartile=float(lower),
        upper_quartile=float(upper),
        at_home=proportion_percent(part=int((apart == 0).sum()), whole=len(apart), level=level),
        people=len(apart),
    )


def _haversine(east: Floats, north: Floats, east_too: Floats, north_too: Floats) -> Floats:
    half = np.sin((north_too - north) / 2) ** 2
    half += np.cos(north) * np.cos(north_too) * np.sin((east_too - east) / 2) ** 2
    apart: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))
    return apart


def _rank(people: int, *, level: float) -> int:
    """The rank from either end whose interval holds the median as often as it should."""
    beyond = tail(level=level)
    below = bdtr(np.arange(people), people, 0.5)
    rank = int(np.count_nonzero(below <= beyond))
    if rank < 1:
        raise ValueError(f"Of {people} people no interval of {level:.0%} for a median is given.")
    return rank
