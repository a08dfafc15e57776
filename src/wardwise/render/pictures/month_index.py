"""Twelve months against an average day of 100, each with its interval."""

from __future__ import annotations

from wardwise.document.pictures import MonthIndex
from wardwise.domain.period import NAMES
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.look import ACCENT, AXIS, EDGED, FAINT, INK, QUIET, SMALL
from wardwise.render.pictures.scales import Scale, close_range, said, tick_labels, ticks


def draw_month_index(picture: MonthIndex, width: float) -> Drawn:
    """Dots and whiskers from January to December."""
    return month_index_on(picture, width).drawn(picture)


def month_index_on(picture: MonthIndex, width: float) -> Canvas:
    """The same on a sheet that may be put beside another."""
    box = Box(30, 22, width - 36, 170)
    canvas = Canvas(width, box.bottom + 20)
    held = [
        x for row in (picture.index, picture.lower, picture.upper) for x in row if x is not None
    ]
    up = Scale(*close_range([100.0, *held]), box.bottom, box.top)
    canvas.words("Index: 100 is an average day", (0, 10), Letters(size=SMALL, fill=QUIET))
    _draw_axes(canvas, box, up)
    extremes = _extremes(picture)
    for n in range(12):
        _draw_month(canvas, picture, (box, up), n)
        if n in extremes:
            _label(canvas, picture, (box, up), n)
    return canvas


def _across(box: Box, n: int) -> float:
    return box.left + box.width * (n + 0.5) / 12


def _draw_axes(canvas: Canvas, box: Box, up: Scale) -> None:
    values = ticks(up.low, up.high)
    for value, label in zip(values, tick_labels(values), strict=True):
        canvas.line((box.left, up(value)), (box.right, up(value)), {"stroke": FAINT})
        right = Letters(size=SMALL, fill=QUIET, anchor="end")
        canvas.words(label, (box.left - 5, up(value) + 3.3), right)
    canvas.line((box.left, up(100)), (box.right, up(100)), {**AXIS, "stroke": INK})
    middle = Letters(size=SMALL, fill=QUIET, anchor="middle")
    for n in range(12):
        canvas.words(NAMES[n + 1][:3], (_across(box, n), box.bottom + 14), middle)


def _extremes(picture: MonthIndex) -> set[int]:
    known = [n for n in range(12) if picture.index[n] is not None]
    order = sorted(known, key=lambda n: picture.index[n] or 0.0)
    return {order[0], order[-1]} if order else set()


def _draw_month(canvas: Canvas, picture: MonthIndex, frame: tuple[Box, Scale], n: int) -> None:
    (box, up), x = frame, _across(frame[0], n)
    value, lower, upper = picture.index[n], picture.lower[n], picture.upper[n]
    if value is None:
        words = Letters(size=SMALL, fill=QUIET, turned=True)
        canvas.words("not known", (x + 3, box.bottom - 6), words)
        return
    if lower is not None and upper is not None:
        canvas.line((x, up(lower)), (x, up(upper)), {"stroke": ACCENT, "stroke-width": 2})
    canvas.dot((x, up(value)), 4, EDGED)


def _label(canvas: Canvas, picture: MonthIndex, frame: tuple[Box, Scale], n: int) -> None:
    """The value of the highest or lowest month, beyond the end of its whisker."""
    (box, up), value = frame, picture.index[n]
    if value is None:
        return
    lower, upper = picture.lower[n], picture.upper[n]
    high = up(value if upper is None else upper) - 5
    low = up(value if lower is None else lower) + 12
    letters = Letters(size=SMALL, bold=True, anchor="middle", halo=True)
    canvas.words(said(value), (_across(box, n), high if value >= 100 else low), letters)
