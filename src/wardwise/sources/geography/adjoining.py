"""Which LSOAs touch, and how much land each has: what measures of place need of the outlines."""

from __future__ import annotations

import pyarrow as pa
import shapely

from wardwise.domain.boundaries import Boundaries
from wardwise.sources.tidy import tidy_rows


TOUCHING = 1.0
"""Outlines so near have an edge or a corner in common; generalising moves edges. Unit: metres."""
SQUARE_METRES = 10_000.0
"""Of a hectare."""


def adjoining(boundaries: Boundaries) -> dict[str, pa.Table]:
    """Tables ``lsoa_neighbour``, a row for each way round, and ``lsoa_land``."""
    frame = boundaries.layers["lsoa"].sort_values("code")
    codes, outlines = frame["code"].to_list(), frame.geometry.to_numpy()
    pairs = shapely.STRtree(outlines).query(outlines, predicate="dwithin", distance=TOUCHING)
    found = sorted((codes[a], codes[b]) for a, b in pairs.T.tolist() if a != b)
    land = zip(codes, (shapely.area(outlines) / SQUARE_METRES).tolist(), strict=True)
    return {
        "lsoa_neighbour": tidy_rows(
            "lsoa_neighbour", [{"lsoa_code": a, "neighbour_code": b} for a, b in found]
        ),
        "lsoa_land": tidy_rows("lsoa_land", [{"lsoa_code": a, "hectares": n} for a, n in land]),
    }
