"""A table of the document as a sheet. Ranges become columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wardwise.document.blocks import Cell, Table
from wardwise.document.text import Number, Text
from wardwise.render.sheets.cells import plain, sheet_cell, shown_like
from wardwise.render.sheets.model import Sheet, SheetCell
from wardwise.render.source_line import set_source
from wardwise.render.symbols import legend, text_of


ONE_TABLE = "This worksheet contains one table."
RANGE_IN_WORDS = re.compile(r"\b(interval|range|limits)\b", re.IGNORECASE)


def table_sheet(table: Table, *, name: str) -> Sheet:
    """Title, what the sheet holds, source, notes, shorthand; then the table itself."""
    lines = [ONE_TABLE]
    if table.source:
        lines.append(set_source(table.source))
    lines.extend(plain(str(note)) for note in table.notes)
    if legend(table):
        lines.append("Shorthand: " + ". ".join(legend(table)) + ".")
    columns = list(_columns(table))
    return Sheet(
        name=name,
        title=plain(table.caption),
        lines=tuple(lines),
        header=_distinct([heading for heading, _ in columns]),
        rows=tuple(zip(*(cells for _, cells in columns), strict=True)),
    )


def _columns(table: Table) -> Iterator[tuple[str, list[SheetCell]]]:
    for n, column in enumerate(table.columns):
        if n and _says_the_range_again(table, n):
            continue
        cells = [row[n] for row in table.rows]
        leading = [leading_number(cell) for cell in cells]
        yield column.heading, [sheet_cell(cell, column) for cell in leading]
        if _has_range(leading):
            yield f"{column.heading}: lower limit", [_limit(cell, "lower") for cell in leading]
            yield f"{column.heading}: upper limit", [_limit(cell, "upper") for cell in leading]
        if leading != cells:
            yield f"{column.heading}: in words", [plain(text_of(cell)) for cell in cells]


def leading_number(cell: Cell) -> Cell:
    """The number with which a cell of words begins (``+3.0% – rose``), or the cell itself."""
    if isinstance(cell, Text) and len(cell.figures) == 1 and isinstance(cell.spans[0], Number):
        return cell.spans[0]
    return cell


def _has_range(cells: Sequence[Cell]) -> bool:
    return any(isinstance(cell, Number) and cell.figure.interval for cell in cells)


def _says_the_range_again(table: Table, n: int) -> bool:
    """On paper the range is a column of words; here its limits already stand to the left."""
    in_words = all(isinstance(row[n], str) for row in table.rows)
    named = RANGE_IN_WORDS.search(table.columns[n].heading) is not None
    before = [leading_number(row[n - 1]) for row in table.rows]
    return named and in_words and _has_range(before)


def _limit(cell: Cell, end: str) -> SheetCell:
    if not isinstance(cell, Number):
        return "[z]"
    if cell.figure.interval is None:
        return "[z]" if cell.figure.status == "known" else cell.text
    return shown_like(getattr(cell.figure.interval, end), cell.text)


def _distinct(headings: list[str]) -> tuple[str, ...]:
    """No empty heading and no two alike: a table object must be able to name its columns."""
    seen: dict[str, int] = {}
    named = []
    for heading in headings:
        base = " ".join(heading.split()) or "Item"
        seen[base.casefold()] = seen.get(base.casefold(), 0) + 1
        again = seen[base.casefold()]
        named.append(base if again == 1 else f"{base} ({again})")
    return tuple(named)
