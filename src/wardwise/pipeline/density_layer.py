"""The layer 'density': land that holds parts of the offences, and land where they changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from wardwise.chapters.hot_spots.density import DensityFindings, DensityLine
from wardwise.figures.density_maker import SHARES
from wardwise.measures.density.land import Land, together


if TYPE_CHECKING:
    from geopandas import GeoDataFrame


MEANINGS = {
    "what": "densest: the least land with so many percent of the offences; rose or fell: land"
    " within a bandwidth of where the latest year differs from the year before beyond chance",
    "offences_percent": "Percent of the offences, as smoothed, on that land; empty of changes",
    "per_km2": "Density at the edge of that land, offences per square kilometre; empty of changes",
    "km2": "Land in cells whose middle is inside the boundary, square kilometres",
    "bandwidth_metres": "Radius of the quartic kernel (of the pilot where each has its own)",
}


def density_layer(findings: Mapping[str, Any]) -> dict[str, GeoDataFrame]:
    """The layer, where the chapter on hot spots found any density."""
    parts = getattr(findings.get("hot_spots"), "parts", {})
    found = parts.get("density")
    if not isinstance(found, DensityFindings):
        return {}
    import geopandas

    rows = [row for line in found.lines for row in (*_densest(line), *_changed(line))]
    period = {"period_start": str(found.period.first), "period_end": str(found.period.last)}
    frame = geopandas.GeoDataFrame([row | period for row in rows], crs="EPSG:27700")
    return {"density": frame}


def _densest(line: DensityLine) -> list[dict[str, Any]]:
    surface = line.density.surface
    return [
        _row(line, "densest", surface.land, np.nan_to_num(surface.per_km2) >= edge)
        | {"offences_percent": float(share), "per_km2": edge}
        for share, edge in zip(SHARES, line.density.edges, strict=True)
    ]


def _changed(line: DensityLine) -> list[dict[str, Any]]:
    if line.moved is None:
        return []
    found = line.moved.found
    held = (("rose", found.is_more), ("fell", found.is_less))
    return [
        _row(line, what, found.land, marks) | {"offences_percent": None, "per_km2": None}
        for what, marks in held
        if marks.any()
    ]


def _row(line: DensityLine, what: str, land: Land, marks: np.ndarray) -> dict[str, Any]:
    return {
        "offence": line.density.offence,
        "what": what,
        "km2": float(marks.sum()) * land.cell_km2,
        "bandwidth_metres": line.density.scale.bandwidth_metres,
        "geometry": together(marks, west=land.west, south=land.south, side=land.cell_metres),
    }
