"""outlines.json: the outlines that a run's maps were drawn with, so that they can be drawn again.

Every coordinate is written in full: a map drawn from the file is the map drawn from its source.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wardwise.domain.boundaries import Boundaries


if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def outlines_json(boundaries: Boundaries) -> str:
    """Layers as lists of areas with GeoJSON geometry, in British National Grid metres."""
    layers = {name: _areas(frame) for name, frame in sorted(boundaries.layers.items())}
    held = {
        "schema": 1,
        "crs": "EPSG:27700",
        "credit": boundaries.credit,
        "vintage": dict(sorted(boundaries.vintage.items())),
        "layers": layers,
    }
    return json.dumps(held, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def read_outlines(written: str) -> Boundaries:
    """The boundaries that ``outlines_json`` wrote."""
    held = json.loads(written)
    layers = {name: _frame(areas, held["crs"]) for name, areas in held["layers"].items()}
    return Boundaries(layers, vintage=held["vintage"], credit=held["credit"])


def _areas(frame: GeoDataFrame) -> list[dict[str, Any]]:
    import shapely

    return [
        {"code": code, "name": name, "geometry": shapely.geometry.mapping(shape)}
        for code, name, shape in zip(frame["code"], frame["name"], frame.geometry, strict=True)
    ]


def _frame(areas: list[Mapping[str, Any]], crs: str) -> GeoDataFrame:
    import shapely
    from geopandas import GeoDataFrame

    columns = {
        "code": [area["code"] for area in areas],
        "name": [area["name"] for area in areas],
    }
    shapes = [shapely.geometry.shape(area["geometry"]) for area in areas]
    return GeoDataFrame(columns, geometry=shapes, crs=crs)
