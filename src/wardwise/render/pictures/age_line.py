"""Rates by single year of age: a line in its interval, and the comparator as dashes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wardwise.document.pictures import AgeLine
from wardwise.render.pictures.canvas import Box, Canvas, Letters, Point
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import (
    ACCENT,
    AXIS,
    COMPARATOR,
    EDGED,
    FAINT,
    QUIET,
    RAMP,
    SMALL,
    Style,
)
from wardwise.render.pictures.scales import Scale, round_range, tick_labels, ticks


EVERY = 10  # years between the numbers under the axis
OURS: Style = {"fill": "none", "stroke": ACCENT, "stroke-width": 2.0}
INSIDE: Style = {"fill": RAMP[3][0]}
USUAL: Style = {
    "fill": "none",
    "stroke": COMPARATOR,
    "stroke-width": 1.6,
    "stroke-dasharray": "5 3",
}
STROKE = 22.0
"""Length of a stroke in the key. Unit: pixels."""


def draw_age_line(picture: AgeLine, width: float) -> Drawn:
    """Ages across, the rate upwards from nought; a withheld year is a gap with its sign."""
    box = Box(34, 40, width - 46, 112)
    canvas = Canvas(width, box.bottom + 32)
    held = [x for row in (picture.upper, picture.usual) for x in row if x is not None]
    up = Scale(0, round_range([0.0, *held])[1], box.bottom, box.top)
    across = Scale(picture.ages[0] - 0.5, picture.ages[-1] + 0.5, box.left, box.right)
    _draw_axes(canvas, picture, box, up, across)
    for run in _runs(picture.rates):
        _draw_band(canvas, picture, run, (across, up))
    for run in _runs(picture.usual):
        canvas.path(_line(picture, picture.usual, run, (across, up)), USUAL)
    for run in _runs(picture.rates):
        canvas.path(_line(picture, picture.rates, run, (across, up)), OURS)
    _draw_withheld(canvas, picture, box, across)
    _draw_marked(canvas, picture, (across, up))
    _draw_key(canvas, picture)
    return canvas.drawn(picture)


def _draw_axes(canvas: Canvas, picture: AgeLine, box: Box, up: Scale, across: Scale) -> None:
    quiet = Letters(size=SMALL, fill=QUIET)
    canvas.words(picture.unit, (0, 10), quiet)
    values = ticks(up.low, up.high)
    for value, label in zip(values, tick_labels(values), strict=True):
        canvas.line((box.left, up(value)), (box.right, up(value)), {"stroke": FAINT})
        right = Letters(size=SMALL, fill=QUIET, anchor="end")
        canvas.words(label, (box.left - 5, up(value) + 3.3), right)
    canvas.line((box.left, box.bottom), (box.right, box.bottom), AXIS)
    middle = Letters(size=SMALL, fill=QUIET, anchor="middle")
    for age in picture.ages:
        if age % EVERY == 0:
            canvas.line((across(age), box.bottom), (across(age), box.bottom + 4), AXIS)
            canvas.words(str(age), (across(age), box.bottom + 15), middle)
    canvas.words("Age in years", (box.left, box.bottom + 28), quiet)


def _runs(values: Sequence[float | None]) -> Iterator[range]:
    """Stretches of neighbouring years that are known."""
    start = None
    for at, value in enumerate((*values, None)):
        if value is not None and start is None:
            start = at
        elif value is None and start is not None:
            yield range(start, at)
            start = None


def _line(
    picture: AgeLine, values: Sequence[float | None], run: range, scales: tuple[Scale, Scale]
) -> list[Point]:
    """Through the middle of each year; a year alone is a short level stroke."""
    across, up = scales
    points = [(across(picture.ages[n]), up(values[n] or 0.0)) for n in run]
    if len(points) == 1:
        half = (across(1) - across(0)) / 2
        return [(points[0][0] - half, points[0][1]), (points[0][0] + half, points[0][1])]
    return points


def _draw_band(canvas: Canvas, picture: AgeLine, run: range, scales: tuple[Scale, Scale]) -> None:
    below = _line(picture, picture.lower, run, scales)
    above = _line(picture, picture.upper, run, scales)
    canvas.path([*above, *reversed(below)], INSIDE, closed=True)


def _draw_withheld(canvas: Canvas, picture: AgeLine, box: Box, across: Scale) -> None:
    for age, rate in zip(picture.ages, picture.rates, strict=True):
        if rate is None:
            x = across(age)
            canvas.line((x, box.bottom - 6), (x, box.bottom), {"stroke": COMPARATOR})


def _draw_marked(canvas: Canvas, picture: AgeLine, scales: tuple[Scale, Scale]) -> None:
    across, up = scales
    for age, rate in zip(picture.ages, picture.rates, strict=True):
        if age in picture.marked and rate is not None:
            canvas.dot((across(age), up(rate)), 4, EDGED)
            letters = Letters(bold=True, anchor="middle", halo=True)
            canvas.words(str(age), (across(age), up(rate) - 8), letters)


def _draw_key(canvas: Canvas, picture: AgeLine) -> None:
    """What each stroke is, in a row above; below one another where the row is too narrow."""
    quiet, at = Letters(size=SMALL, fill=QUIET), (0.0, 26.0)
    keys = [(OURS, "as counted, with its 95% interval"), (USUAL, picture.usual_is)]
    if None in picture.rates:
        keys.append(({"stroke": COMPARATOR}, "too few to be shown"))
    for style, words in keys:
        wide = STROKE + 5 + width_of(words, size=SMALL)
        if at[0] and at[0] + wide > canvas.width:
            at = (0.0, at[1] + 12)
        canvas.line((at[0], at[1] - 3), (at[0] + STROKE, at[1] - 3), style)
        canvas.words(words, (at[0] + STROKE + 5, at[1]), quiet)
        at = (at[0] + wide + 16, at[1])
