"""How wide to smooth, by a rule that has a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.density.land import checked


QUARTIC_OF_GAUSSIAN = float(np.sqrt(8.0))
"""A quartic of radius h spreads along an axis as a Gaussian of standard deviation h/√8."""
CELLS_TO_A_SIDE = 150
CELLS_TO_A_BANDWIDTH = 5


@dataclass(frozen=True)
class MapScale:
    """Side of a cell, and bandwidth. Unit: metres."""

    cell_metres: float
    bandwidth_metres: float


def crime_map_bandwidth(*, outline: Any, at_least_metres: float = 0.0) -> MapScale:
    """Cell and bandwidth by the rule that crime analysts are taught.

    Parameters
    ----------
    outline : shapely polygon or multipolygon
        The boundary. Unit: metres.
    at_least_metres : float
        The least bandwidth that the precision of the points allows. Unit: metres.

    Returns
    -------
    MapScale
        Cell: the shorter side of the rectangle round the boundary ÷ 150, rounded to 10 m;
        bandwidth: five cells. The cell is larger where the bandwidth has to be wider.

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
    import shapely

    west, south, east, north = (float(edge) for edge in shapely.bounds(outline))
    shorter = min(east - west, north - south)
    if not shorter > 0:
        raise ValueError("The boundary has no extent: there is nothing to cut into cells.")
    least = at_least_metres / CELLS_TO_A_BANDWIDTH
    cell = 10.0 * max(round(shorter / CELLS_TO_A_SIDE / 10), 1, int(np.ceil(least / 10)))
    return MapScale(cell, CELLS_TO_A_BANDWIDTH * cell)


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
