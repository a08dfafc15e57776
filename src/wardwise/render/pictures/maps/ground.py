"""From grid metres to pixels, and from polygons to SVG paths."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely

from wardwise.render.pictures.canvas import Box
from wardwise.render.pictures.maps.outlines import Geometry


@dataclass(frozen=True)
class Ground:
    """A box of the sheet that shows a rectangle of the National Grid, north up."""

    box: Box
    west: float
    north: float
    metres: float  # to a pixel

    @classmethod
    def fitted(
        cls,
        bounds: tuple[float, float, float, float],
        *,
        corner: tuple[float, float],
        most: tuple[float, float],
    ) -> Ground:
        """The largest map of these bounds that is at most so wide and so high."""
        west, south, east, north = bounds
        metres = max((east - west) / most[0], (north - south) / most[1])
        width, height = (east - west) / metres, (north - south) / metres
        return cls(Box(corner[0], corner[1], width, height), west, north, metres)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in metres."""
        south = self.north - self.box.height * self.metres
        return self.west, south, self.west + self.box.width * self.metres, self.north

    def pixels(self, geometry: Geometry) -> Geometry:
        """The geometry on the sheet, cut at the edge of the box."""
        cut = shapely.clip_by_rect(geometry, *self.bounds)
        return shapely.transform(cut, self._to_pixels)

    def _to_pixels(self, points: np.ndarray) -> np.ndarray:
        x = self.box.left + (points[:, 0] - self.west) / self.metres
        y = self.box.top + (self.north - points[:, 1]) / self.metres
        return np.column_stack((x, y))


def polygons_of(geometry: Geometry) -> list[Geometry]:
    """The polygons of a geometry; stray points and lines of a cut are left out."""
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]


def path_of(geometries: Iterable[Geometry]) -> str:
    """One SVG path for all, in steps of a tenth of a pixel."""
    rings = [
        ring
        for geometry in geometries
        for polygon in polygons_of(geometry)
        if not polygon.is_empty
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return "".join(_steps(shapely.get_coordinates(ring)[:-1], "z") for ring in rings)


def edges_of(geometries: Iterable[Geometry]) -> str:
    """One SVG path of the borders, each drawn once though two areas share it."""
    borders = shapely.boundary(list(geometries))
    lines = shapely.line_merge(shapely.union_all(borders))
    parts = [part for part in shapely.get_parts(lines) if part.geom_type == "LineString"]
    return "".join(_steps(shapely.get_coordinates(part), "") for part in parts)


def _steps(points: np.ndarray, end: str) -> str:
    # Whole tenths first, then differences: rounding errors do not add up along the line
    tenths = np.rint(points * 10).astype(int)
    moves = np.diff(tenths, axis=0)
    moves = moves[np.any(moves != 0, axis=1)]
    if len(moves) < (2 if end else 1):
        return ""
    start = "M" + _joined(tenths[:1])
    return start + "l" + _joined(moves) + end


def _joined(pairs: np.ndarray) -> str:
    """Numbers with no more between them than SVG needs: a minus parts them by itself."""
    words = [_tenth(int(value)) for value in pairs.ravel()]
    return words[0] + "".join(w if w.startswith("-") else " " + w for w in words[1:])


def _tenth(value: int) -> str:
    whole, tenth = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole or ''}.{tenth}" if tenth else f"{sign}{whole}"
