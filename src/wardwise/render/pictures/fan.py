"""A fan: the line of the past, and the months ahead inside two ranges."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.document.pictures import Fan
from wardwise.render.pictures.canvas import Box, Canvas, Letters, Point
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import ACCENT, FAINT, QUIET, RAMP, SMALL, Style
from wardwise.render.pictures.months import draw_months, month_scale
from wardwise.render.pictures.scales import Scale, round_range, tick_labels, ticks


PAST: Style = {"fill": "none", "stroke": ACCENT, "stroke-width": 2.0}
AHEAD: Style = {**PAST, "stroke-width": 1.6, "stroke-dasharray": "5 3"}
WIDE: Style = {"fill": RAMP[4][0]}
NARROW: Style = {"fill": RAMP[4][1]}
KEY = ((PAST, "recorded"), (AHEAD, "expected"), (NARROW, "80% range"), (WIDE, "95% range"))
SWATCH = 20.0
PLOT = 180.0
"""Length of a stroke in the key, and height of the plot. Unit: pixels."""


def draw_fan(picture: Fan, width: float) -> Drawn:
    """Months across, counts upwards; the ranges begin at the last month recorded."""
    values = [value for value in picture.past if value is not None]
    span = round_range([*values, *(end for one in picture.wide for end in one)])
    labels = tick_labels(ticks(*span))
    left = 9 + max(width_of(label, size=SMALL) for label in labels)
    canvas = Canvas(width, 0)
    foot = _draw_key(canvas)
    box = Box(left, foot + 14, width - left - 6, PLOT)
    canvas.height = box.bottom + 32
    up = Scale(*span, box.bottom, box.top)
    canvas.words(picture.unit.capitalize(), (0, 10), Letters(size=SMALL, fill=QUIET))
    for value, label in zip(ticks(*span), labels, strict=True):
        canvas.line((box.left, up(value)), (box.right, up(value)), {"stroke": FAINT})
        right = Letters(size=SMALL, fill=QUIET, anchor="end")
        canvas.words(label, (box.left - 5, up(value) + 3.3), right)
    _draw_ranges(canvas, picture, (month_scale(picture.months, box), up))
    draw_months(canvas, picture.months, box)
    return canvas.drawn(picture)


def _draw_ranges(canvas: Canvas, picture: Fan, scales: tuple[Scale, Scale]) -> None:
    across, up = scales
    places = [across(month.ordinal) for month in picture.months]
    then, ahead = places[: len(picture.past)], places[len(picture.past) :]
    last = picture.past[-1] if picture.past else None
    start = [(then[-1], up(last))] if last is not None else []
    for limits, style in ((picture.wide, WIDE), (picture.narrow, NARROW)):
        below = [(x, up(low)) for x, (low, _) in zip(ahead, limits, strict=True)]
        above = [(x, up(high)) for x, (_, high) in zip(ahead, limits, strict=True)]
        canvas.path([*start, *above, *reversed(below)], style, closed=True)
    for run in _runs(picture.past):
        canvas.path([(then[n], up(picture.past[n] or 0.0)) for n in run], PAST)
    line: list[Point] = [*start, *zip(ahead, map(up, picture.ahead), strict=True)]
    canvas.path(line, AHEAD)


def _runs(values: Sequence[float | None]) -> list[list[int]]:
    """Neighbouring months that are known, two or more."""
    runs: list[list[int]] = [[]]
    for n, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(n)
    return [run for run in runs if len(run) > 1]


def _draw_key(canvas: Canvas) -> float:
    """What each stroke and shade is, in rows; the foot of the last."""
    quiet, x, y = Letters(size=SMALL, fill=QUIET), 0.0, 26.0
    for style, words in KEY:
        wide = SWATCH + 5 + width_of(words, size=SMALL)
        if x and x + wide > canvas.width:
            x, y = 0.0, y + 13
        if "stroke" in style:
            canvas.line((x, y - 3), (x + SWATCH, y - 3), style)
        else:
            canvas.rect(Box(x, y - 8, SWATCH, 9), style)
        canvas.words(words, (x + SWATCH + 5, y), quiet)
        x += wide + 16
    return y
