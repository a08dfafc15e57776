"""WGS84 to British National Grid with the Ordnance Survey's own grid of shifts (OSTN15).

pyproj alone is 1.7 m out at the median, because the grid is not in its wheel.
"""

from __future__ import annotations

import numpy as np
import shapely
from convertbng.cutil import convert_bng, convert_lonlat
from numpy.typing import NDArray
from pyproj import Transformer


BRITISH_NATIONAL_GRID = "EPSG:27700"
_WITHOUT_SHIFTS = Transformer.from_crs("EPSG:4326", BRITISH_NATIONAL_GRID, always_xy=True)


def to_national_grid(
    longitude: NDArray[np.float64], latitude: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Eastings and northings in metres; NaN outside Great Britain. Shape: as given."""
    eastings, northings = convert_bng(np.ravel(longitude), np.ravel(latitude))
    return np.reshape(eastings, np.shape(longitude)), np.reshape(northings, np.shape(latitude))


def from_national_grid(
    easting: NDArray[np.float64], northing: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Longitude and latitude in degrees (WGS84); NaN off the grid. Shape: as given."""
    longitude, latitude = convert_lonlat(np.ravel(easting), np.ravel(northing))
    return np.reshape(longitude, np.shape(easting)), np.reshape(latitude, np.shape(easting))


def outlines_to_national_grid(outlines: NDArray[np.object_]) -> NDArray[np.object_]:
    """Outlines in degrees → outlines in metres, mended where a ring crosses itself."""

    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        found = np.column_stack(to_national_grid(points[:, 0], points[:, 1]))
        # far out at sea the grid of shifts has no value; there a few metres do not matter
        at_sea = ~np.isfinite(found).all(axis=1)
        if at_sea.any():
            found[at_sea] = np.column_stack(_WITHOUT_SHIFTS.transform(*points[at_sea].T))
        return found

    found: NDArray[np.object_] = shapely.transform(outlines, moved)
    crossed = ~shapely.is_valid(found)
    found[crossed] = shapely.make_valid(found[crossed], method="structure", keep_collapsed=False)
    return found
