"""Columns wide enough to read and no wider."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.render.sheets.model import Amount, Sheet, SheetCell, words_of


NARROWEST, WIDEST = 12, 60
LINES_OF_A_HEADING = 2


def column_widths(sheet: Sheet) -> list[int]:
    """Unit: characters of the usual digit. Shape: columns; one column without a table."""
    if not sheet.header:
        return [100]
    widths = []
    for n, heading in enumerate(sheet.header):
        longest = max((len(words_of(row[n])) for row in sheet.rows), default=0)
        word = max(len(part) for part in heading.split())
        wanted = max(longest, word, -(-len(heading) // LINES_OF_A_HEADING) + 1) + 3
        widths.append(min(WIDEST, max(NARROWEST, wanted)))
    return widths


def numeric_columns(sheet: Sheet) -> list[bool]:
    """Whether a column holds numbers, whose heading then stands to the right above them."""
    return [any(isinstance(row[n], Amount) for row in sheet.rows) for n in range(len(sheet.header))]


def lines_needed(cells: Sequence[SheetCell], widths: Sequence[int]) -> int:
    """Lines of the tallest cell of a row, so that a program that does not look makes it room."""
    return max(
        (-(-len(words_of(cell)) // (width - 2)) for cell, width in zip(cells, widths, strict=True)),
        default=1,
    )
