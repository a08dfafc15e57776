"""A bandwidth for each event: narrow where events are thick, wide where they are thin."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.density.kernel_density import FEWEST_CELLS, kernel_density
from wardwise.measures.density.land import Floats


NARROWEST, WIDEST = 0.5, 3.0
"""Times the pilot's bandwidth."""


def abramson_bandwidths(
    *,
    points: ArrayLike,
    outline: Any,
    cell_metres: float,
    pilot_metres: float,
    kernel: str = "quartic",
) -> Floats:
    """Bandwidths that go with one over the square root of a pilot density.

    Parameters
    ----------
    points : array
        Easting and northing of each event. Unit: metres. Shape: events × 2.
    outline : shapely polygon or multipolygon, or sequence of str
        The boundary, or its parts as hexadecimal well-known binary. Unit: metres.
    cell_metres : float
        Side of a cell. Unit: metres.
    pilot_metres : float
        The one bandwidth of the pilot density. Unit: metres.
    kernel : {'quartic', 'gaussian'}
        Which kernel.

    Returns
    -------
    array of float
        Unit: metres. Shape: events.

    Raises
    ------
    ValueError
        As ``kernel_density``.

    Notes
    -----
    h √(g / f): h the pilot's bandwidth, f the pilot density in the event's cell, g the
    geometric mean of f over events. Never under half or over three times the pilot's, so that
    one lone event does not cover the map; never under what the cells can show. An event outside
    the boundary has the pilot's own.

    References
    ----------
    Abramson IS (1982) On bandwidth variation in kernel estimates: a square root law, Annals of
    Statistics 10:1217. Davies TM, Hazelton ML (2010) Statistics in Medicine 29:2423, for the
    geometric mean and for trimming.

    Examples
    --------
    >>> from shapely import box
    >>> land = box(0, 0, 2000, 2000)
    >>> found = abramson_bandwidths(
    ...     points=[[500, 500]] * 9 + [[1500, 1500]], outline=land, cell_metres=20, pilot_metres=200
    ... )
    >>> found[[0, 9]].round(0).tolist()
    [179.0, 538.0]
    """
    surface = kernel_density(
        points=points,
        outline=outline,
        cell_metres=cell_metres,
        bandwidth_metres=pilot_metres,
        kernel=kernel,
    )
    land = surface.land
    columns, rows = np.floor(land.in_cells(points)).astype(np.int64).T
    up, across = land.inside.shape
    held = (columns >= 0) & (columns < across) & (rows >= 0) & (rows < up)
    pilot = np.full(len(columns), np.nan)
    pilot[held] = surface.per_km2[rows[held], columns[held]]
    is_known = np.isfinite(pilot) & (pilot > 0)
    times = np.ones(len(columns))
    if is_known.any():
        middle = np.exp(np.log(pilot[is_known]).mean())
        times[is_known] = np.sqrt(middle / pilot[is_known])
    narrowest = max(NARROWEST, FEWEST_CELLS[kernel] * cell_metres / pilot_metres)
    return pilot_metres * np.clip(times, narrowest, WIDEST)
