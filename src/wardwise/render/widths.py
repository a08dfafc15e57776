"""How wide the columns of a table are on paper, and how large its words.

Left to themselves, Typst and Word squeeze columns until words break. Here a column is never
narrower than its longest word, numbers never break, and a table that does not fit at the
usual size is set smaller, then turned on its side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from wardwise.document.blocks import Align, Cell, Table
from wardwise.render.breakable import ZERO_WIDTH_SPACE, breakable
from wardwise.render.symbols import text_of


MM_PER_POINT = 25.4 / 72
PORTRAIT_MM, LANDSCAPE_MM = 160.0, 247.0
LONGEST_UNBROKEN = 22  # an interval keeps to one line; a sentence does not
LABEL_MM, LONGEST_LABEL_MM = 26.0, 72.0  # of the first column, at the usual size
COMFORTABLE_MM = 42.0  # longer cells are labels that may take two lines, or sentences
SENTENCE_MM = 30.0
USUAL_POINTS = 9.5
MOST_LINES_OF_A_HEADING = 4
LITTLE_WHITE = 0.35  # of the room; a table narrower than the rest stays narrow
# Thousandths of the size: Source Sans 3 Semibold (digits 513), each class by its widest letter
CLASSES = {
    200: " ",
    285: "ijlI.,;:'’‘|",
    325: "!()-f[]{}",
    375: "rt/\\",
    465: "csz*?",
    565: "bdhnopquAESTVXZ",
    600: "BCDKPR",
    675: "GHNOQU&",
    800: "MWw",
    965: "m%@—…",
}
USUAL = 525
WIDTHS = {letter: width for width, letters in CLASSES.items() for letter in letters}


@dataclass(frozen=True)
class Trial:
    """A way to set a table: points, side up, and the white between columns (mm)."""

    size: float
    landscape: bool
    gap: float
    wider: float = 1.0  # of the typeface, against Source Sans 3
    upright: float = PORTRAIT_MM  # less where the table stands beside a picture

    @property
    def room(self) -> float:
        """Unit: millimetres."""
        return LANDSCAPE_MM if self.landscape else self.upright

    def run(self, words: str) -> float:
        """Width of words on one line. Unit: millimetres.

        >>> round(Trial(9.5, False, 3.2).run("1,234"), 1)  # 4 × 525 + 285 thousandths
        8.0
        """
        thousandths = sum(WIDTHS.get(letter, USUAL) for letter in words)
        return thousandths / 1000 * self.size * MM_PER_POINT * self.wider


TRIALS = (
    Trial(9.5, False, 3.2),
    Trial(8.5, False, 2.8),
    Trial(8.0, False, 2.4),
    Trial(9.0, True, 3.0),
    Trial(8.0, True, 2.4),
    Trial(7.0, True, 2.0),
)
SMALLER = Trial(7.5, False, 2.0)


@dataclass(frozen=True)
class Fit:
    """Column widths and the white between columns in millimetres, ``size`` in points.

    ``wraps`` where cells run over several lines and rows need air to be told apart.
    """

    widths: tuple[float, ...]
    size: float
    landscape: bool
    gap: float
    wraps: bool


def fitted(table: Table, *, wider: float = 1.0, room: float = PORTRAIT_MM) -> Fit:
    """The largest size at which cells keep to their lines; else at which no word breaks.

    A table with less ``room`` (mm) than a page stands beside something, and is never turned.
    """
    trials = [replace(trial, wider=wider, upright=room) for trial in TRIALS]
    upright = [trial for trial in trials if not trial.landscape]
    # A shade smaller, and every short cell on one line, before words are broken at any size
    smaller = replace(SMALLER, wider=wider, upright=room)
    if room < PORTRAIT_MM:
        trials = upright
    for least, tried in ((_comfortable, [*upright, smaller]), (_least, trials)):
        for trial in tried:
            widths = [least(table, n, trial) for n in range(len(table.columns))]
            if sum(widths) <= trial.room:
                return _fit(table, _shared(table, widths, trial), trial)
    squeeze = trial.room / sum(widths)
    return _fit(table, tuple(width * squeeze for width in widths), trial)


def most_lines(row: tuple[Cell, ...], fit: Fit) -> int:
    """How many lines the row takes, about."""
    trial = Trial(fit.size, fit.landscape, fit.gap)
    return max(
        math.ceil(trial.run(text_of(cell)) / (width - fit.gap) - 0.01)
        for cell, width in zip(row, fit.widths, strict=True)
    )


def _fit(table: Table, widths: tuple[float, ...], trial: Trial) -> Fit:
    lines = [_longest_line(table, n, trial) + trial.gap for n in range(len(widths))]
    # One label over two lines is no harm; a sentence is
    wraps = any(line > 2 * width for line, width in zip(lines, widths, strict=True))
    return Fit(widths, trial.size, trial.landscape, trial.gap, wraps)


def _longest_word(words: str, trial: Trial) -> float:
    parts = breakable(words).replace(ZERO_WIDTH_SPACE, " ").split()
    return max((trial.run(part) for part in parts), default=0.0)


def _longest_line(table: Table, n: int, trial: Trial) -> float:
    return max((trial.run(text_of(row[n])) for row in table.rows), default=0.0)


def _least(table: Table, n: int, trial: Trial) -> float:
    heading = table.columns[n].heading
    needed = [_longest_word(heading, trial), trial.run(heading) / MOST_LINES_OF_A_HEADING]
    for row in table.rows:
        words = text_of(row[n])
        whole = table.columns[n].align is Align.RIGHT and len(words) <= LONGEST_UNBROKEN
        needed.append(trial.run(words) if whole else _longest_word(words, trial))
    if n == 0:  # a label of two or three words keeps to one line
        needed.append(min(_scaled(LABEL_MM, trial), _longest_line(table, n, trial)))
    return max(needed) + trial.gap


def _comfortable(table: Table, n: int, trial: Trial) -> float:
    """Short words on one line; long labels on two; sentences wrap at any size."""
    line, label = _longest_line(table, n, trial), _scaled(COMFORTABLE_MM, trial)
    line = _scaled(SENTENCE_MM, trial) if line > 2 * label else min(line, label)
    if n == 0 and trial.upright < PORTRAIT_MM:
        line = 0.0  # on half a page the label takes two lines first
    return max(_least(table, n, trial), line + trial.gap)


def _wanted(table: Table, n: int, trial: Trial) -> float:
    heading = trial.run(table.columns[n].heading) * 0.6  # which may take two lines
    longest = _longest_line(table, n, trial)
    if n == 0:
        longest = min(longest, _scaled(LONGEST_LABEL_MM, trial))
    return max(longest, heading) + trial.gap


def _scaled(millimetres: float, trial: Trial) -> float:
    return millimetres * trial.size / USUAL_POINTS


def _shared(table: Table, least: list[float], trial: Trial) -> tuple[float, ...]:
    wanted = [max(_wanted(table, n, trial), low) for n, low in enumerate(least)]
    spare = trial.room - sum(wanted)
    if spare < 0:
        return _rationed(least, wanted, trial.room)
    if spare > trial.room * LITTLE_WHITE:
        return tuple(wanted)
    each = spare / (len(wanted) + 1)
    return (wanted[0] + 2 * each, *(width + each for width in wanted[1:]))


def _rationed(least: list[float], wanted: list[float], room: float) -> tuple[float, ...]:
    """Share what is left over by the root of what each column lacks."""
    widths, left = list(least), room - sum(least)
    while left > 0.01:
        lack = [max(0.0, want - width) for want, width in zip(wanted, widths, strict=True)]
        weight = sum(math.sqrt(short) for short in lack)
        for n, short in enumerate(lack):
            widths[n] += min(short, left * math.sqrt(short) / weight)
        left = room - sum(widths)
    return tuple(widths)
