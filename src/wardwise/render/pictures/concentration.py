"""How few places hold how much: a cumulative curve, and the curve of chance alone."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.document.pictures import Concentration
from wardwise.render.pictures.canvas import Box, Canvas, Letters, Point
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.letters import width_of, wrapped
from wardwise.render.pictures.look import (
    ACCENT,
    AXIS,
    COMPARATOR,
    EDGED,
    FAINT,
    INK,
    QUIET,
    SMALL,
    Style,
)
from wardwise.render.pictures.scales import Scale


PERCENTS = (0, 25, 50, 75, 100)


def draw_concentration(picture: Concentration, width: float) -> Drawn:
    """Both curves named where there is white paper beside them."""
    box = Box(40, 22, min(width - 56, 520), 200)
    canvas = Canvas(width, box.bottom + 34)
    _draw_axes(canvas, box)
    chance = _curve(box, picture.places_percent, picture.chance_percent)
    ours = _curve(box, picture.places_percent, picture.offences_percent)
    dashes: Style = {
        "fill": "none",
        "stroke": COMPARATOR,
        "stroke-width": 1.6,
        "stroke-dasharray": "5 3",
    }
    canvas.path(chance, dashes)
    canvas.path(ours, {"fill": "none", "stroke": ACCENT, "stroke-width": 2.4})
    _name(canvas, "as recorded", _near(ours, box.left + box.width * 0.62), above=True)
    _name(canvas, "by chance alone", _near(chance, box.left + box.width * 0.5), above=False)
    _draw_marked(canvas, picture, box)
    return canvas.drawn(picture)


def _frame(box: Box) -> tuple[Scale, Scale]:
    return Scale(0, 100, box.left, box.right), Scale(0, 100, box.bottom, box.top)


def _curve(box: Box, across: Sequence[float], up: Sequence[float]) -> list[Point]:
    x, y = _frame(box)
    return [(x(a), y(b)) for a, b in zip(across, up, strict=True)]


def _draw_axes(canvas: Canvas, box: Box) -> None:
    x, y = _frame(box)
    quiet = Letters(size=SMALL, fill=QUIET)
    canvas.words("Share of offences", (0, 10), quiet)
    for percent in PERCENTS:
        canvas.line((box.left, y(percent)), (box.right, y(percent)), {"stroke": FAINT})
        right = Letters(size=SMALL, fill=QUIET, anchor="end")
        canvas.words(f"{percent}%", (box.left - 6, y(percent) + 3.3), right)
        anchor = "end" if percent == 100 else "middle"
        middle = Letters(size=SMALL, fill=QUIET, anchor=anchor)
        at = x(percent) + (10 if percent == 100 else 0)
        canvas.words(f"{percent}%", (at, box.bottom + 14), middle)
    canvas.line((box.left, box.bottom), (box.right, box.bottom), AXIS)
    canvas.words("Share of places, those with most first", (box.left, box.bottom + 28), quiet)


def _near(curve: Sequence[Point], x: float) -> Point:
    return min(curve, key=lambda point: abs(point[0] - x))


def _name(canvas: Canvas, words: str, at: Point, *, above: bool) -> None:
    letters = Letters(
        bold=above, fill=ACCENT if above else QUIET, anchor="end" if above else "start", halo=True
    )
    canvas.words(words, (at[0] + (-4 if above else 8), at[1] + (-6 if above else 14)), letters)


def _draw_marked(canvas: Canvas, picture: Concentration, box: Box) -> None:
    if picture.marked is None:
        return
    x, y = _frame(box)
    at = (x(picture.marked[0]), y(picture.marked[1]))
    thin: Style = {"stroke": INK, "stroke-width": 0.8, "stroke-dasharray": "2 2"}
    canvas.line((box.left, at[1]), at, thin)
    canvas.line(at, (at[0], box.bottom), thin)
    canvas.dot(at, 4.2, EDGED)
    lines = wrapped(picture.marked[2], size=SMALL, room=150)
    wide = max(width_of(words, size=SMALL) for words in lines)
    left = min(at[0] + 9, box.right - wide)
    for row, words in enumerate(lines):
        canvas.words(words, (left, at[1] + 12 + 11.5 * row), Letters(size=SMALL, halo=True))
