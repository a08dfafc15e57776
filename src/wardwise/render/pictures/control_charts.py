"""Control charts: one, wide; or many small ones on a grid."""

from __future__ import annotations

from dataclasses import replace

from wardwise.document.pictures import ControlChart, ControlCharts, ControlSeries
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.control_panel import draw_panel
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.letters import width_of, wrapped
from wardwise.render.pictures.look import BODY, QUIET, SMALL
from wardwise.render.pictures.panel import Panel, lowered, range_of
from wardwise.render.pictures.panel_breaks import room_for_breaks
from wardwise.render.pictures.scales import tick_labels, ticks
from wardwise.render.pictures.signals import Key, draw_key, key_height


GUTTER, LINE = 14.0, 13.0
PLOT, SMALL_PLOT = 190.0, 80.0  # pixels high
NARROW = 420.0  # pixels: below this a picture is for a phone or half a page


def draw_control_chart(picture: ControlChart, width: float) -> Drawn:
    """One control chart over the whole width."""
    return control_chart_on(picture, width).drawn(picture)


def control_chart_on(picture: ControlChart, width: float, *, plot: float = PLOT) -> Canvas:
    """The same on a sheet that may be put beside another. ``plot`` is its height in pixels."""
    series, key = picture.series, Key.of([picture.series])
    span = range_of([series])
    wordy = width >= NARROW
    left = 8 + max(width_of(label, size=SMALL) for label in tick_labels(ticks(*span)))
    right = 104.0 if wordy else 34.0
    # Rules that have their word beside the mark need no key
    explained = replace(key, shapes={}) if wordy and key.is_short else key
    head = 20 + key_height(explained, width)
    slot = (width - left - right) / len(series.months)
    flat = Panel(
        series,
        Box(left, head, slot * len(series.months), plot),
        span,
        key,
        dot=min(2.6, slot * 0.36),
        wordy=wordy,
    )
    panel = lowered(flat, room_for_breaks(flat))
    box = panel.box
    canvas = Canvas(width, box.bottom + 32)
    canvas.words(picture.unit.capitalize(), (0, 10), Letters(size=SMALL, fill=QUIET))
    draw_key(canvas, explained, (0, 25), width)
    draw_panel(canvas, panel)
    return canvas


def columns_of(width: float, panels: int) -> int:
    """Three across a page, two across a narrow column, one on a phone."""
    most = 3 if width >= 520 else 2 if width >= NARROW else 1
    return max(1, min(most, panels))


def draw_control_charts(picture: ControlCharts, width: float) -> Drawn:
    """Small multiples in the order given, row by row."""
    key = Key.of(picture.series)
    columns = columns_of(width, len(picture.series))
    cell = (width - GUTTER * (columns - 1)) / columns
    # One room for the labels of all: every plot is as wide, and names the same months
    left = max((_labels_width(picture, series) for series in picture.series), default=0.0)
    plot = Box(left, 0, cell - left - 30, SMALL_PLOT)
    panels = [
        Panel(series, plot, _span(picture, series), key, dot=_dot(plot, series), wordy=False)
        for series in picture.series
    ]
    titles = [wrapped(one.name, size=BODY, room=cell, bold=True) for one in picture.series]
    head = LINE * max((len(lines) for lines in titles), default=0)
    canvas, top = Canvas(width, 0), 14 + key_height(key, width)
    canvas.words(picture.unit.capitalize(), (0, 10), Letters(size=SMALL, fill=QUIET))
    draw_key(canvas, key, (0, 25), width)
    for first in range(0, len(panels), columns):
        row = list(zip(panels, titles, strict=True))[first : first + columns]
        lift = head + 4 + max(room_for_breaks(panel) for panel, _ in row)
        for n, (panel, lines) in enumerate(row):
            part = _titled(lines, head, cell)
            draw_panel(part, lowered(panel, lift))
            canvas.put(part, (n * (cell + GUTTER), top))
        top += lift + SMALL_PLOT + 34
    canvas.height = top
    return canvas.drawn(picture)


def _titled(lines: list[str], head: float, width: float) -> Canvas:
    """A cell with its name on the last of the lines that the longest name needs."""
    part = Canvas(width, 0)
    for row, words in enumerate(lines):
        part.words(words, (0, head - LINE * (len(lines) - 1 - row)), Letters(bold=True))
    return part


def _span(picture: ControlCharts, series: ControlSeries) -> tuple[float, float]:
    return range_of(picture.series if picture.one_scale else [series])


def _labels_width(picture: ControlCharts, series: ControlSeries) -> float:
    labels = tick_labels(ticks(*_span(picture, series)))
    return 8 + max(width_of(label, size=SMALL) for label in labels)


def _dot(plot: Box, series: ControlSeries) -> float:
    return max(1.1, min(2.0, 0.4 * plot.width / len(series.months)))
