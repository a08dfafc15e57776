"""Lines drawn over a fill: they survive a black and white printer, and need no pattern id."""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from wardwise.render.pictures.canvas import Canvas, number
from wardwise.render.pictures.look import Style
from wardwise.render.pictures.maps.outlines import Geometry


GAP = 4.8
HATCH: Style = {"fill": "none", "stroke": "#7a7a7a", "stroke-width": 0.7}
LEVEL: Style = {"fill": "none", "stroke": "#ffffff", "stroke-width": 0.7}
# Directions as steps down the sheet for each pixel across
SLOPES = {"hatch": (-1.0,), "cross": (-1.0, 1.0), "level": (0.0,)}


def rule(canvas: Canvas, geometries: Sequence[Geometry], kind: str) -> None:
    """Hatch, cross-hatch or level lines inside the shapes."""
    if not kind or not geometries:
        return
    shape = shapely.union_all(list(geometries))
    steps = "".join(_inside(shape, slope) for slope in SLOPES[kind])
    if steps:
        canvas.add("path", {"d": steps, **(LEVEL if kind == "level" else HATCH)})


def _inside(shape: Geometry, slope: float) -> str:
    left, top, right, bottom = shapely.bounds(shape)
    rise = slope * (right - left)
    gap = GAP * (1 + slope * slope) ** 0.5
    # The ruling is tied to the sheet and not to the shape: neighbours share their lines
    first = int((top - max(rise, 0)) // gap)
    last = int((bottom - min(rise, 0)) // gap) + 1
    at = left * slope
    lines = [
        ((left, n * gap + at % gap), (right, n * gap + at % gap + rise))
        for n in range(first - 1, last + 1)
    ]
    cut = shapely.intersection(shapely.MultiLineString(lines), shape)
    parts = [part for part in shapely.get_parts(cut) if part.geom_type == "LineString"]
    return "".join(_step(part) for part in parts)


def _step(line: Geometry) -> str:
    (x1, y1), *_, (x2, y2) = line.coords
    x1, y1, x2, y2 = (number(round(value, 1)) for value in (x1, y1, x2, y2))
    return f"M{x1} {y1}L{x2} {y2}"
