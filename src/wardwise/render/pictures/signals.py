"""Signals of a control chart: a shape and a word for each rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wardwise.document.pictures import ControlSeries, Signal
from wardwise.render.pictures.canvas import Canvas, Letters, Point
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import ACCENT, INK, PAPER, QUIET, SMALL, Style


# Unit shapes, told apart without colour: diamond, square, triangle up, triangle down, bar, cross
SHAPES: tuple[tuple[Point, ...], ...] = (
    ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    ((0, -1.3), (1.2, 0.9), (-1.2, 0.9)),
    ((0, 1.3), (1.2, -0.9), (-1.2, -0.9)),
    ((-1.4, -0.7), (1.4, -0.7), (1.4, 0.7), (-1.4, 0.7)),
    ((-0.7, -1.4), (0.7, -1.4), (0.7, 1.4), (-0.7, 1.4)),
)
DOT: Style = {"fill": ACCENT}
HOLLOW: Style = {"fill": PAPER, "stroke": ACCENT, "stroke-width": 1.2}
SIGNAL: Style = {"fill": INK, "stroke": PAPER, "stroke-width": 0.8}


@dataclass(frozen=True)
class Key:
    """Which shape stands for which rule, and what else has to be named."""

    shapes: Mapping[str, int]
    has_incomplete: bool
    groups: int = 0

    @classmethod
    def of(cls, series: Iterable[ControlSeries]) -> Key:
        """The rules that occur, in the order of their names, so that shapes do not wander."""
        all_series = tuple(series)
        rules = sorted({signal.rule for one in all_series for signal in one.signals})
        shapes = {rule: n % len(SHAPES) for n, rule in enumerate(rules)}
        groups = sum(len(signal_groups(one)) for one in all_series)
        return cls(shapes, any(one.incomplete for one in all_series), groups)

    @property
    def is_short(self) -> bool:
        """Whether each group of signals has its word beside it, so that no key is needed."""
        return 0 < self.groups <= 4

    @property
    def entries(self) -> tuple[str, ...]:
        """What the key explains."""
        return (*self.shapes, *(("incomplete month",) if self.has_incomplete else ()))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to explain."""
        return not self.entries


def signal_groups(series: ControlSeries) -> list[list[Signal]]:
    """Signals of one rule in months that follow one another."""
    groups: list[list[Signal]] = []
    for signal in sorted(series.signals, key=lambda s: (s.rule, s.month)):
        last = groups[-1][-1] if groups else None
        if last and last.rule == signal.rule and last.month.plus(1) == signal.month:
            groups[-1].append(signal)
        else:
            groups.append([signal])
    return groups


def draw_signal(canvas: Canvas, shape: int, at: Point, size: float) -> None:
    """One signal mark."""
    points = [(at[0] + x * size, at[1] + y * size) for x, y in SHAPES[shape]]
    canvas.path(points, SIGNAL, closed=True)


def key_height(key: Key, room: float) -> float:
    """Pixels that the key needs at a width."""
    return 0.0 if key.is_empty else 15.0 * (1 + max(row for row, _, _ in _placed(key, room)))


def draw_key(canvas: Canvas, key: Key, corner: Point, room: float) -> None:
    """Shape and word, one after another, in as many rows as they need."""
    for row, left, words in _placed(key, room):
        x, y = corner[0] + left, corner[1] + 15.0 * row
        if words in key.shapes:
            draw_signal(canvas, key.shapes[words], (x + 4, y - 3.5), 3.4)
        else:
            canvas.dot((x + 4, y - 3.5), 3, HOLLOW)
        canvas.words(words, (x + 12, y), Letters(size=SMALL, fill=QUIET))


def _placed(key: Key, room: float) -> list[tuple[int, float, str]]:
    placed, row, left = [], 0, 0.0
    for words in key.entries:
        width = 12 + width_of(words, size=SMALL) + 16
        if left and left + width > room:
            row, left = row + 1, 0.0
        placed.append((row, left, words))
        left += width
    return placed
