"""From values to pixels, and the round numbers of an axis."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wardwise.document.words import rounded


NOTHING = 1e-9  # no unit that we print is as small


@dataclass(frozen=True)
class Scale:
    """A straight scale: ``low`` falls on pixel ``start``, ``high`` on pixel ``end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def step_of(span: float, *, about: int) -> float:
    """A round step (1, 2, 2.5 or 5 times a power of ten) that gives about so many ticks."""
    rough = span / max(about, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= rough * 0.999)


def ticks(low: float, high: float, *, about: int = 4) -> list[float]:
    """Round values from at or above ``low`` to at or below ``high``."""
    step = step_of(high - low, about=about)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(n * step, 10) for n in range(first, last + 1)]


def round_range(values: Iterable[float], *, about: int = 4) -> tuple[float, float]:
    """A range of whole steps that holds every value, from nought where nought is near.

    Never empty: one value, or none, still gives a range that can be drawn.
    """
    held = list(values) or [0.0]
    low, high = min(held), max(held)
    if low >= 0 and low < 0.45 * high:
        low = 0.0
    if _is_flat(low, high):
        low, high = (0.0, high) if high > NOTHING else (low - abs(low), low + abs(low) + 1.0)
    step = step_of(high - low, about=about)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step


def close_range(values: Iterable[float]) -> tuple[float, float]:
    """A range a little wider than the values, from nought where nought is near."""
    held = list(values) or [0.0, 1.0]
    low, high = min(held), max(held)
    margin = max(abs(high), 1.0) * 0.1 if _is_flat(low, high) else 0.07 * (high - low)
    return 0.0 if 0 <= low < 0.45 * high or low == high == 0 else low - margin, high + margin


def _is_flat(low: float, high: float) -> bool:
    """Whether two values differ by less than floating point can part."""
    return high - low <= max(NOTHING, 1e-9 * max(abs(low), abs(high)))


def places_of(values: Sequence[float]) -> int:
    """Decimals needed to write these values as they are: 0 to 4."""
    for places in range(4):
        if all(abs(value - round(value, places)) < 1e-9 for value in values):
            return places
    return 4


def tick_labels(values: Sequence[float]) -> list[str]:
    """The words of an axis, all at one precision."""
    places = places_of(values)
    return [rounded(value, places) for value in values]


def said(value: float) -> str:
    """A value as a label beside its mark: whole from 100, one decimal below."""
    return rounded(value, 0 if abs(value) >= 100 or float(value).is_integer() else 1)


def label_places(values: Sequence[float]) -> int:
    """One precision for all labels of a chart: whole counts, one decimal for rates, two below 1."""
    held = [abs(value) for value in values if value]
    if (
        not held
        or min(held) >= 100
        or max(held) >= 10_000
        or all(value.is_integer() for value in map(float, held))
    ):
        return 0
    return 1 if max(held) >= 1 else 2


def spread(wanted: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Places for labels near where they are wanted, none nearer than ``gap`` to another."""
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    placed: dict[int, float] = {}
    floor = low
    for n in order:
        placed[n] = max(wanted[n], floor)
        floor = placed[n] + gap
    ceiling = high
    for n in reversed(order):
        placed[n] = min(placed[n], ceiling)
        ceiling = placed[n] - gap
    return [placed[n] for n in range(len(wanted))]
