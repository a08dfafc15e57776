"""The key of shades beneath a picture, in as many lines as the sheet's width needs."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import QUIET, SMALL


Shades = Sequence[tuple[str, str]]
"""Colour and words of each class."""

LINE, SWATCH, GAP = 18.0, 14.0, 9.0


def key_lines(shades: Shades, width: float, *, head: str = "") -> list[list[tuple[float, int]]]:
    """Of each line the place across and the number of every class that stands in it."""
    lines: list[list[tuple[float, int]]] = [[]]
    x = width_of(head, size=SMALL) + GAP if head else 0.0
    for n, (_, words) in enumerate(shades):
        wide = SWATCH + 4 + width_of(words, size=SMALL)
        if x and x + wide > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, n))
        x += wide + GAP
    return lines


def key_height(shades: Shades, width: float, *, head: str = "") -> float:
    """How much room it takes from its top. Unit: pixels."""
    return LINE * len(key_lines(shades, width, head=head))


def draw_key(canvas: Canvas, shades: Shades, top: float, *, head: str = "") -> None:
    """From the left edge, with words before it if there are any."""
    if head:
        canvas.words(head, (0, top + 10), Letters(size=SMALL, fill=QUIET))
    for row, line in enumerate(key_lines(shades, canvas.width, head=head)):
        for x, n in line:
            shade, words = shades[n]
            box = Box(x, top + row * LINE, SWATCH, 12)
            canvas.rect(box, {"fill": shade, "stroke": "#8c8c8c"})
            canvas.words(words, (x + SWATCH + 4, box.top + 10), Letters(size=SMALL))
