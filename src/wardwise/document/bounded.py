"""A count of which a part may be withheld, in words and cells."""

from __future__ import annotations

from wardwise.document.blocks import Cell
from wardwise.document.phrases import ARROWS, verdict_of
from wardwise.document.text import Number, Text, say
from wardwise.document.words import rounded, signed_percent, whole
from wardwise.domain.figure import Figure


def count_cell(count: Figure, least: Figure | None, most: Figure | None) -> Cell:
    """``495``; ``0 to 4`` or ``3 or more`` where the supplier withholds a part of it."""
    if count.status == "known" or least is None:
        return whole(count)
    if most is None:
        return say("{n} or more", n=whole(least))
    return say("{n} to {most}", n=whole(least), most=whole(most))


def count_text(count: Figure, least: Figure | None, most: Figure | None) -> Text:
    """The same in a sentence."""
    cell = count_cell(count, least, most)
    return cell if isinstance(cell, Text) else say("{n}", n=cell)


def change_cell(change: Figure | None) -> Cell:
    """``−14.6%, ▼ fell``: the size with the word of its test."""
    if change is None or change.status != "known":
        return "–"
    return say("{size}, {word}", size=signed_percent(change), word=ARROWS[verdict_of(change)])


def points_cell(points: Figure | None) -> Cell:
    """``+6.0, ▲ rose``: percentage points with the word of their test."""
    if points is None or points.status != "known":
        return "–"
    return say("{size}, {word}", size=signed_points(points), word=ARROWS[verdict_of(points)])


def signed_points(points: Figure) -> Number:
    """``+6.0``: percentage points, with their sign."""
    text = rounded(points.number, 1)
    is_nought = not any(digit in text for digit in "123456789")
    return Number(("" if points.number < 0 or is_nought else "+") + text, points)


def points_limits(points: Figure) -> Text:
    """``+2.4 to +9.5``."""
    if points.interval is None:
        return Text(("–",))
    limits = (points.interval.lower, points.interval.upper)
    return Text((" to ".join(("+" if n > 0 else "") + rounded(n, 1) for n in limits),))
