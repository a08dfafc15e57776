"""A boundary cut up into square cells: the ground on which a density is worked out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.place.areas_at_points import areas_at_points


Floats = NDArray[np.float64]
MOST_CELLS = 25_000_000


@dataclass(frozen=True, eq=False)
class Land:
    """Square cells; those are inside whose middle the boundary holds.

    ``west`` and ``south`` are whole multiples of the cell, so that maps of several years and
    groups share their cells. The first row is the southernmost. Shape of ``inside``: rows ×
    columns. Unit: metres.
    """

    west: float
    south: float
    cell_metres: float
    inside: NDArray[np.bool_]

    @classmethod
    def of(cls, outline: Any, *, cell_metres: float) -> Land:
        """The cells of a boundary or of its parts; ValueError where they hold no land."""
        if not cell_metres > 0:
            raise ValueError(f"cell_metres is {cell_metres}: expected a length over 0.")
        parts = shapes_of(outline)
        west, south, east, north = (edge / cell_metres for edge in bounds_of(parts))
        left, foot = math.floor(west), math.floor(south)
        across, up = max(math.ceil(east) - left, 1), max(math.ceil(north) - foot, 1)
        if across * up > MOST_CELLS:
            raise ValueError(
                f"{across:,} × {up:,} cells of {cell_metres:g} m: expected {MOST_CELLS:,} at most."
                " Take larger cells."
            )
        columns, rows = np.meshgrid(left + np.arange(across) + 0.5, foot + np.arange(up) + 0.5)
        at = areas_at_points(
            eastings=columns.ravel() * cell_metres,
            northings=rows.ravel() * cell_metres,
            areas=parts,
        )
        inside = (at >= 0).reshape(up, across)
        if not inside.any():
            raise ValueError(f"No cell of {cell_metres:g} m has its middle inside the boundary.")
        return cls(left * cell_metres, foot * cell_metres, cell_metres, inside)

    @property
    def cells(self) -> int:
        """How many cells are inside."""
        return int(self.inside.sum())

    @property
    def km2(self) -> float:
        """Land inside. Unit: square kilometres."""
        return self.cells * self.cell_km2

    @property
    def cell_km2(self) -> float:
        """Land of a cell. Unit: square kilometres."""
        return self.cell_metres**2 / 1e6

    def in_cells(self, points: ArrayLike) -> Floats:
        """Eastings and northings as columns and rows with their parts. Shape: points × 2."""
        moved: Floats = (checked(points) - (self.west, self.south)) / self.cell_metres
        return moved

    def room(self) -> Floats:
        """How far the middle of each cell is from the next that is not inside. Unit: cells."""
        from scipy.ndimage import distance_transform_edt

        edged = np.pad(self.inside, 1)
        found: Floats = distance_transform_edt(edged)[1:-1, 1:-1]
        return found


def shapes_of(outline: Any) -> NDArray[np.object_]:
    """The polygons of a boundary: itself, or its parts as hexadecimal well-known binary."""
    import shapely

    whole: NDArray[np.object_] = np.atleast_1d(np.asarray(outline, dtype=object))
    if isinstance(whole.flat[0] if whole.size else "", str):
        try:
            whole = shapely.from_wkb(whole)
        except shapely.errors.GEOSException as error:
            raise ValueError("An outline is not well-known binary in hexadecimal.") from error
    if not whole.size or shapely.is_empty(whole).all():
        raise ValueError("The boundary is empty: there is no land.")
    return whole


def bounds_of(parts: NDArray[np.object_]) -> tuple[float, float, float, float]:
    """West, south, east and north of all parts. Unit: metres."""
    import shapely

    west, south, east, north = shapely.total_bounds(parts)
    return float(west), float(south), float(east), float(north)


def checked(points: ArrayLike) -> Floats:
    """Points as an array of two columns, each known; ValueError otherwise."""
    array = (
        np.asarray(points, dtype=float).reshape(-1, 2)
        if np.size(points) == 0
        else np.asarray(points, dtype=float)
    )
    if array.ndim != 2 or array.shape[1] != 2:
        raise ValueError(
            f"points has shape {array.shape}: expected an easting and a northing each."
        )
    if not np.isfinite(array).all():
        raise ValueError("A point is not known: leave the event out, and say so.")
    return array


def together(marks: NDArray[np.bool_], *, west: float, south: float, side: float) -> Any:
    """Marked cells put together as one outline, row by row in runs. Unit: metres."""
    import shapely

    edges = np.diff(np.pad(marks.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, begins = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    boxes = shapely.box(
        west + begins * side, south + rows * side, west + ends * side, south + (rows + 1) * side
    )
    return shapely.union_all(boxes)
