"""Distance by time: ratios to chance in shaded cells, those above chance framed and bold."""

from __future__ import annotations

import math
from bisect import bisect_right

from wardwise.document.pictures import BandGrid, BandGrids
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import ABOVE, BELOW, INK, MIDDLE, PAPER, QUIET, SMALL


ROW, HEAD, GAP, KEY = 22.0, 38.0, 20.0, 40.0
NARROWEST = 280.0  # of a panel; two stand side by side where the sheet has room for them
LABELS = 84.0
BREAKS = (0.8, 1.25, 1.5, 2.0)
SHADES = (BELOW[0], MIDDLE, *ABOVE)
CLASSES = ("under 0.8", "0.8 to 1.25", "1.25 to 1.5", "1.5 to 2", "2 or more")
DARK = ABOVE[2]


def draw_band_grids(picture: BandGrids, width: float) -> Drawn:
    """The panels in reading order, then the key."""
    abreast = max(1, min(len(picture.grids), int((width + GAP) // (NARROWEST + GAP))))
    wide = (width - GAP * (abreast - 1)) / abreast
    tall = HEAD + ROW * len(picture.distances) + GAP
    rows = math.ceil(len(picture.grids) / abreast)
    canvas = Canvas(width, rows * tall + KEY)
    for n, grid in enumerate(picture.grids):
        down, across = divmod(n, abreast)
        panel = Canvas(wide, tall)
        _draw_panel(panel, picture, grid)
        canvas.put(panel, (across * (wide + GAP), down * tall))
    _draw_key(canvas, rows * tall + 4)
    return canvas.drawn(picture)


def _draw_panel(canvas: Canvas, picture: BandGrids, grid: BandGrid) -> None:
    box = Box(LABELS, HEAD, canvas.width - LABELS, ROW * len(picture.distances))
    canvas.words(grid.name, (0, 12), Letters(bold=True))
    wide, quiet = box.width / len(picture.times), Letters(size=SMALL, fill=QUIET)
    canvas.words(picture.time_unit, (0, box.top - 8), quiet)
    for n, name in enumerate(picture.times):
        at = (box.left + (n + 0.5) * wide, box.top - 8)
        canvas.words(name, at, Letters(size=SMALL, fill=QUIET, anchor="middle"))
    for k, name in enumerate(picture.distances):
        foot = box.top + (k + 0.5) * ROW + 3.6
        canvas.words(name, (box.left - 8, foot), Letters(size=SMALL, anchor="end"))
        for n, ratio in enumerate(grid.ratios[k]):
            cell = Box(box.left + n * wide, box.top + k * ROW, wide, ROW)
            _draw_cell(canvas, cell, ratio, is_marked=grid.marked[k][n])


def _draw_cell(canvas: Canvas, cell: Box, ratio: float | None, *, is_marked: bool) -> None:
    shade = PAPER if ratio is None else SHADES[bisect_right(BREAKS, ratio)]
    edge = PAPER if ratio is not None else MIDDLE
    canvas.rect(cell, {"fill": shade, "stroke": edge, "stroke-width": 1})
    if is_marked:
        canvas.rect(cell.grown(-1.5), {"fill": "none", "stroke": INK, "stroke-width": 1.8})
    ink = PAPER if shade == DARK else INK if ratio is not None else QUIET
    at = (cell.middle[0], cell.middle[1] + 3.8)
    text = "–" if ratio is None else f"{ratio:.2f}"
    canvas.words(text, at, Letters(bold=is_marked, fill=ink, anchor="middle"))


def _draw_key(canvas: Canvas, top: float) -> None:
    """The shades, then the frame and the dash, each beside its meaning."""
    head = "Times chance:"
    canvas.words(head, (0, top + 10), Letters(size=SMALL, fill=QUIET))
    x = width_of(head, size=SMALL) + 8
    for shade, words in zip(SHADES, CLASSES, strict=True):
        canvas.rect(Box(x, top, 14, 12), {"fill": shade, "stroke": "#8c8c8c"})
        canvas.words(words, (x + 18, top + 10), Letters(size=SMALL))
        x += 18 + width_of(words, size=SMALL) + 10
    top += 22
    canvas.rect(Box(1, top, 14, 12), {"fill": PAPER, "stroke": INK, "stroke-width": 1.8})
    words = "above chance, every cell having been looked at"
    canvas.words(words, (20, top + 10), Letters(size=SMALL))
    x = 20 + width_of(words, size=SMALL) + 14
    canvas.words("–   too few expected", (x, top + 10), Letters(size=SMALL))
