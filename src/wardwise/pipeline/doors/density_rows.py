"""A file of events for density: their places, the boundary, and how wide to smooth."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from wardwise.domain.errors import EvidenceMissing, ExtractError
from wardwise.measures.density.abramson import WIDEST, abramson_bandwidths
from wardwise.measures.density.bandwidths import (
    CELLS_TO_A_BANDWIDTH,
    crime_map_bandwidth,
    normal_reference_bandwidth,
)
from wardwise.measures.density.density_change import MONTHS, density_change
from wardwise.measures.density.kernel_density import DensitySurface, kernel_density
from wardwise.measures.density.land import Floats
from wardwise.pipeline.doors.columns import Columns


@dataclass(frozen=True, eq=False)
class DensityRows:
    """Places (metres, events × 2), the outline, and the bandwidth (metres)."""

    columns: Columns
    points: Floats
    outline: Any
    bandwidth_metres: float

    @classmethod
    def read(cls, given: argparse.Namespace) -> DensityRows:
        """From the parsed arguments."""
        columns = Columns.read(given.file)
        points = np.column_stack((columns.numbers(given.x), columns.numbers(given.y)))
        outline = _read_outline(given.boundary) if given.boundary else None
        wide = _bandwidth(given, points, outline)
        if outline is None:
            reach = 5.0 if given.kernel == "gaussian" else 1.0  # where the kernel ends
            outline = _land(points, wide * reach * (WIDEST if given.adaptive else 1.0))
        return cls(columns, points, outline, wide)

    def surface(self, given: argparse.Namespace) -> DensitySurface:
        """The density, with one bandwidth or each event its own."""
        cell = given.cell or self.bandwidth_metres / CELLS_TO_A_BANDWIDTH
        shared = {"points": self.points, "outline": self.outline, "cell_metres": cell}
        wide: Any = self.bandwidth_metres
        if given.adaptive:
            wide = abramson_bandwidths(
                **shared, pilot_metres=self.bandwidth_metres, kernel=given.kernel
            )
        return kernel_density(**shared, bandwidth_metres=wide, kernel=given.kernel)

    def change(self, given: argparse.Namespace) -> dict[str, Any]:
        """The last twelve months in the file against the twelve before."""
        month = self.columns.moments(given.date).astype("M8[M]").astype(np.int64)
        first = int(month.max()) - 2 * MONTHS + 1
        if month.min() > first:
            begins, needed = (str(np.datetime64(int(n), "M")) for n in (month.min(), first))
            raise ValueError(
                f"the file begins in {begins}: a change of twelve months against the twelve before "
                f"needs events from {needed}."
            )
        held = month >= first
        found = density_change(
            points=self.points[held],
            months=month[held] - first,
            outline=self.outline,
            bandwidth_metres=self.bandwidth_metres,
        )
        return {
            "first_month": str(np.datetime64(first, "M")),
            "smallest_p": found.smallest_p,
            "more_km2": found.more_km2,
            "less_km2": found.less_km2,
            "in_more": found.in_more,
            "in_less": found.in_less,
        }


def _bandwidth(given: argparse.Namespace, points: Floats, outline: Any) -> float:
    match given.bandwidth:
        case "silverman":
            return normal_reference_bandwidth(points=points, kernel=given.kernel)
        case "crime-map":
            around = _land(points, 0.0) if outline is None else outline
            return crime_map_bandwidth(outline=around).bandwidth_metres
    return float(given.bandwidth)


def _land(points: Floats, wider: float) -> Any:
    """The rectangle round the events."""
    import shapely

    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return shapely.box(west - wider, south - wider, east + wider, north + wider)


def _read_outline(file: Path) -> Any:
    import geopandas
    import pyogrio.errors

    if not file.is_file():
        raise EvidenceMissing(
            file=file.name, problem="there is no such file.", remedy="Check its name."
        )
    try:
        shapes = geopandas.read_file(file).geometry.to_numpy()
    except (pyogrio.errors.DataSourceError, AttributeError, ValueError) as error:
        raise ExtractError(
            file=file.name,
            problem="it cannot be read as outlines.",
            remedy="Expected GeoJSON, a GeoPackage or a shapefile with polygons in metres.",
        ) from error
    import shapely

    return shapely.union_all(shapes)
