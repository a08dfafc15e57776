"""Letters that the typeface has. PDF/UA forbids any other, and one would stop the whole paper."""

from __future__ import annotations

from functools import cache
from typing import Any

from wardwise.render.fonts import REGULAR
from wardwise.render.xml_text import writable


# Latin with its accents is there; the rest is looked up only when it is met
COMMON = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) | set(
    "–—‘’“”…•−≤≥≈→↑↓▲▼●○◆■□✓"
)
UNSEEN = frozenset("\n\t\u200b\u2060\u00ad")
STAND_IN = "□"


def legible(data: Any) -> Any:
    """The same plain data with a square for each letter that cannot be shown.

    >>> legible({"place": "Luton 路"})
    {'place': 'Luton □'}
    """
    match data:
        case str():
            return _legible_words(data)
        case dict():
            return {key: legible(value) for key, value in data.items()}
        case list() | tuple():
            return [legible(value) for value in data]
        case _:
            return data


def _legible_words(words: str) -> str:
    uncommon = set(words) - COMMON - UNSEEN
    if not uncommon:
        return words
    for letter in uncommon - _letters_of_the_typeface():
        words = words.replace(letter, STAND_IN if writable(letter) else "")
    return words


@cache
def _letters_of_the_typeface() -> frozenset[str]:
    from fontTools.ttLib import TTFont  # slow to import, and seldom needed

    with TTFont(REGULAR, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
