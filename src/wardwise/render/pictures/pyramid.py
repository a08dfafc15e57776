"""Ages: females to the left, males to the right, a comparator as an outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.document.pictures import Pyramid
from wardwise.render.pictures.canvas import Box, Canvas, Letters, Point
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import ACCENT, AXIS, FAINT, INK, QUIET, SMALL, Style
from wardwise.render.pictures.scales import Scale, round_range, tick_labels, ticks


ROW = 15.0
OTHER = "#5c86ab"  # males: the accent, lighter, so that the two sides part in grey print
OUTLINE: Style = {"fill": "none", "stroke": INK, "stroke-width": 1.3}


@dataclass(frozen=True)
class _Side:
    """One half: which way it grows, and how far."""

    box: Box
    scale: Scale
    fill: str


def draw_pyramid(picture: Pyramid, width: float) -> Drawn:
    """The youngest at the foot."""
    bands, top = picture.bands, 24.0
    gutter = max((width_of(band, size=SMALL) for band in bands), default=0) + 16
    half, tall = (width - gutter) / 2, ROW * len(bands)
    most = round_range([0.0, *_held(picture)], about=4)[1]
    left_box = Box(0, top, half, tall)
    right_box = Box(half + gutter, top, half, tall)
    left = _Side(left_box, Scale(0, most, half, 8), ACCENT)
    right = _Side(right_box, Scale(0, most, right_box.left, width - 8), OTHER)
    canvas = Canvas(width, top + tall + 34)
    _draw_bands(canvas, picture, half + gutter / 2)
    _draw_side(canvas, left, picture.left, picture.compare_left)
    _draw_side(canvas, right, picture.right, picture.compare_right)
    _draw_names(canvas, picture, left, right)
    return canvas.drawn(picture)


def _held(picture: Pyramid) -> list[float]:
    rows = (picture.left, picture.right, picture.compare_left or (), picture.compare_right or ())
    return [value for row in rows for value in row]


def _top(box: Box, n: int) -> float:
    return box.bottom - ROW * (n + 1)


def _draw_bands(canvas: Canvas, picture: Pyramid, x: float) -> None:
    middle = Letters(size=SMALL, anchor="middle")
    for n, band in enumerate(picture.bands):
        foot = 24 + ROW * (len(picture.bands) - n) - 4
        canvas.words(band, (x, foot), middle)


def _draw_side(
    canvas: Canvas, side: _Side, values: Sequence[float], compare: Sequence[float] | None
) -> None:
    marks = ticks(0, side.scale.high, about=3)
    for value, label in zip(marks, tick_labels(marks), strict=True):
        x = side.scale(value)
        canvas.line((x, side.box.top), (x, side.box.bottom), {"stroke": FAINT})
        middle = Letters(size=SMALL, fill=QUIET, anchor="middle")
        canvas.words(label, (x, side.box.bottom + 13), middle)
    for n, value in enumerate(values):
        ends = sorted((side.scale(0), side.scale(value)))
        box = Box(ends[0], _top(side.box, n) + 1, ends[1] - ends[0], ROW - 2)
        canvas.rect(box, {"fill": side.fill})
    canvas.line((side.scale(0), side.box.top), (side.scale(0), side.box.bottom), AXIS)
    if compare:
        # White under black keeps the outline visible over the bars
        for style in ({**OUTLINE, "stroke": "#ffffff", "stroke-width": 3}, OUTLINE):
            canvas.path(_steps(side, compare), style)


def _steps(side: _Side, values: Sequence[float]) -> list[Point]:
    points: list[Point] = []
    for n, value in enumerate(values):
        x, top = side.scale(value), _top(side.box, n)
        points.extend(((x, top + ROW), (x, top)))
    return points


def _draw_names(canvas: Canvas, picture: Pyramid, left: _Side, right: _Side) -> None:
    canvas.words("Females", (left.box.right, 14), Letters(bold=True, anchor="end"))
    canvas.words("Males", (right.box.left, 14), Letters(bold=True))
    foot = left.box.bottom + 28
    canvas.words("Percent of all residents", (0, foot), Letters(size=SMALL, fill=QUIET))
    if picture.compare_left or picture.compare_right:
        words = "Outline: the comparator"
        x = canvas.width - width_of(words, size=SMALL)
        canvas.line((x - 22, foot - 3), (x - 5, foot - 3), OUTLINE)
        canvas.words(words, (x, foot), Letters(size=SMALL, fill=QUIET))
