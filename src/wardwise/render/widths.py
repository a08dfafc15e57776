"""How wide the columns of a table are on paper, and how large its words.

Typst would squeeze columns until words break. Here a column is never narrower than its
longest word, numbers never break, and a table that does not fit at the usual size is set
smaller, then turned on its side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from wardwise.document.blocks import Align, Table
from wardwise.render.symbols import text_of


PORTRAIT_MM, LANDSCAPE_MM = 160.0, 247.0
TRIALS = ((9.5, False), (8.5, False), (7.5, False), (9.0, True), (8.0, True), (7.0, True))
MM_PER_POINT = 25.4 / 72
GAP_MM = 3.2  # white on both sides of a column together
LONGEST_UNBROKEN = 22  # an interval keeps to one line; a sentence does not
WIDE, NARROW, USUAL = 0.85, 0.28, 0.53  # of the size; measured on Source Sans 3, rounded up


@dataclass(frozen=True)
class Fit:
    """Column widths. Unit: millimetres. ``size`` in points."""

    widths: tuple[float, ...]
    size: float
    landscape: bool


def run_of(words: str, *, size: float) -> float:
    """Width of words on one line. Unit: millimetres.

    >>> round(run_of("1,234", size=9.5), 1)
    8.0
    """
    ems = sum(
        WIDE if letter in "mwMW%—" else NARROW if letter in "il.,;:'’|!()[] –" else USUAL
        for letter in words
    )
    return ems * size * MM_PER_POINT


def fitted(table: Table) -> Fit:
    """The largest size at which the table fits, upright if it can."""
    for size, landscape in TRIALS:
        room = LANDSCAPE_MM if landscape else PORTRAIT_MM
        least = [_least(table, n, size=size) for n in range(len(table.columns))]
        if sum(least) <= room:
            return Fit(_shared(table, least, size=size, room=room), size, landscape)
    squeeze = LANDSCAPE_MM / sum(least)
    return Fit(tuple(width * squeeze for width in least), TRIALS[-1][0], landscape=True)


def _lines(table: Table, n: int) -> list[str]:
    return [text_of(row[n]) for row in table.rows]


def _longest_word(words: str, *, size: float) -> float:
    return max((run_of(word, size=size) for word in words.split()), default=0.0)


def _least(table: Table, n: int, *, size: float) -> float:
    right = table.columns[n].align is Align.RIGHT
    needed = [_longest_word(table.columns[n].heading, size=size)]
    for words in _lines(table, n):
        whole = right and len(words) <= LONGEST_UNBROKEN
        needed.append(run_of(words, size=size) if whole else _longest_word(words, size=size))
    # Words of the first column get room for two or three of them
    floor = 26.0 * size / 9.5 if n == 0 else 0.0
    longest = max((run_of(words, size=size) for words in _lines(table, n)), default=0.0)
    return max(*needed, min(floor, longest)) + GAP_MM


def _wanted(table: Table, n: int, *, size: float) -> float:
    cells = max((run_of(words, size=size) for words in _lines(table, n)), default=0.0)
    # A heading may take two lines
    heading = run_of(table.columns[n].heading, size=size) * 0.6
    return max(cells, heading) + GAP_MM


def _shared(table: Table, least: list[float], *, size: float, room: float) -> tuple[float, ...]:
    """Give what is left over to the columns that want more, by the root of what they want."""
    wanted = [max(_wanted(table, n, size=size), low) for n, low in enumerate(least)]
    if sum(wanted) <= room:
        spare = room - sum(wanted)
        # A narrow table stays narrow: eyes should not have to cross white
        take = spare if spare < room * 0.35 else 0.0
        return (wanted[0] + take, *wanted[1:])
    widths, left = list(least), room - sum(least)
    while left > 0.01:
        hungry = [n for n, want in enumerate(wanted) if want - widths[n] > 0.01]
        weight = sum(math.sqrt(wanted[n] - widths[n]) for n in hungry)
        given = {n: left * math.sqrt(wanted[n] - widths[n]) / weight for n in hungry}
        for n, more in given.items():
            more = min(more, wanted[n] - widths[n])
            widths[n] += more
            left -= more
    return tuple(widths)
