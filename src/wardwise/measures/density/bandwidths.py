"""How wide to smooth, by a rule that has a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.density.land import bounds_of, checked, shapes_of


QUARTIC_OF_GAUSSIAN = float(np.sqrt(8.0))
"""A quartic of radius h spreads along an axis as a Gaussian of standard deviation h/√8."""
CELLS_TO_A_SIDE = 150
CELLS_TO_A_BANDWIDTH = 5
SPACINGS_TO_A_BANDWIDTH = 3
"""Between places that events are moved to: with fewer, each such place is a peak of its own."""


@dataclass(frozen=True)
class MapScale:
    """Side of a cell, and bandwidth. Unit: metres."""

    cell_metres: float
    bandwidth_metres: float


def crime_map_bandwidth(*, outline: Any, spacing_metres: float = 0.0) -> MapScale:
    """Cell and bandwidth by the rule that crime analysts are taught.

    Parameters
    ----------
    outline : shapely polygon or multipolygon, or sequence of str
        The boundary, or its parts as hexadecimal well-known binary. Unit: metres.
    spacing_metres : float
        From one place that events are moved to to the next (``spacing_of_points``); 0 where
        points are exact. Unit: metres.

    Returns
    -------
    MapScale
        Cell: the shorter side of the rectangle round the boundary ÷ 150, rounded to 10 m;
        bandwidth: five cells. Both are larger where the bandwidth would be less than three
        spacings.

    Raises
    ------
    ValueError
        If the boundary has no extent.

    References
    ----------
    Chainey S (2013) Examining the influence of cell size and bandwidth size on kernel density
    estimation crime hotspot maps for predicting spatial patterns of crime, Bulletin of the
    Geographical Society of Liège 60:7.

    Examples
    --------
    >>> from shapely import box
    >>> crime_map_bandwidth(outline=box(0, 0, 9_000, 12_000))
    MapScale(cell_metres=60.0, bandwidth_metres=300.0)
    """
    west, south, east, north = bounds_of(shapes_of(outline))
    shorter = min(east - west, north - south)
    if not shorter > 0:
        raise ValueError("The boundary has no extent: there is nothing to cut into cells.")
    least = SPACINGS_TO_A_BANDWIDTH * spacing_metres / CELLS_TO_A_BANDWIDTH
    cell = 10.0 * max(round(shorter / CELLS_TO_A_SIDE / 10), 1, int(np.ceil(least / 10)))
    return MapScale(cell, CELLS_TO_A_BANDWIDTH * cell)


def spacing_of_points(*, points: ArrayLike) -> float:
    """How far apart the places are that events can stand on.

    Parameters
    ----------
    points : array
        Easting and northing of each event. Unit: metres. Shape: events × 2.

    Returns
    -------
    float
        Median over distinct places of the distance to the next one. Unit: metres.

    Raises
    ------
    ValueError
        If there are fewer than two distinct places.

    Notes
    -----
    Published positions of crime are moved to the nearest of a fixed list of map points; where
    none lies near another's, a map that is less wide shows the list and not crime.

    References
    ----------
    Tompson L, Johnson S, Ashby M, Perkins C, Edwards P (2015) UK open source crime data:
    accuracy and possibilities for research, Cartography and Geographic Information Science
    42:97.

    Examples
    --------
    >>> spacing_of_points(points=[[0, 0], [0, 0], [30, 40], [30, 90]])
    50.0
    """
    from scipy.spatial import cKDTree

    distinct = np.unique(checked(points), axis=0)
    if len(distinct) < 2:
        raise ValueError("Events stand on fewer than two places: they are not apart.")
    apart, _ = cKDTree(distinct).query(distinct, k=2)
    return float(np.median(apart[:, 1]))


def normal_reference_bandwidth(*, points: ArrayLike, kernel: str = "quartic") -> float:
    """The bandwidth that would be best if the events were scattered as one normal cloud.

    Parameters
    ----------
    points : array
        Easting and northing of each event. Unit: metres. Shape: events × 2.
    kernel : {'quartic', 'gaussian'}
        Which kernel it is for.

    Returns
    -------
    float
        Standard deviation of a Gaussian, or the radius of the quartic that spreads as far.
        Unit: metres.

    Raises
    ------
    ValueError
        If there are fewer than two events, all at one place, or the kernel is unknown.

    Notes
    -----
    σ n^(−1/6), σ² the mean of the two coordinates' variances, each of them no more than
    (interquartile range ÷ 1.349)² where that is known: Scott's rule and Silverman's are
    the same for two coordinates. It is too wide where crime has several centres.

    References
    ----------
    Scott DW (1992) Multivariate Density Estimation, 6.3. Silverman BW (1986) Density Estimation
    for Statistics and Data Analysis, 4.3.

    Examples
    --------
    >>> corners = [[0, 0], [0, 200], [200, 0], [200, 200]]
    >>> round(normal_reference_bandwidth(points=corners, kernel="gaussian"), 1)
    91.6
    """
    array = checked(points)
    if kernel not in ("quartic", "gaussian"):
        raise ValueError(f"kernel is '{kernel}': expected quartic or gaussian.")
    if len(array) < 2 or not np.ptp(array, axis=0).any():
        raise ValueError("Events at one place have no spread: no bandwidth follows from them.")
    spread = array.std(axis=0, ddof=1)
    lower, upper = np.percentile(array, (25, 75), axis=0)
    middle_half = (upper - lower) / 1.349
    each = np.where(middle_half > 0, np.minimum(spread, middle_half), spread)
    sigma = float(np.sqrt((each**2).mean()))
    wide = sigma * float(len(array)) ** (-1 / 6)
    return float(wide * QUARTIC_OF_GAUSSIAN if kernel == "quartic" else wide)
