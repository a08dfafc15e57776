"""Whole maps: one, or two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wardwise.document.initials import capital
from wardwise.document.pictures import Map, MapPair
from wardwise.domain.boundaries import Boundaries
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.look import BODY
from wardwise.render.pictures.maps.furniture import draw_key, draw_lines, draw_scale_bar
from wardwise.render.pictures.maps.ground import Ground
from wardwise.render.pictures.maps.outlines import names_of
from wardwise.render.pictures.maps.sheet import Sheet, draw_sheet, numbered
from wardwise.render.pictures.maps.worth import together


BESIDE = 168.0  # pixels that a key beside the map needs
TALLEST = 430.0
TALLEST_FOCUS = 300.0
TALLEST_COMPACT = 350.0
NARROW = 420.0


def draw_map(picture: Map, boundaries: Boundaries, width: float) -> Drawn:
    """The key beside the map where there is room, beneath it where there is not."""
    sheet = Sheet.of(picture, boundaries)
    canvas = Canvas(width, 0)
    beside = BESIDE if width >= NARROW else 0.0
    most = (width - beside - 2, _tallest(picture))
    foot, numbers = draw_whole(canvas, sheet, Box(1, 1, *most), key_beside=bool(beside))
    canvas.height = draw_beneath(canvas, (numbers, boundaries.credit), foot, width)
    return canvas.drawn(picture, interactive=picture.interactive)


def _tallest(picture: Map) -> float:
    if picture.focus:
        return TALLEST_FOCUS
    return TALLEST_COMPACT if picture.compact else TALLEST


def draw_map_pair(picture: MapPair, boundaries: Boundaries, width: float) -> Drawn:
    """Two maps of one scale side by side; one above the other where the sheet is narrow."""
    canvas = Canvas(width, 0)
    is_narrow = width < NARROW
    half = width if is_narrow else (width - 18) / 2
    foot, top, numbers = 0.0, 0.0, ""
    pair = [Sheet.of(one, boundaries) for one in (picture.left, picture.right)]
    worth = together([sheet.worth for sheet in pair])
    for n, sheet in enumerate(pair):
        # Each on a sheet of its own and then moved: both share outlines and names
        part = Canvas(half, 0)
        part.words(_heading(sheet.picture), (0, 11), Letters(size=BODY, bold=True))
        room = Box(1, 20, half - 2, TALLEST)
        deep, numbers = draw_whole(part, replace(sheet, worth=worth), room, key_beside=False)
        canvas.put(part, (0.0 if is_narrow else n * (half + 18), top))
        foot = max(foot, top + deep)
        top = foot + 10 if is_narrow else top
    # Both maps are of the same areas on one ground: one key of numbers does for the two
    canvas.height = draw_beneath(canvas, (numbers, boundaries.credit), foot, width)
    return canvas.drawn(picture)


def draw_beneath(canvas: Canvas, told: Sequence[str], foot: float, width: float) -> float:
    """What the numbers stand for and whose outlines they are; returns how high the sheet is."""
    for words in told:
        foot = draw_lines(canvas, words, (0, foot + 4), width) if words else foot
    return foot + 3


def _heading(picture: Map) -> str:
    return capital(picture.unit)


def draw_whole(canvas: Canvas, sheet: Sheet, room: Box, *, key_beside: bool) -> tuple[float, str]:
    """Map, scale bar and key; returns the pixel row beneath them, and what its numbers say."""
    corner, most = (room.left, room.top), (room.width, room.height)
    ground = Ground.fitted(sheet.bounds, corner=corner, most=most)
    names = draw_sheet(canvas, sheet, ground)
    foot = ground.box.bottom + 20
    draw_scale_bar(canvas, ground, (room.left + 2, foot - 3))
    if key_beside:
        at = (min(ground.box.right + 18, room.right + 15), room.top + 4)
        foot = max(foot, draw_key(canvas, sheet.shades, at, _heading(sheet.picture)))
    else:
        foot = draw_key(canvas, sheet.shades, (room.left, foot + 8), _heading(sheet.picture))
    if not names:
        return foot, ""
    full = names_of(sheet.boundaries, sheet.with_names)
    return foot, numbered(names, full, of=len(sheet.named.codes))
