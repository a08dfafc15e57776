"""A table with what the template needs to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from wardwise.document.blocks import Align, Cell, Table
from wardwise.document.text import Text
from wardwise.document.words import NOT_APPLICABLE, NOT_KNOWN, WITHHELD
from wardwise.render.html.spans import anchor_of, markup_of
from wardwise.render.source_line import set_source


SYMBOLS = {
    WITHHELD: "[c] withheld to protect people",
    NOT_KNOWN: "[x] not known",
    NOT_APPLICABLE: "[z] does not apply",
    "[u]": "[u] low reliability",
}


FEW_LETTERS, MANY_LETTERS = 14, 45  # in the longest cell of a column


@dataclass(frozen=True)
class ShownCell:
    """One cell."""

    words: Markup
    classes: str


@dataclass(frozen=True)
class ShownRow:
    """One row; ``code`` joins it to an area of the map beside it."""

    cells: tuple[ShownCell, ...]
    classes: str
    code: str


@dataclass(frozen=True)
class ShownTable:
    """A table ready for the template."""

    anchor: str
    caption: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[ShownRow, ...]
    notes: tuple[Markup, ...]
    symbols: tuple[str, ...]
    source: str
    is_wide: bool
    is_folded: bool  # too long for paper, and folded here


def shown_table(
    table: Table, *, anchor: str = "", codes: Mapping[str, str] | None = None
) -> ShownTable:
    """``codes`` are area codes by the name in the first column, where a map stands beside."""
    classes = [_column_class(table, n) for n in range(len(table.columns))]
    rows = tuple(_row(table, n, classes, codes or {}) for n in range(len(table.rows)))
    return ShownTable(
        anchor=anchor or f"table-{anchor_of(table.name)}",
        caption=table.caption,
        columns=tuple(
            (column.heading, name) for column, name in zip(table.columns, classes, strict=True)
        ),
        rows=rows,
        notes=tuple(markup_of(note) for note in table.notes),
        symbols=_symbols(table),
        source=set_source(table.source),
        is_wide=len(table.columns) > 6,
        is_folded=table.appendix,
    )


def _column_class(table: Table, n: int) -> str:
    """How the column is set: numbers to the right; words by how much room they ask for."""
    column = table.columns[n]
    longest = max((len(plain(row[n])) for row in table.rows), default=0)
    room = "number" if column.align is Align.RIGHT else _room(longest)
    return " ".join(name for name in (room, "quiet" if column.quiet else "") if name)


def _room(longest: int) -> str:
    if longest <= FEW_LETTERS:
        return ""
    return "words" if longest <= MANY_LETTERS else "many-words"


def _row(table: Table, n: int, classes: list[str], codes: Mapping[str, str]) -> ShownRow:
    cells = tuple(
        ShownCell(markup_of(cell), name) for cell, name in zip(table.rows[n], classes, strict=True)
    )
    names = ["group"] if n in table.groups else []
    names += ["strong"] if n in table.emphasis else []
    return ShownRow(cells, " ".join(names), codes.get(plain(table.rows[n][0]), ""))


def plain(cell: Cell) -> str:
    """A cell as a reader sees it."""
    return str(cell) if isinstance(cell, str | Text) else cell.text


def _symbols(table: Table) -> tuple[str, ...]:
    """Only the symbols that occur are explained."""
    words = " ".join(plain(cell) for row in table.rows for cell in row)
    return tuple(meaning for symbol, meaning in SYMBOLS.items() if symbol in words)
