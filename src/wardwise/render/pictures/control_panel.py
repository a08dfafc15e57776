"""One control chart inside its box: gaps, breaks, limits, the line, the dots, the signals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wardwise.document.pictures import ControlSeries, Stretch
from wardwise.document.words import rounded
from wardwise.domain.period import Month
from wardwise.render.pictures.canvas import Box, Canvas, Letters, Point
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import ACCENT, AXIS, INK, QUIET, SMALL, TINY, Style
from wardwise.render.pictures.months import draw_months, month_scale
from wardwise.render.pictures.scales import (
    Scale,
    close_range,
    label_places,
    spread,
    tick_labels,
    ticks,
)
from wardwise.render.pictures.signals import DOT, HOLLOW, Key, draw_signal, signal_groups


MEAN: Style = {"stroke": QUIET, "stroke-width": 1.0}
LIMIT: Style = {"stroke": "#8c8c8c", "stroke-width": 0.9}
ROW_OF_BREAKS = 11.0
TRIAL = {"stroke-dasharray": "4 3"}
THIN: Style = {"fill": "none", "stroke": ACCENT, "stroke-width": 1.0}
BREAK: Style = {"stroke": INK, "stroke-width": 0.9}


@dataclass(frozen=True)
class Panel:
    """Where one series is drawn and how finely."""

    series: ControlSeries
    box: Box
    range: tuple[float, float]
    key: Key
    dot: float = 2.3
    wordy: bool = True  # room for "Upper limit" beside the value

    @property
    def across(self) -> Scale:
        """Months to pixels."""
        return month_scale(self.series.months, self.box)

    @property
    def up(self) -> Scale:
        """Values to pixels."""
        return Scale(*self.range, self.box.bottom, self.box.top)

    def at(self, month: Month, value: float) -> Point:
        """The place of a month's value."""
        return self.across(month.ordinal), self.up(value)


def range_of(series: Sequence[ControlSeries]) -> tuple[float, float]:
    """One range that holds every value and limit."""
    values = [value for one in series for value in one.values if value is not None]
    limits = [x for one in series for s in one.stretches for x in (s.lower, s.upper)]
    return close_range([*values, *limits])


def draw_panel(canvas: Canvas, panel: Panel) -> None:
    """Everything inside one box, back to front."""
    _draw_values_axis(canvas, panel)
    draw_months(canvas, panel.series.months, panel.box)
    _draw_gaps(canvas, panel)
    for stretch in panel.series.stretches:
        _draw_stretch(canvas, panel, stretch)
    _draw_breaks(canvas, panel)
    for run in _runs(panel.series):
        canvas.path([panel.at(month, value) for month, value in run], THIN)
    _draw_dots(canvas, panel)
    if panel.wordy and panel.key.is_short:
        _draw_rules(canvas, panel)
    _draw_limit_labels(canvas, panel)


def _draw_values_axis(canvas: Canvas, panel: Panel) -> None:
    is_empty = all(value is None for value in panel.series.values)
    values = [] if is_empty else ticks(*panel.range, about=4 if panel.wordy else 3)
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


def _draw_stretch(canvas: Canvas, panel: Panel, stretch: Stretch) -> None:
    left = panel.across(stretch.first.ordinal - 0.5)
    right = panel.across(stretch.last.ordinal + 0.5)
    dashes = TRIAL if stretch.trial else {}
    for value, style in ((stretch.mean, MEAN), (stretch.lower, LIMIT), (stretch.upper, LIMIT)):
        y = panel.up(value)
        canvas.line((left, y), (right, y), {**style, **dashes})
    is_last = stretch is panel.series.stretches[-1]
    if not is_last and panel.wordy and right - left > 130:
        places = label_places((stretch.lower, stretch.mean, stretch.upper))
        mean, lower, upper = (
            rounded(value, places) for value in (stretch.mean, stretch.lower, stretch.upper)
        )
        words = f"Mean {mean}, {'trial ' if stretch.trial else ''}limits {lower} to {upper}"
        letters = Letters(size=SMALL, fill=QUIET, halo=True)
        canvas.words(words, (left + 4, panel.up(stretch.upper) - 4), letters)


def _draw_breaks(canvas: Canvas, panel: Panel) -> None:
    box, size = panel.box, SMALL if panel.wordy else TINY
    rows = break_rows(panel)
    for (month, _), (row, _) in zip(panel.series.breaks, rows, strict=True):
        x = panel.across(month.ordinal - 0.5)
        canvas.line((x, box.top - 3 - ROW_OF_BREAKS * row), (x, box.bottom), BREAK)
    for (_, name), (row, left) in zip(panel.series.breaks, rows, strict=True):
        foot = box.top - 6 - ROW_OF_BREAKS * row
        canvas.words(name, (left, foot), Letters(size=size, halo=True))


def break_rows(panel: Panel) -> list[tuple[int, float]]:
    """The row over the plot and the left edge of each break's name, none over another."""
    box, size = panel.box, SMALL if panel.wordy else TINY
    ends: list[float] = []
    placed = []
    for month, name in panel.series.breaks:
        x, wide = panel.across(month.ordinal - 0.5), width_of(name, size=size)
        left = max(min(x - wide / 2, box.right + 28 - wide), box.left - 24)
        row = next((n for n, end in enumerate(ends) if left >= end + 6), len(ends))
        ends[row : row + 1] = [left + wide]
        placed.append((row, left))
    return placed


def room_for_breaks(panel: Panel) -> float:
    """Pixels over the plot that the names of its breaks need."""
    return ROW_OF_BREAKS * (1 + max((row for row, _ in break_rows(panel)), default=-1))


def lowered(panel: Panel, by: float) -> Panel:
    """The same, so much further down."""
    return replace(panel, box=replace(panel.box, top=panel.box.top + by))


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


def _draw_rules(canvas: Canvas, panel: Panel) -> None:
    """The word for a rule beside its mark, once for marks that stand together."""
    values = dict(zip(panel.series.months, panel.series.values, strict=True))
    for group in signal_groups(panel.series):
        known = [(s.month, v) for s in group if (v := values[s.month]) is not None]
        if not known:
            continue
        mean = next((s.mean for s in panel.series.stretches if s.last >= known[0][0]), known[0][1])
        is_high = known[0][1] >= mean
        month, value = max(known, key=lambda pair: pair[1] if is_high else -pair[1])
        (x, y), wide = panel.at(month, value), width_of(group[0].rule, size=SMALL)
        left = min(max(x - wide / 2, panel.box.left + 2), panel.box.right - wide)
        foot = y - 7 if is_high else y + 15
        canvas.words(group[0].rule, (left, foot), Letters(size=SMALL, halo=True))


def _draw_limit_labels(canvas: Canvas, panel: Panel) -> None:
    if not panel.series.stretches:
        return
    last, box = panel.series.stretches[-1], panel.box
    trial = "Trial u" if last.trial else "U"
    names = (f"{trial}pper limit", "Mean", "Trial lower limit" if last.trial else "Lower limit")
    values = (last.upper, last.mean, last.lower)
    wanted = [panel.up(value) for value in values]
    size = SMALL if panel.wordy else TINY
    places = label_places(values)
    feet = spread(wanted, gap=size + 1, low=box.top, high=box.bottom)
    for name, value, y in zip(names, values, feet, strict=True):
        words = f"{name} {rounded(value, places)}" if panel.wordy else rounded(value, places)
        letters = Letters(size=size, fill=INK if name == "Mean" else QUIET, bold=name == "Mean")
        canvas.words(words, (box.right + 6, y + 3.2), letters)
