"""Upright bars in the order of the clock: for as many as lying bars would fill a page."""

from __future__ import annotations

from wardwise.document.initials import capital
from wardwise.document.pictures import Bar, Bars
from wardwise.document.words import rounded
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.look import (
    ACCENT,
    AXIS,
    COMPARATOR,
    FAINT,
    QUIET,
    SMALL,
    TINY,
)
from wardwise.render.pictures.scales import Scale, round_range, tick_labels, ticks


HIGH, HEAD, FOOT, GUTTER = 120.0, 26.0, 22.0, 30.0  # pixels
NAMED = 3  # every third bar has its label beneath
SIGNS = {"not shown": "[c]", "not known": "[x]"}  # a gap and its sign, never a nought


def columns_on(picture: Bars, width: float) -> Canvas:
    """A bar for each, its value above it where one is known, a word where none is."""
    box = Box(GUTTER, HEAD, width - GUTTER - 4, HIGH)
    canvas = Canvas(width, box.bottom + FOOT)
    held = [bar.value for bar in picture.bars if bar.value is not None]
    up = Scale(0, round_range([0.0, *held])[1], box.bottom, box.top)
    canvas.words(capital(picture.unit), (0, 10), Letters(size=SMALL, fill=QUIET))
    _draw_axis(canvas, box, up)
    wide = box.width / max(len(picture.bars), 1)
    for n, bar in enumerate(picture.bars):
        left = box.left + n * wide
        _draw_bar(canvas, bar, (left, wide), up)
        if n % NAMED == 0:
            canvas.words(bar.label, (left, box.bottom + 14), Letters(size=SMALL, fill=QUIET))
    canvas.line((box.left, box.bottom), (box.right, box.bottom), AXIS)
    return canvas


def _draw_axis(canvas: Canvas, box: Box, up: Scale) -> None:
    values = ticks(up.low, up.high)
    for value, label in zip(values, tick_labels(values), strict=True):
        canvas.line((box.left, up(value)), (box.right, up(value)), {"stroke": FAINT})
        end = Letters(size=SMALL, fill=QUIET, anchor="end")
        canvas.words(label, (box.left - 5, up(value) + 3.3), end)


def _draw_bar(canvas: Canvas, bar: Bar, across: tuple[float, float], up: Scale) -> None:
    left, wide = across
    middle = Letters(size=TINY, anchor="middle", halo=True)
    if bar.value is None:
        canvas.words(SIGNS[bar.why_not or "not known"], (left + wide / 2, up(0) - 4), middle)
        return
    top = up(bar.value)
    shape = Box(left + 2, top, wide - 4, up(0) - top)
    canvas.rect(shape, {"fill": ACCENT if bar.ours else COMPARATOR})
    canvas.words(rounded(bar.value, 0), (left + wide / 2, top - 4), middle)
