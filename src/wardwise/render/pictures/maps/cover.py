"""Maps of what lies on the ground whatever the areas: density, and where it changed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely

from wardwise.document.cover import Cover, CoverMaps
from wardwise.domain.boundaries import Boundaries
from wardwise.measures.density.land import together
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.look import ABOVE, BELOW, BODY, RAMP
from wardwise.render.pictures.maps.classes import Shade
from wardwise.render.pictures.maps.draw_map import (
    BESIDE,
    NARROW,
    TALLEST,
    TALLEST_COMPACT,
    draw_beneath,
)
from wardwise.render.pictures.maps.furniture import draw_key, draw_scale_bar
from wardwise.render.pictures.maps.ground import Ground, path_of
from wardwise.render.pictures.maps.laid import names_on, on_ground
from wardwise.render.pictures.maps.outlines import Geometry, Layer, names_of, outlines
from wardwise.render.pictures.maps.ruling import rule
from wardwise.render.pictures.maps.sheet import OUTLINE, UNDER, draw_name, numbered


LAND = "#f7f7f5"
EVEN = 0.75  # of a cell: the stairs of square cells are drawn as slopes
GUTTER = 18.0
ROUGH = 10.0


def draw_cover_maps(picture: CoverMaps, boundaries: Boundaries, width: float) -> Drawn:
    """Side by side where there are two; one above the other where the sheet is narrow."""
    canvas = Canvas(width, 0)
    is_pair = len(picture.covers) > 1
    is_narrow = width < NARROW
    own = (width - GUTTER) / 2 if is_pair and not is_narrow else width
    foot, top, numbers = 0.0, 0.0, ""
    for n, cover in enumerate(picture.covers):
        part = Canvas(own, 0)
        deep, numbers = _draw_one(part, cover, boundaries, key_beside=not (is_pair or is_narrow))
        canvas.put(part, (0.0 if is_narrow else n * (own + GUTTER), top))
        foot = max(foot, top + deep)
        top = foot + 10 if is_narrow else top
    canvas.height = draw_beneath(canvas, (numbers, boundaries.credit), foot, width)
    return canvas.drawn(picture)


def _draw_one(
    canvas: Canvas, cover: Cover, boundaries: Boundaries, *, key_beside: bool
) -> tuple[float, str]:
    """One map; returns the pixel row beneath it, and what its numbers stand for."""
    wards = Layer("ward", tuple(boundaries.layers["ward"]["code"]))
    top = 1.0 if key_beside else 20.0
    room = Box(1, top, canvas.width - (BESIDE if key_beside else 0) - 2, TALLEST)
    if not key_beside:
        canvas.words(cover.heading, (0, 11), Letters(size=BODY, bold=True))
    else:
        room = Box(1, top, room.width, TALLEST_COMPACT)
    bounds = shapely.total_bounds([*outlines(boundaries, *wards, ROUGH).values()])
    west, south, east, north = (float(edge) for edge in bounds)
    margin = 0.01 * max(east - west, north - south)
    ground = Ground.fitted(
        (west - margin, south - margin, east + margin, north + margin),
        corner=(room.left, room.top),
        most=(room.width, room.height),
    )
    laid = on_ground(boundaries, wards, ground)
    land = shapely.union_all(list(laid.shapes.values()))
    canvas.add("path", {"d": path_of([land]), "fill": LAND})
    shades = shades_of(cover)
    for step, shape in shapes_of(cover).items():
        shape = shapely.intersection(shapely.make_valid(ground.pixels(shape)), land)
        canvas.add("path", {"d": path_of([shape]), "fill": shades[step].fill})
        rule(canvas, [shape], shades[step].lines)
    for style in (UNDER, OUTLINE):
        canvas.add("path", {"d": laid.edges, **style, "pointer-events": "none"})
    names = names_on(boundaries, (wards,), ground, worth=wards.codes)
    for name in names:
        draw_name(canvas, name, is_bold=name.is_number)
    foot = ground.box.bottom + 20
    draw_scale_bar(canvas, ground, (room.left + 2, foot - 3))
    at = (room.left, foot + 8)
    if key_beside:
        at = (min(ground.box.right + 18, canvas.width - BESIDE + 12), room.top + 4)
    heading = cover.heading if key_beside else ""
    foot = max(foot, draw_key(canvas, shades, at, heading, counted=False))
    if not names:
        return foot, ""
    return foot, numbered(names, names_of(boundaries, (wards,)), of=len(wards.codes))


def shades_of(cover: Cover) -> tuple[Shade, ...]:
    """Fill and words of each step."""
    fills = [(fill, "") for fill in RAMP[len(cover.words)]]
    if cover.diverging:
        fills = [(BELOW[1], "level"), (LAND, ""), (ABOVE[2], "")]
    return tuple(
        Shade(fill if step or cover.diverging else LAND, words, (), lines)
        for step, ((fill, lines), words) in enumerate(zip(fills, cover.words, strict=True))
    )


def shapes_of(cover: Cover) -> Mapping[int, Geometry]:
    """Land of each step that is drawn, in metres, in the order of drawing.

    Steps of one direction lie one on the other, so that no gap opens between them.
    """
    steps = np.array([[int(mark) if mark != " " else -1 for mark in row] for row in cover.rows])
    if cover.diverging:
        marks = {step: steps == step for step in (0, 2)}
    else:
        marks = {step: steps >= step for step in range(1, len(cover.words))}
    return {step: _shape(cover, held) for step, held in marks.items() if held.any()}


def _shape(cover: Cover, held: np.ndarray) -> Geometry:
    """Cells put together, their stairs evened."""
    whole = together(held, west=cover.west, south=cover.south, side=cover.cell_metres)
    return shapely.make_valid(shapely.simplify(whole, EVEN * cover.cell_metres))
