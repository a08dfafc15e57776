"""Which area a point lies in."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wardwise.domain.boundaries import Boundaries
from wardwise.measures.place.areas_at_points import areas_at_points
from wardwise.reference.national_grid import to_national_grid


def locate_points(
    longitude: NDArray[np.float64],
    latitude: NDArray[np.float64],
    *,
    boundaries: Boundaries,
    layer: str = "lsoa",
) -> NDArray[np.object_]:
    """Code of the area that holds each point, None where no area of the layer does.

    Longitude and latitude in degrees (WGS84), NaN where there is no point. Shape: points. A
    point on a shared border goes to the area whose code comes first, so that it is the same
    in every run.
    """
    codes = np.full(len(longitude), None, dtype=object)
    given = np.flatnonzero(np.isfinite(longitude) & np.isfinite(latitude))
    if not len(given):
        return codes
    # open data put many records on one point: look each point up once
    back, pairs = pd.factorize(longitude[given] + 1j * latitude[given])
    points = np.column_stack((pairs.real, pairs.imag))
    codes[given] = _codes(points, boundaries, layer)[back]
    return codes


def _codes(points: NDArray[np.float64], boundaries: Boundaries, layer: str) -> NDArray[np.object_]:
    frame = boundaries.layers[layer]  # sorted by code, so the first that holds a point is it
    eastings, northings = to_national_grid(points[:, 0], points[:, 1])
    at = areas_at_points(
        eastings=eastings, northings=northings, areas=frame.geometry.to_numpy(dtype=object)
    )
    codes: NDArray[np.object_] = np.full(len(frame) + 1, None, dtype=object)
    codes[:-1] = frame["code"]
    return codes[at]  # −1 is the last, which is none
