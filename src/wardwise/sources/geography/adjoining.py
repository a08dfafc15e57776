"""Which LSOAs touch, and how much land each has: what measures of place need of the outlines."""

from __future__ import annotations

import pyarrow as pa
import shapely

from wardwise.domain.boundaries import Boundaries
from wardwise.sources.tidy import tidy_rows


TOUCHING = 1.0
"""Outlines so near have an edge or a corner in common; generalising moves edges. Unit: metres."""
CUT, PRECISION = 2.0, 0.1
"""How much simpler a stored outline is, and how fine its coordinates. Unit: metres."""
SQUARE_METRES = 10_000.0
"""Of a hectare."""


def adjoining(boundaries: Boundaries) -> dict[str, pa.Table]:
    """Tables ``lsoa_neighbour``, a row for each way round, and ``lsoa_land``."""
    frame = boundaries.layers["lsoa"].sort_values("code")
    codes, outlines = frame["code"].to_list(), frame.geometry.to_numpy()
    pairs = shapely.STRtree(outlines).query(outlines, predicate="dwithin", distance=TOUCHING)
    found = sorted((codes[a], codes[b]) for a, b in pairs.T.tolist() if a != b)
    kept = shapely.set_precision(shapely.simplify(outlines, CUT), PRECISION)
    land = zip(
        codes,
        (shapely.area(outlines) / SQUARE_METRES).tolist(),
        shapely.to_wkb(kept, hex=True).tolist(),
        strict=True,
    )
    return {
        "lsoa_neighbour": tidy_rows(
            "lsoa_neighbour", [{"lsoa_code": a, "neighbour_code": b} for a, b in found]
        ),
        "lsoa_land": tidy_rows(
            "lsoa_land",
            [{"lsoa_code": code, "hectares": n, "outline": text} for code, n, text in land],
        ),
    }
