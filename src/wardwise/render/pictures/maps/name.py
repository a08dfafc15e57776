"""A name on a map: its lines, its size, and the box that it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.render.pictures.canvas import Box, Point
from wardwise.render.pictures.letters import width_of


SIZES = (9.4, 8.6, 7.8)
LEADING = 1.06
AIR = 1.2  # pixels between two names


@dataclass(frozen=True)
class Name:
    """A name that found its place, or the number that stands for it in the key.

    A number that stands beside its area and not in it ``leads_to`` a point of the area.
    """

    code: str
    lines: tuple[str, ...]
    size: float
    box: Box
    is_number: bool = False
    leads_to: Point | None = None


def lines_box(lines: Sequence[str], size: float) -> tuple[float, float]:
    """Width and height of a name."""
    return max(width_of(line, size=size) for line in lines), len(lines) * size * LEADING
