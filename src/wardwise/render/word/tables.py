"""Tables in Word: a header row that repeats, rows that do not split, light rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml

from wardwise.document.blocks import Table
from wardwise.document.text import Text
from wardwise.render.on_paper import told_elsewhere
from wardwise.render.source_line import set_source
from wardwise.render.symbols import legend
from wardwise.render.widths import fitted
from wardwise.render.word.marks import add_field
from wardwise.render.word.page import lay_out
from wardwise.render.word.sheet import Sheet
from wardwise.render.word.table_xml import TableXml
from wardwise.render.xml_text import writable


WIDER = 1.16  # Arial Bold against Source Sans 3 Semibold, at its worst

AddSpans = Callable[[Any, Text, Sheet], None]


def add_table(table: Table, sheet: Sheet, add_spans: AddSpans) -> None:
    """Caption, table and what stands beneath; only a line for a table that is too long."""
    where = sheet.numbering.sheets[table.name]
    if table.appendix:
        sheet.paragraph(told_elsewhere(table, where), style="Quiet")
        return
    fit = fitted(table, wider=WIDER, room=sheet.room)
    if fit.landscape:
        _turn(sheet, landscape=True)
    caption = sheet.paragraph("Table ", style="Caption")
    add_field(caption, "SEQ Table \\* ARABIC", shown=str(sheet.numbering.tables[table.name]))
    caption.add_run(writable(f". {table.caption}"))
    _append(sheet.word, parse_xml(str(TableXml(table, fit, sheet.marks.names))))
    _add_beneath(table, sheet, add_spans)
    if fit.landscape:
        _turn(sheet, landscape=False)


def _turn(sheet: Sheet, *, landscape: bool) -> None:
    section = sheet.word.add_section(WD_SECTION.NEW_PAGE)
    lay_out(section, sheet.document, landscape=landscape)
    sheet.fresh_page = not landscape


def _append(word: Any, element: Any) -> None:
    word.element.body.insert_element_before(element, "w:sectPr")


def _add_beneath(table: Table, sheet: Sheet, add_spans: AddSpans) -> None:
    for note in table.notes:
        add_spans(sheet.paragraph(style="Quiet"), note, sheet)
    lines = []
    if legend(table):
        lines.append(". ".join(legend(table)) + ".")
    if table.source:
        lines.append(set_source(table.source))
    for line in lines or [""]:
        sheet.paragraph(line, style="Quiet")
