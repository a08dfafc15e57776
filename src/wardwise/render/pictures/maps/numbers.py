"""Numbers for the areas that no name fits: in their area, or beside it with a line to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import shapely

from wardwise.render.pictures.canvas import Box, Point
from wardwise.render.pictures.maps.name import AIR, SIZES, Name, lines_box
from wardwise.render.pictures.maps.outlines import Geometry


GRID = 9
MOST_NUMBERS = 16  # that a reader will look up
SOME_NUMBERS = 10  # where there would be more
RINGS = (11.0, 16.0, 22.0, 29.0, 37.0)  # pixels from the area to a number beside it
TURNS = 16


def to_number(without: Sequence[str], names: Mapping[str, str], worth: Sequence[str]) -> list[str]:
    """Which areas have a number: all by name, if they are few; else the first few by worth."""
    if len(without) <= MOST_NUMBERS or not worth:
        return sorted(without, key=lambda code: (names[code], code))
    return [code for code in worth if code in without][:SOME_NUMBERS]


def number_of(code: str, shape: Geometry, number: str, around: tuple[Sequence[Box], Box]) -> Name:
    """As near to the middle of the area as the names leave room, or else beside it."""
    taken, _ = around
    tried = [
        Name(code, (number,), size, box, is_number=True)
        for size in SIZES
        for box in _boxes(points_in(shape), lines_box([number], size))
    ]
    free = (name for name in tried if not any(name.box.meets(other) for other in taken))
    return next(free, None) or next(_beside(tried[0], shape, around), tried[0])


def _beside(name: Name, shape: Geometry, around: tuple[Sequence[Box], Box]) -> Iterator[Name]:
    """Places beside the area: those whose line crosses no name first, nearest first."""
    taken, sheet = around
    x, y = (float(one) for one in points_in(shape)[0])
    boxes = [
        box
        for box in _boxes(_rings(x, y), lines_box(name.lines, SIZES[0]))
        if box.within(sheet) and not any(box.grown(AIR).meets(other) for other in taken)
    ]
    for box in sorted(boxes, key=lambda box: _crossings(box.middle, (x, y), taken)):
        yield replace(name, size=SIZES[0], box=box, leads_to=(x, y))


def _crossings(start: Point, end: Point, taken: Sequence[Box]) -> int:
    line = shapely.linestrings([start, end])
    rectangles = [shapely.box(one.left, one.top, one.right, one.bottom) for one in taken]
    return int(shapely.intersects(line, rectangles).sum())


def _rings(x: float, y: float) -> np.ndarray:
    """Points around the area, the nearest first."""
    turns = np.linspace(0, 2 * np.pi, TURNS, endpoint=False)
    ring = np.column_stack((np.cos(turns), np.sin(turns)))
    return np.vstack([np.array((x, y)) + radius * ring for radius in RINGS])


def points_in(shape: Geometry) -> np.ndarray:
    """Where the middle of a name may stand: a grid over the shape, its deepest point first."""
    left, top, right, bottom = shapely.bounds(shape)
    across, down = np.meshgrid(np.linspace(left, right, GRID), np.linspace(top, bottom, GRID))
    grid = np.column_stack((across.ravel(), down.ravel()))
    inside = grid[shapely.contains_xy(shape, grid[:, 0], grid[:, 1])]
    deepest = shapely.get_coordinates(shapely.maximum_inscribed_circle(shape))[:1]
    return np.vstack((deepest, inside))


def _boxes(points: np.ndarray, size: tuple[float, float]) -> list[Box]:
    width, height = size
    return [Box(float(x) - width / 2, float(y) - height / 2, width, height) for x, y in points]
