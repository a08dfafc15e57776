"""Where the names of wards go: inside their ward, over no other name, as large as fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from wardwise.render.pictures.canvas import Box
from wardwise.render.pictures.letters import balanced, width_of
from wardwise.render.pictures.maps.outlines import Geometry


SIZES = (9.4, 8.6, 7.8)
LEADING = 1.06
GRID = 9
COARSE = 1.5  # pixels: what a name does not notice of an outline
AIR = 1.2  # pixels between two names
MOST_OUTSIDE = 0.5  # of a name's own box


@dataclass(frozen=True)
class Name:
    """A name that found its place, or the number that stands for it in the key."""

    code: str
    lines: tuple[str, ...]
    size: float
    box: Box
    is_number: bool = False


def shortened(name: str) -> str:
    """The name as a map has room for it: no brackets, an ampersand for 'and'."""
    return name.split(" (")[0].replace(" and ", " & ")


def place_names(
    shapes: Mapping[str, Geometry], names: Mapping[str, str], sheet: Box
) -> tuple[Name, ...]:
    """A place for each name, the smallest areas choosing first.

    Where no name of any size fits, a number stands there instead.
    """
    placed: list[Name] = []
    without: list[str] = []
    for code in sorted(shapes, key=lambda c: (shapely.area(shapes[c]), c)):
        taken, shape = [other.box for other in placed], shapely.simplify(shapes[code], COARSE)
        found = _best(code, shape, shortened(names[code]), (taken, sheet))
        if found:
            placed.append(found)
        else:
            without.append(code)
    for number, code in enumerate(sorted(without, key=lambda c: (names[c], c)), 1):
        taken = [other.box for other in placed]
        placed.append(_numbered(code, shapes[code], number, taken))
    return tuple(placed)


def _best(code: str, shape: Geometry, words: str, around: tuple[Sequence[Box], Box]) -> Name | None:
    points = _points(shape)
    best, least = None, MOST_OUTSIDE
    for rank, size in enumerate(SIZES):
        for count in range(1, min(4, len(words.split()) + 1)):
            lines = balanced(words, lines=count, size=size)
            found = _fit(shape, points, lines_box(lines, size), around)
            # A smaller size has to earn its place by clearly less of the name outside
            if found and found[0] + 0.09 * rank < least - 1e-9:
                least = found[0] + 0.09 * rank
                best = Name(code, tuple(lines), size, found[1])
    return best


def lines_box(lines: Sequence[str], size: float) -> tuple[float, float]:
    """Width and height of a name."""
    return max(width_of(line, size=size) for line in lines), len(lines) * size * LEADING


def _points(shape: Geometry) -> np.ndarray:
    """Where the middle of a name may stand: a grid over the shape, its deepest point first."""
    left, top, right, bottom = shapely.bounds(shape)
    across, down = np.meshgrid(np.linspace(left, right, GRID), np.linspace(top, bottom, GRID))
    grid = np.column_stack((across.ravel(), down.ravel()))
    inside = grid[shapely.contains_xy(shape, grid[:, 0], grid[:, 1])]
    deepest = shapely.get_coordinates(shapely.maximum_inscribed_circle(shape))[:1]
    return np.vstack((deepest, inside))


def _fit(
    shape: Geometry,
    points: np.ndarray,
    size: tuple[float, float],
    around: tuple[Sequence[Box], Box],
) -> tuple[float, Box] | None:
    """The place with the least of the name outside its area, and how much that is."""
    (width, height), (taken, sheet) = size, around
    half = np.array((width / 2, height / 2))
    corners = np.hstack((points - half, points + half))
    boxes = shapely.box(*corners.T)
    outside = 1 - shapely.area(shapely.intersection(boxes, shape)) / (width * height)
    away = np.hypot(*(points - points[0]).T) / max(np.hypot(*np.ptp(points, axis=0)), 1.0)
    for n in np.argsort(outside + 0.12 * away, kind="stable"):
        box = Box(float(corners[n][0]), float(corners[n][1]), width, height)
        if box.within(sheet) and not any(box.grown(AIR).meets(other) for other in taken):
            return float(outside[n] + 0.12 * away[n]), box
    return None


def _numbered(code: str, shape: Geometry, number: int, taken: Sequence[Box]) -> Name:
    """The number as near to the middle as the names leave room."""
    tried = [
        Name(code, (str(number),), size, box, is_number=True)
        for size in SIZES
        for box in _boxes(_points(shape), lines_box([str(number)], size))
    ]
    free = (name for name in tried if not any(name.box.meets(other) for other in taken))
    return next(free, tried[0])


def _boxes(points: np.ndarray, size: tuple[float, float]) -> list[Box]:
    width, height = size
    return [Box(float(x) - width / 2, float(y) - height / 2, width, height) for x, y in points]
