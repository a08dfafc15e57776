"""Where the names of wards go: inside their ward, over no other name, as large as fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from wardwise.render.pictures.canvas import Box
from wardwise.render.pictures.letters import balanced
from wardwise.render.pictures.maps.name import AIR, SIZES, Name, lines_box
from wardwise.render.pictures.maps.numbers import number_of, points_in, to_number
from wardwise.render.pictures.maps.outlines import Geometry


COARSE = 1.5  # pixels: what a name does not notice of an outline
MOST_OUTSIDE = 0.5  # of a name's own box


def shortened(name: str) -> str:
    """The name as a map has room for it: no brackets, an ampersand for 'and'."""
    return name.split(" (")[0].replace(" and ", " & ")


def place_names(
    shapes: Mapping[str, Geometry],
    names: Mapping[str, str],
    sheet: Box,
    worth: Sequence[str] = (),
) -> tuple[Name, ...]:
    """A place for each name, the smallest areas choosing first.

    Where no name of any size fits, a number stands there instead. More numbers than a reader
    can use are not set: then only those first in ``worth`` have one, in that order.
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
    for number, code in enumerate(to_number(without, names, worth), 1):
        taken = [other.box for other in placed]
        placed.append(number_of(code, shapes[code], str(number), (taken, sheet)))
    return tuple(placed)


def _best(code: str, shape: Geometry, words: str, around: tuple[Sequence[Box], Box]) -> Name | None:
    points = points_in(shape)
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
