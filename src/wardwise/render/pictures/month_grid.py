"""Offences by month of the year: a shade and a signed number where a month is clearly unusual."""

from __future__ import annotations

from bisect import bisect_right

from wardwise.document.pictures import MonthGrid
from wardwise.document.words import rounded
from wardwise.domain.period import NAMES
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.key import draw_key, key_height
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import ABOVE, BELOW, BODY, INK, MIDDLE, PAPER, QUIET, SMALL


ROW, TOP, GAP = 22.0, 20.0, 10.0
BREAKS = (10.0, 25.0)
DARK = (ABOVE[2], BELOW[2])
CLASSES = (
    (BELOW[2], "25% or more below"),
    (BELOW[1], "10% to 25%"),
    (BELOW[0], "under 10%"),
    (MIDDLE, "not clearly either"),
    (ABOVE[0], "under 10%"),
    (ABOVE[1], "10% to 25%"),
    (ABOVE[2], "25% or more above"),
)


def draw_month_grid(picture: MonthGrid, width: float) -> Drawn:
    """A row for each offence, January to December, and the key."""
    gutter = max(width_of(name, size=BODY) for name in picture.names) + GAP
    box = Box(gutter, TOP, width - gutter, ROW * len(picture.names))
    canvas = Canvas(width, box.bottom + 16 + key_height(CLASSES, width) + 6)
    wide = box.width / 12
    for n in range(12):
        at = (box.left + (n + 0.5) * wide, box.top - 7)
        canvas.words(NAMES[n + 1][:3], at, Letters(size=SMALL, fill=QUIET, anchor="middle"))
    for row, name in enumerate(picture.names):
        top = box.top + row * ROW
        canvas.words(name, (box.left - GAP, top + ROW / 2 + 3.6), Letters(anchor="end"))
        for n in range(12):
            cell = Box(box.left + n * wide, top, wide, ROW)
            _draw_cell(canvas, cell, picture.index[row][n] - 100, picture.clear[row][n])
    draw_key(canvas, CLASSES, box.bottom + 16)
    return canvas.drawn(picture)


def _draw_cell(canvas: Canvas, cell: Box, away: float, clear: int) -> None:
    shades = ABOVE if clear > 0 else BELOW
    shade = shades[bisect_right(BREAKS, abs(away))] if clear else MIDDLE
    canvas.rect(cell, {"fill": shade, "stroke": PAPER, "stroke-width": 1})
    if clear:
        ink = PAPER if shade in DARK else INK
        sign = "+" if clear > 0 else "−"
        at = (cell.middle[0], cell.middle[1] + 3.3)
        letters = Letters(size=SMALL, fill=ink, anchor="middle")
        canvas.words(f"{sign}{rounded(abs(away), 0)}", at, letters)
