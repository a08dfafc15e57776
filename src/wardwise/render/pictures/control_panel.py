"""One control chart inside its box: gaps, breaks, limits, the line, the dots, the signals."""

from __future__ import annotations

from wardwise.document.pictures import ControlSeries
from wardwise.domain.period import Month
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import ACCENT, AXIS, QUIET, SMALL, TINY, Style
from wardwise.render.pictures.months import draw_months
from wardwise.render.pictures.panel import Panel
from wardwise.render.pictures.panel_breaks import draw_breaks
from wardwise.render.pictures.panel_limits import draw_limit_labels, draw_stretch
from wardwise.render.pictures.panel_signals import draw_rule_words
from wardwise.render.pictures.scales import tick_labels, ticks
from wardwise.render.pictures.signals import DOT, HOLLOW, draw_signal


THIN: Style = {"fill": "none", "stroke": ACCENT, "stroke-width": 1.0}


def draw_panel(canvas: Canvas, panel: Panel) -> None:
    """Everything inside one box, back to front."""
    _draw_values_axis(canvas, panel)
    draw_months(canvas, panel.series.months, panel.box)
    _draw_gaps(canvas, panel)
    for stretch in panel.series.stretches:
        draw_stretch(canvas, panel, stretch)
    draw_breaks(canvas, panel)
    for run in _runs(panel.series):
        canvas.path([panel.at(month, value) for month, value in run], THIN)
    _draw_dots(canvas, panel)
    if panel.wordy and panel.key.is_short:
        draw_rule_words(canvas, panel)
    draw_limit_labels(canvas, panel)


def _draw_values_axis(canvas: Canvas, panel: Panel) -> None:
    is_empty = all(value is None for value in panel.series.values)
    values = [] if is_empty else ticks(*panel.range, about=4)
    right = Letters(size=SMALL, fill=QUIET, anchor="end")
    canvas.line((panel.box.left, panel.box.top), (panel.box.left, panel.box.bottom), AXIS)
    for value, label in zip(values, tick_labels(values), strict=True):
        y = panel.up(value)
        canvas.line((panel.box.left - 3, y), (panel.box.left, y), AXIS)
        canvas.words(label, (panel.box.left - 5, y + 3.3), right)


def _runs(series: ControlSeries) -> list[list[tuple[Month, float]]]:
    """Unbroken runs of known months: the line stops at a gap and at a break."""
    runs: list[list[tuple[Month, float]]] = [[]]
    starts = {month for month, _ in series.breaks}
    for month, value in zip(series.months, series.values, strict=True):
        if value is None or month in starts:
            runs.append([])
        if value is not None:
            runs[-1].append((month, value))
    return [run for run in runs if len(run) > 1]


def _draw_gaps(canvas: Canvas, panel: Panel) -> None:
    box = panel.box
    for first, last in _gaps(panel.series):
        left, right = panel.across(first - 0.5), panel.across(last + 0.5)
        canvas.rect(Box(left, box.top, right - left, box.height), {"fill": "#f4f4f4"})
        middle = (left + right) / 2
        if right - left > width_of("not known", size=SMALL) + 2:
            words = Letters(size=SMALL, fill=QUIET, anchor="middle")
            canvas.words("not known", (middle, box.bottom - 6), words)
        else:
            words = Letters(size=min(SMALL, max(TINY, right - left)), fill=QUIET, turned=True)
            canvas.words("not known", (middle + 3, box.bottom - 6), words)


def _gaps(series: ControlSeries) -> list[tuple[int, int]]:
    gaps: list[tuple[int, int]] = []
    for month, value in zip(series.months, series.values, strict=True):
        if value is not None:
            continue
        if gaps and gaps[-1][1] == month.ordinal - 1:
            gaps[-1] = (gaps[-1][0], month.ordinal)
        else:
            gaps.append((month.ordinal, month.ordinal))
    return gaps


def _draw_dots(canvas: Canvas, panel: Panel) -> None:
    series = panel.series
    shapes = {signal.month: panel.key.shapes[signal.rule] for signal in series.signals}
    for month, value in zip(series.months, series.values, strict=True):
        if value is None:
            continue
        x, y = panel.at(month, value)
        if month in shapes:
            draw_signal(canvas, shapes[month], (x, y), max(panel.dot * 1.45, 2.5))
        else:
            style = HOLLOW if month in series.incomplete else DOT
            canvas.dot((x, y), panel.dot, style)
