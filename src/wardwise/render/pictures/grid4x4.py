"""Impact by likelihood: four by four, names in their cells."""

from __future__ import annotations

from wardwise.document.pictures import Grid4x4
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.letters import wrapped
from wardwise.render.pictures.look import QUIET, SMALL


# Paler than the ramp of the maps, so that black words keep 7 : 1 on every cell
SHADES = ("#fbfbfb", "#f3f6f9", "#eaf0f5", "#e0e9f1", "#d3e0ec", "#c5d6e6", "#b5cadf")
LINE = 11.5
INSET = "\u00a0" * 3  # of a name's second line; plain spaces would be dropped


def draw_grid4x4(picture: Grid4x4, width: float) -> Drawn:
    """The highest impact at the top, the highest likelihood at the right."""
    cell = (width - 40) / 4
    words = _words(picture, cell - 12)
    canvas = Canvas(width, 0)
    top = 4.0
    for impact in (4, 3, 2, 1):
        most = max(len(words.get((impact, n), [])) for n in (1, 2, 3, 4))
        tall = max(46.0, LINE * most + 12)
        for likelihood in (1, 2, 3, 4):
            box = Box(40 + (likelihood - 1) * cell, top, cell, tall)
            _draw_cell(canvas, (impact, likelihood), box, words)
        middle = Letters(size=SMALL, fill=QUIET, anchor="end")
        canvas.words(str(impact), (34, top + tall / 2 + 3.4), middle)
        top += tall
    _draw_names(canvas, cell, top)
    canvas.height = top + 34
    return canvas.drawn(picture)


def _words(picture: Grid4x4, room: float) -> dict[tuple[int, int], list[str]]:
    words: dict[tuple[int, int], list[str]] = {}
    for cell in picture.cells:
        lines = words.setdefault((cell.impact, cell.likelihood), [])
        for label in cell.labels:
            first, *rest = wrapped(label, size=SMALL, room=room - 6)
            lines.extend((first, *(f"{INSET}{more}" for more in rest)))
    return words


def _draw_cell(
    canvas: Canvas, place: tuple[int, int], box: Box, words: dict[tuple[int, int], list[str]]
) -> None:
    shade = SHADES[place[0] + place[1] - 2]
    canvas.rect(box, {"fill": shade, "stroke": "#ffffff", "stroke-width": 1.5})
    for row, line in enumerate(words.get(place, [])):
        canvas.words(line, (box.left + 6, box.top + 13 + LINE * row), Letters(size=SMALL))


def _draw_names(canvas: Canvas, cell: float, foot: float) -> None:
    middle = Letters(size=SMALL, fill=QUIET, anchor="middle")
    for n in range(4):
        canvas.words(str(n + 1), (40 + (n + 0.5) * cell, foot + 13), middle)
    bold = Letters(size=SMALL, bold=True)
    canvas.words("Likelihood, 1 low to 4 high", (40, foot + 28), bold)
    turned = Letters(size=SMALL, bold=True, turned=True)
    canvas.words("Impact, 1 low to 4 high", (12, foot), turned)
