"""What of a document's tables is printed: short ones whole, and no column that says nothing."""

from __future__ import annotations

from dataclasses import replace

from wardwise.document.blocks import Cell, Table
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Document, Section
from wardwise.document.text import Text, say
from wardwise.render.symbols import reasons, text_of
from wardwise.render.widths import fitted, most_lines


SHORT, MOST_LINES = 25, 32  # rows and lines: an appendix of more is in the workbook alone
UNKNOWN = frozenset({"[x]", "not comparable"})
FEWEST_COLUMNS = 2


def on_paper(document: Document) -> Document:
    """The document as PDF and Word print it; the HTML and the workbook keep every table whole."""
    return replace(document, sections=tuple(map(_section, document.sections)))


def told_elsewhere(table: Table, sheet: str) -> str:
    """The line in the place of a table that is not printed."""
    return f"{table.caption}: {_rows(table)}, in sheet ‘{sheet}’ of the workbook."


def told_together(told: list[tuple[Table, str]]) -> str:
    """The line in the place of tables that follow one another and are not printed."""
    if len(told) == 1:
        return told_elsewhere(*told[0])
    named = (f"{table.caption} ({_rows(table)}, sheet ‘{sheet}’)" for table, sheet in told)
    return f"In the workbook: {'; '.join(named)}."


def _rows(table: Table) -> str:
    return f"{len(table.rows):,} rows" if len(table.rows) != 1 else "one row"


def _section(section: Section) -> Section:
    printed = [b for b in section.blocks if isinstance(b, Table) and not b.appendix]
    return replace(
        section,
        blocks=tuple(_block(block, printed) for block in section.blocks),
        sections=tuple(map(_section, section.sections)),
    )


def _block(block: Block, printed: list[Table]) -> Block:
    if not isinstance(block, Table):
        return block
    table = without_unknown_columns(block)
    if not table.appendix or table.off_paper:
        return table
    is_needed = not any(_repeats(table, one) for one in printed)
    return replace(table, appendix=not (is_needed and _is_short(table)))


def _is_short(table: Table) -> bool:
    fit = fitted(table)
    lines = sum(most_lines(row, fit) for row in table.rows)
    return len(table.rows) <= SHORT and lines <= MOST_LINES and not fit.landscape


def _repeats(table: Table, other: Table) -> bool:
    """Whether rows of the one stand in the other already, under the same headings."""
    if [c.heading for c in table.columns] != [c.heading for c in other.columns]:
        return False
    return bool({_words(row) for row in table.rows} & {_words(row) for row in other.rows})


def _words(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(text_of(cell) for cell in row)


def without_unknown_columns(table: Table) -> Table:
    """The table without the columns that no row has; a sentence beneath names them.

    >>> from wardwise.document.blocks import Column
    >>> columns = (Column("Area"), Column("Count"), Column("In 2019"))
    >>> rows = (("Northgate", "12", "[x]"), ("Southgate", "9", "[x]"))
    >>> str(without_unknown_columns(Table("t", "T", columns, rows)).notes[0])
    'Not printed, because known for no row: ‘In 2019’.'
    """
    said = [{text_of(row[n]) for row in table.rows} for n in range(len(table.columns))]
    empty = [n for n, words in enumerate(said) if n and len(words) == 1 and words <= UNKNOWN]
    kept = [n for n in range(len(table.columns)) if n not in empty]
    if not empty or len(table.rows) < 2 or len(kept) < FEWEST_COLUMNS:
        return table
    return replace(_only(table, kept), notes=(*table.notes, _left_out(_only(table, empty))))


def _only(table: Table, columns: list[int]) -> Table:
    return replace(
        table,
        columns=tuple(table.columns[n] for n in columns),
        rows=tuple(tuple(row[n] for n in columns) for row in table.rows),
    )


def _left_out(empty: Table) -> Text:
    """The one sentence for columns that hold nothing, with the reasons of their figures."""
    names = listed([f"‘{column.heading}’" for column in empty.columns])
    why = "; ".join(reasons(replace(empty, notes=())).get("[x]", []))
    return say(
        "Not printed, because known for no row: {names}{why}.",
        names=names,
        why=f" ({why})" if why else "",
    )
