"""Cover, contents and notes: what a reader meets before the tables."""

from __future__ import annotations

from wardwise.document.blocks import Table
from wardwise.document.section import Document
from wardwise.render.numbering import Numbering
from wardwise.render.sheets.model import Amount, Sheet, SheetCell, SheetLink
from wardwise.render.sheets.tables import ONE_TABLE
from wardwise.render.symbols import MEANINGS


def cover_sheet(document: Document) -> Sheet:
    """Whose it is and how to read it."""
    return Sheet(
        name="Cover",
        title=f"{document.title}: every table",
        lines=(
            document.partnership,
            document.subtitle,
            f"Period: {document.period}.",
            f"Marking: {document.marking}.",
            f"Prepared by {document.prepared_by}.",
            f"Run {document.run}: every number can be traced with it to the rows it came from.",
            "Numbers are held unrounded and shown rounded.",
            "Contents lists the tables, Notes explains the shorthand, Figures lists every number.",
        ),
    )


def contents_sheet(numbering: Numbering, tables: list[Table]) -> Sheet:
    """Every sheet by name, each a link."""
    own = (
        (SheetLink("Notes", "Notes"), "Shorthand and notes", "[z]"),
        (SheetLink("Figures", "Figures"), "Every number printed, with its limits", "[z]"),
    )
    rows: list[tuple[SheetCell, ...]] = [*own]
    for table in tables:
        name = numbering.sheets[table.name]
        number = numbering.tables.get(table.name)
        on_paper: SheetCell = Amount(number, thousands=False) if number else "[z]"
        rows.append((SheetLink(name, name), table.caption, on_paper))
    return Sheet(
        name="Contents",
        title="Contents",
        lines=(ONE_TABLE, "[z] not applicable: the table is not numbered on paper."),
        header=("Sheet", "What it holds", "Number of the table on paper"),
        rows=tuple(rows),
    )


def notes_sheet(numbering: Numbering, tables: list[Table]) -> Sheet:
    """The shorthand, then the notes of each table."""
    rows: list[tuple[SheetCell, ...]] = [
        ("Every sheet", f"{symbol} means {meaning}.") for symbol, meaning in MEANINGS.items()
    ]
    rows.extend(
        (numbering.sheets[table.name], str(note)) for table in tables for note in table.notes
    )
    return Sheet(
        name="Notes",
        title="Notes",
        lines=(ONE_TABLE,),
        header=("Sheet", "Note"),
        rows=tuple(rows),
    )
