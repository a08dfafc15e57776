"""Horizontal bars from nought, or dots with intervals; sorted by whoever asks."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.initials import capital
from wardwise.document.pictures import Bar, Bars
from wardwise.document.words import rounded
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.columns import columns_on
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.letters import width_of, wrapped
from wardwise.render.pictures.look import (
    ACCENT,
    AXIS,
    BODY,
    COMPARATOR,
    EDGED,
    FAINT,
    INK,
    NOUGHT,
    PAPER,
    QUIET,
    SMALL,
    WHISKER,
    Style,
)
from wardwise.render.pictures.scales import Scale, label_places, round_range, tick_labels, ticks


LINE = 12.0  # pixels from one line of a label to the next
ROW = 17.5
ROW_OF_MANY = 14.0
MANY = 20


@dataclass(frozen=True)
class _Plot:
    """Where the bars stand."""

    picture: Bars
    box: Box
    labels: tuple[tuple[str, ...], ...]
    tops: tuple[float, ...]
    scale: Scale
    places: int  # decimals of every label


def draw_bars(picture: Bars, width: float) -> Drawn:
    """One row for each bar, its label to the left, its value at its end."""
    return bars_on(picture, width).drawn(picture)


def bars_on(picture: Bars, width: float) -> Canvas:
    """The same on a sheet that may be put beside another."""
    if picture.upright:
        return columns_on(picture, width)
    plot = _plot(picture, width)
    canvas = Canvas(width, plot.box.bottom + 32)
    _draw_axis(canvas, plot)
    _draw_reference(canvas, plot)
    for n, bar in enumerate(picture.bars):
        _draw_label(canvas, plot, n)
        if bar.value is None:
            _draw_gap(canvas, plot, n)
        elif picture.dots:
            _draw_dot(canvas, plot, n, bar.value)
        else:
            _draw_bar(canvas, plot, n, bar.value)
    return canvas


def _plot(picture: Bars, width: float) -> _Plot:
    widest = max((width_of(bar.label, size=BODY, bold=bar.ours) for bar in picture.bars), default=0)
    gutter = min(widest, width * 0.36) + 10
    labels = tuple(
        tuple(wrapped(bar.label, size=BODY, room=gutter - 10, bold=bar.ours))
        for bar in picture.bars
    )
    tops, y = [], 20.0 if picture.reference else 4.0
    for lines in labels:
        tops.append(y)
        y += max(ROW if len(labels) <= MANY else ROW_OF_MANY, LINE * len(lines) + 3)
    span = _range(picture)
    # Room at the ends for the value that stands beside a mark
    held = [bar.value for bar in picture.bars if bar.value is not None]
    places = label_places(held) if picture.places is None else picture.places
    said = [rounded(value, places) for value in _values(picture)]
    ends = max((width_of(words, size=SMALL, bold=True) for words in said), default=0) + 8
    before = ends if span[0] < 0 and not picture.dots else 4.0
    box = Box(gutter, tops[0] if tops else y, width - gutter - 6, y - (tops[0] if tops else y))
    scale = Scale(*span, box.left + before, box.right - ends)
    return _Plot(picture, box, labels, tuple(tops), scale, places)


def _values(picture: Bars) -> list[float]:
    return [x for bar in picture.bars for x in (bar.value, bar.lower, bar.upper) if x is not None]


def _range(picture: Bars) -> tuple[float, float]:
    held = _values(picture) + ([picture.reference[0]] if picture.reference else [])
    # A bar is read by its length, so that nought is always there; a dot is read by its place
    return round_range(held if picture.dots else [0.0, *held], about=5)


def _draw_axis(canvas: Canvas, plot: _Plot) -> None:
    box, values = plot.box, ticks(plot.scale.low, plot.scale.high, about=5)
    middle = Letters(size=SMALL, fill=QUIET, anchor="middle")
    for value, label in zip(values, tick_labels(values), strict=True):
        x = plot.scale(value)
        canvas.line((x, box.top), (x, box.bottom), {"stroke": FAINT})
        canvas.words(label, (x, box.bottom + 13), middle)
    canvas.line((plot.scale(values[0]), box.bottom), (plot.scale(values[-1]), box.bottom), AXIS)
    if plot.scale.low <= 0 <= plot.scale.high:
        nought = plot.scale(0)
        canvas.line((nought, box.top), (nought, box.bottom), NOUGHT)
    unit = capital(plot.picture.unit)
    left = plot.scale(values[0])
    if left + width_of(unit, size=SMALL) > canvas.width:
        left = 0.0
    lines = wrapped(unit, size=SMALL, room=canvas.width - left)
    for row, words in enumerate(lines):
        foot = box.bottom + 27 + LINE * row
        canvas.words(words, (left, foot), Letters(size=SMALL, fill=QUIET))
    canvas.height += LINE * (len(lines) - 1)


def _middle(plot: _Plot, n: int) -> float:
    ends = (*plot.tops[1:], plot.box.bottom)
    return (plot.tops[n] + ends[n]) / 2


def _draw_label(canvas: Canvas, plot: _Plot, n: int) -> None:
    lines, y = plot.labels[n], _middle(plot, n)
    letters = Letters(anchor="end", bold=plot.picture.bars[n].ours)
    for row, words in enumerate(lines):
        foot = y + 3.8 + LINE * (row - (len(lines) - 1) / 2)
        canvas.words(words, (plot.box.left - 8, foot), letters)


def _draw_gap(canvas: Canvas, plot: _Plot, n: int) -> None:
    words = plot.picture.bars[n].why_not or "not known"
    at = max(plot.scale(max(plot.scale.low, 0.0)), plot.box.left) + 5
    if width_of(words, size=SMALL) > plot.box.right - at:
        words = "not known"  # the reason is in the table beside the picture
    canvas.words(words, (at, _middle(plot, n) + 3.4), Letters(size=SMALL, fill=QUIET))


def _draw_bar(canvas: Canvas, plot: _Plot, n: int, value: float) -> None:
    bar, y, nought = plot.picture.bars[n], _middle(plot, n), plot.scale(0)
    end = plot.scale(value)
    box = Box(min(nought, end), y - 6.5, abs(end - nought), 13)
    canvas.rect(box, {"fill": ACCENT if bar.ours else COMPARATOR})
    _draw_whisker(canvas, plot, bar, y)
    _draw_value(canvas, plot, n, value)


def _draw_dot(canvas: Canvas, plot: _Plot, n: int, value: float) -> None:
    bar, y = plot.picture.bars[n], _middle(plot, n)
    colour = ACCENT if bar.ours else COMPARATOR
    if bar.lower is not None and bar.upper is not None:
        ends = ((plot.scale(bar.lower), y), (plot.scale(bar.upper), y))
        canvas.line(*ends, {"stroke": colour, "stroke-width": 3.2 if bar.ours else 2.0})
    size = 4.6 if bar.ours else 3.6
    canvas.dot((plot.scale(value), y), size, {**EDGED, "fill": colour})
    _draw_value(canvas, plot, n, value)


def _draw_whisker(canvas: Canvas, plot: _Plot, bar: Bar, y: float) -> None:
    if bar.lower is None or bar.upper is None:
        return
    low, high = plot.scale(bar.lower), plot.scale(bar.upper)
    # White under black: it has to be seen over the bar and beyond it
    under: Style = {"stroke": PAPER, "stroke-width": 3}
    for style in (under, WHISKER):
        canvas.line((low, y), (high, y), style)
    for x in (low, high):
        canvas.line((x, y - 3), (x, y + 3), WHISKER)


def _draw_value(canvas: Canvas, plot: _Plot, n: int, value: float) -> None:
    bar = plot.picture.bars[n]
    ends = [plot.scale(x) for x in (value, bar.lower, bar.upper) if x is not None]
    words = rounded(value, plot.places)
    is_left = _stands_left(plot, (min(ends), max(ends)), value)
    letters = Letters(
        size=SMALL, bold=bar.ours, fill=INK, anchor="end" if is_left else "start", halo=True
    )
    x = min(ends) - 5 if is_left else max(ends) + 6
    canvas.words(words, (x, _middle(plot, n) + 3.4), letters)


def _stands_left(plot: _Plot, ends: tuple[float, float], value: float) -> bool:
    """Below nought a bar grows to the left; a dot's label keeps off the reference rule."""
    if not plot.picture.dots:
        return value < 0
    if plot.picture.reference is None:
        return False
    rule = plot.scale(plot.picture.reference[0])
    wide = 8 + width_of(rounded(value, plot.places), size=SMALL, bold=True)
    return ends[1] < rule < ends[1] + wide and ends[0] - wide > plot.box.left


def _draw_reference(canvas: Canvas, plot: _Plot) -> None:
    if plot.picture.reference is None:
        return
    value, words = plot.picture.reference
    x, wide = plot.scale(value), width_of(words, size=SMALL)
    dashes: Style = {"stroke": INK, "stroke-width": 0.9, "stroke-dasharray": "3 2"}
    canvas.line((x, 14), (x, plot.box.bottom), dashes)
    left = min(max(x - wide / 2, 0), canvas.width - wide)
    canvas.words(words, (left, 10), Letters(size=SMALL))
