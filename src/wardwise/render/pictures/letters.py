"""How wide words are, measured in the font that prints them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from itertools import pairwise

from wardwise.render.fonts import REGULAR, SEMIBOLD


SLACK = 0.01  # pixels: sums of widths differ in their last digit


@cache
def _advances(bold: bool) -> Mapping[str, float]:
    """Width of each character at a size of 1."""
    library = import_module("fontTools.ttLib")
    with library.TTFont(SEMIBOLD if bold else REGULAR, lazy=True) as font:
        widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def width_of(words: str, *, size: float, bold: bool = False) -> float:
    """Pixels from the first stroke to the last; unknown characters count as an 'm'."""
    advances = _advances(bold)
    return size * sum(advances.get(letter, advances["m"]) for letter in words)


def wrapped(words: str, *, size: float, room: float, bold: bool = False) -> list[str]:
    """Lines no wider than ``room``, broken at spaces, and within a word only if it must be."""
    lines: list[str] = []
    for word in filter(None, words.split(" ")):  # a no-break space holds together
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size=size, bold=bold) <= room + SLACK:
            lines[-1] = longer
        else:
            lines.extend(_pieces(word, size=size, room=room, bold=bold))
    return lines or [""]


def _pieces(word: str, *, size: float, room: float, bold: bool) -> list[str]:
    """A word too wide for any line, parted by hyphens; no piece under three letters."""
    pieces: list[str] = []
    while len(word) > 5 and width_of(word, size=size, bold=bold) > room + SLACK:
        fits = (
            n
            for n in range(len(word) - 3, 3, -1)
            if width_of(word[:n] + "-", size=size, bold=bold) <= room + SLACK
        )
        cut = next(fits, 3)
        pieces.append(word[:cut] + "-")
        word = word[cut:]
    return [*pieces, word]


def balanced(words: str, *, lines: int, size: float) -> list[str]:
    """The words in so many lines of as even a width as the spaces allow."""
    parts = words.split()
    if lines >= len(parts):
        return parts
    best, best_width = [words], float("inf")
    for cuts in _cuts(len(parts), lines):
        rows = [" ".join(parts[a:b]) for a, b in pairwise((0, *cuts, len(parts)))]
        widest = max(width_of(row, size=size) for row in rows)
        if widest < best_width:
            best, best_width = rows, widest
    return best


def _cuts(parts: int, lines: int) -> list[tuple[int, ...]]:
    if lines == 1:
        return [()]
    return [(*shorter, cut) for cut in range(lines - 1, parts) for shorter in _cuts(cut, lines - 1)]
