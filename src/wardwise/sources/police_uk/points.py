"""Records in an LSOA 2011 that was split go into the new LSOA that holds their point.

The publisher snaps points to a shared map, so a point may lie outside every outline of the
generalised boundary file; such a record, and one without a point or without an outline, is
not known. The nearest centroid is never used: it would put records where they did not lie.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.domain.boundaries import Boundaries
from wardwise.sources.place_numbers import PlaceNumbers


def places_by_point(
    codes: Sequence[str],
    longitudes: NDArray[np.float64],
    latitudes: NDArray[np.float64],
    *,
    places: PlaceNumbers,
) -> NDArray[np.int64]:
    """Place number of each record of a split LSOA 2011. Shape: records."""
    found = lsoas_by_point(longitudes, latitudes, boundaries=places.places.boundaries)
    split = places.places.split
    return np.array(
        [
            places.number.get(new, PlaceNumbers.SPLIT) if new in split[old] else PlaceNumbers.SPLIT
            for old, new in zip(codes, found.to_pylist(), strict=True)
        ],
        dtype=np.int64,
    )


def lsoas_by_point(
    longitudes: NDArray[np.float64],
    latitudes: NDArray[np.float64],
    *,
    boundaries: Boundaries | None,
) -> pa.Array:
    """LSOA 2021 whose outline holds each point, empty where none does. Shape: points."""
    if boundaries is None or "lsoa" not in boundaries.layers:
        return pa.nulls(len(longitudes), pa.string())
    # Outlines are seldom needed and their libraries take a second to load
    from wardwise.sources.geography.locate import locate_points

    return pa.array(locate_points(longitudes, latitudes, boundaries=boundaries), pa.string())
