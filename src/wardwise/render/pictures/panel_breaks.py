"""Breaks of a control chart: vertical rules with their names over the plot."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.render.pictures.canvas import Canvas, Letters
from wardwise.render.pictures.letters import width_of, wrapped
from wardwise.render.pictures.look import INK, SMALL, TINY, Style
from wardwise.render.pictures.panel import Panel


BREAK: Style = {"stroke": INK, "stroke-width": 0.9}
ROW_OF_BREAKS = 11.0
CLEAR = 7.0
WIDEST_BREAK = 230.0  # pixels that the name of a break may be long


@dataclass(frozen=True)
class BreakName:
    """The name of a break over the plot: its lowest row, its left edge, its lines."""

    row: int
    left: float
    lines: tuple[str, ...]


def draw_breaks(canvas: Canvas, panel: Panel) -> None:
    box, names = panel.box, break_names(panel)
    for (month, _), name in zip(panel.series.breaks, names, strict=True):
        x = panel.across(month.ordinal - 0.5)
        canvas.line((x, box.top - 3 - ROW_OF_BREAKS * name.row), (x, box.bottom), BREAK)
    letters = Letters(size=SMALL if panel.wordy else TINY, halo=True)
    for name in names:
        top_row = name.row + len(name.lines) - 1
        for n, words in enumerate(name.lines):
            foot = box.top - 6 - ROW_OF_BREAKS * (top_row - n)
            canvas.words(words, (name.left, foot), letters)


def break_names(panel: Panel) -> list[BreakName]:
    """A place over the plot for the name of each break, none over another."""
    size = SMALL if panel.wordy else TINY
    low, high = panel.box.left - 24, panel.box.right + 28
    ends: list[float] = []  # how far right each row is taken
    placed = []
    for month, name in panel.series.breaks:
        # A small chart names the first of what changed; the table of breaks has it all
        said = name if panel.wordy else name.split(";")[0].split(" (")[0]
        lines = wrapped(said, size=size, room=min(high - low, WIDEST_BREAK))
        wide = max(width_of(line, size=size) for line in lines)
        x = panel.across(month.ordinal - 0.5)
        left = max(min(x - wide / 2, high - wide), low)
        row = next(n for n in range(len(ends) + 1) if all(end + 6 <= left for end in ends[n:]))
        ends[row:] = [left + wide] * len(lines)
        placed.append(BreakName(row, left, tuple(lines)))
    return placed


def room_for_breaks(panel: Panel) -> float:
    """Pixels over the plot that the names of its breaks need, clear of what stands above."""
    rows = max((n.row + len(n.lines) for n in break_names(panel)), default=0)
    return ROW_OF_BREAKS * rows + (CLEAR if rows else 0.0)
