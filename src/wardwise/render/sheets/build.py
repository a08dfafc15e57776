"""The workbook of a document, before it is ODS or XLSX."""

from __future__ import annotations

from wardwise.document.section import Document
from wardwise.render.numbering import every_table, numbered
from wardwise.render.on_paper import on_paper
from wardwise.render.sheets.figures import figures_sheet
from wardwise.render.sheets.front import contents_sheet, cover_sheet, notes_sheet
from wardwise.render.sheets.model import Workbook
from wardwise.render.sheets.tables import table_sheet


def workbook(document: Document) -> Workbook:
    """Cover, contents, notes, every table in reading order, every figure."""
    numbering = numbered(on_paper(document))
    tables = list(every_table(document))
    return Workbook(
        title=f"{document.title} – {document.partnership}",
        author=document.prepared_by,
        marking=document.marking,
        language=document.language,
        sheets=(
            cover_sheet(document),
            contents_sheet(numbering, tables),
            notes_sheet(numbering, tables),
            *(table_sheet(table, name=numbering.sheets[table.name]) for table in tables),
            figures_sheet(document),
        ),
    )
