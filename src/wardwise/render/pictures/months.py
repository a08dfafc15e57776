"""The axis of months: Jan, Apr, Jul, Oct with the year once."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.period import NAMES, Month
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.look import AXIS, QUIET, RULE, SMALL
from wardwise.render.pictures.scales import Scale


QUARTERS, HALVES, YEARS = (1, 4, 7, 10), (1, 7), (1,)


def month_scale(months: Sequence[Month], box: Box) -> Scale:
    """Each month in the middle of its own slot."""
    return Scale(months[0].ordinal - 0.5, months[-1].ordinal + 0.5, box.left, box.right)


def named_months(slot: float) -> tuple[int, ...]:
    """Which months can be named where one is so many pixels wide."""
    if slot >= 40:
        return tuple(range(1, 13))
    if slot >= 8.5:
        return QUARTERS
    return HALVES if slot >= 4.5 else YEARS


def draw_months(canvas: Canvas, months: Sequence[Month], box: Box) -> None:
    """Ticks, names and years beneath the plot; a light rule where a year begins."""
    scale = month_scale(months, box)
    named = named_months(box.width / len(months))
    canvas.line((box.left, box.bottom), (box.right, box.bottom), AXIS)
    for month in months:
        if month.number not in named:
            continue
        x = scale(month.ordinal)
        if len(named) > 1:
            canvas.line((x, box.bottom), (x, box.bottom + 4), AXIS)
            short = Letters(size=SMALL, fill=QUIET, anchor="middle")
            canvas.words(NAMES[month.number][:3], (x, box.bottom + 14), short)
    _draw_years(canvas, months, box)


def _draw_years(canvas: Canvas, months: Sequence[Month], box: Box) -> None:
    scale = month_scale(months, box)
    one_row = len(named_months(box.width / len(months))) == 1
    foot = box.bottom + (14 if one_row else 26)
    for year in sorted({month.year for month in months}):
        own = [month.ordinal for month in months if month.year == year]
        left, right = scale(own[0] - 0.5), scale(own[-1] + 0.5)
        if left > box.left + 1:
            canvas.line((left, box.top), (left, foot), RULE)
        if right - left >= 22:
            middle = Letters(size=SMALL, fill=QUIET, anchor="middle", bold=not one_row)
            canvas.words(str(year), ((left + right) / 2, foot), middle)
