"""Control charts: one, wide; or many small ones on a grid."""

from __future__ import annotations

import math
from dataclasses import replace

from wardwise.document.pictures import ControlChart, ControlCharts, ControlSeries
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.control_panel import Panel, draw_panel, range_of
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.letters import width_of, wrapped
from wardwise.render.pictures.look import BODY, QUIET, SMALL
from wardwise.render.pictures.scales import tick_labels, ticks
from wardwise.render.pictures.signals import Key, draw_key, key_height


NARROW = 420.0  # pixels: below this a picture is for a phone or half a page


def draw_control_chart(picture: ControlChart, width: float) -> Drawn:
    """One control chart over the whole width."""
    series, key = picture.series, Key.of([picture.series])
    span = range_of([series])
    wordy = width >= NARROW
    left = 8 + max(width_of(label, size=SMALL) for label in tick_labels(ticks(*span)))
    right = 104.0 if wordy else 34.0
    # Rules that have their word beside the mark need no key
    explained = replace(key, shapes={}) if wordy and key.is_short else key
    head = 20 + key_height(explained, width)
    top = head + (12 if series.breaks else 0)
    box = Box(left, top, width - left - right, 190)
    canvas = Canvas(width, box.bottom + 32)
    canvas.words(picture.unit.capitalize(), (0, 10), Letters(size=SMALL, fill=QUIET))
    draw_key(canvas, explained, (0, 25), width)
    slot = box.width / len(series.months)
    draw_panel(canvas, Panel(series, box, span, key, dot=min(2.6, slot * 0.36), wordy=wordy))
    return canvas.drawn(picture)


def columns_of(width: float, panels: int) -> int:
    """Three across a page, two across a narrow column, one on a phone."""
    most = 3 if width >= 520 else 2 if width >= NARROW else 1
    return max(1, min(most, panels))


def draw_control_charts(picture: ControlCharts, width: float) -> Drawn:
    """Small multiples in the order given, row by row."""
    key = Key.of(picture.series)
    columns = columns_of(width, len(picture.series))
    cell = (width - 14 * (columns - 1)) / columns
    top = 16 + key_height(key, width)
    rows = math.ceil(len(picture.series) / columns)
    head = _head_lines(picture.series, cell) * 13 + 14
    tall = head + 80 + 30
    canvas = Canvas(width, top + rows * tall)
    canvas.words(picture.unit.capitalize(), (0, 10), Letters(size=SMALL, fill=QUIET))
    draw_key(canvas, key, (0, 25), width)
    for n, series in enumerate(picture.series):
        corner = Box((n % columns) * (cell + 14), top + (n // columns) * tall, cell, tall)
        _draw_small(canvas, picture, series, corner)
    return canvas.drawn(picture)


def _head_lines(series: tuple[ControlSeries, ...], room: float) -> int:
    return max((len(_title(one, room)) for one in series), default=1)


def _title(series: ControlSeries, room: float) -> list[str]:
    return wrapped(series.name, size=BODY, room=room, bold=True)


def _draw_small(canvas: Canvas, picture: ControlCharts, series: ControlSeries, cell: Box) -> None:
    lines = _title(series, cell.width)
    head = _head_lines(picture.series, cell.width) * 13
    for row, words in enumerate(lines):
        foot = cell.top + 12 + 13 * (row + head / 13 - len(lines))
        canvas.words(words, (cell.left, foot), Letters(bold=True))
    span = range_of(picture.series if picture.one_scale else [series])
    left = 8 + max(width_of(label, size=SMALL) for label in tick_labels(ticks(*span, about=3)))
    box = Box(cell.left + left, cell.top + head + 14, cell.width - left - 30, 80)
    slot = box.width / len(series.months)
    dot = max(1.1, min(2.0, slot * 0.4))
    draw_panel(canvas, Panel(series, box, span, Key.of(picture.series), dot=dot, wordy=False))
