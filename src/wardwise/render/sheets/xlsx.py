"""The workbook as XLSX, with real table objects."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import xlsxwriter

from wardwise.document.section import Document
from wardwise.render.dated import dated
from wardwise.render.sheets.build import workbook
from wardwise.render.sheets.model import Amount, Sheet, SheetCell, SheetLink, Workbook
from wardwise.render.sheets.widths import column_widths, lines_needed, numeric_columns
from wardwise.render.symbols import is_symbol


# Text stays text: nothing in a partner's file may become a formula or a link
AS_GIVEN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LINE_POINTS = 15
TABLE_STYLE = "Table Style Light 1"
FONT = {"font_name": "Arial", "font_size": 11}


def write_xlsx(document: Document, path: Path) -> None:
    """Write the workbook. The same document gives the same bytes."""
    book = workbook(document)
    target = io.BytesIO()
    writer = xlsxwriter.Workbook(target, {"in_memory": True, **AS_GIVEN})
    writer.set_properties({"title": book.title, "author": book.author, "created": dated(document)})
    formats = _Formats(writer)
    for n, sheet in enumerate(book.sheets):
        page = writer.add_worksheet(sheet.name)
        _write_page(page, sheet, formats)
        _set_print(page, book)
        if sheet.header:
            _write_header(page, sheet, formats, number=n)
    writer.close()
    path.write_bytes(target.getvalue())


class _Formats:
    """One format object for each look: the file would grow with every cell otherwise."""

    def __init__(self, writer: Any) -> None:
        self._writer = writer
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._writer.add_format({**FONT, **look})
        return self._made[key]


def _write_page(page: Any, sheet: Sheet, formats: _Formats) -> None:
    page.write_string(0, 0, sheet.title, formats(bold=True, font_size=15))
    for row, line in enumerate(sheet.lines, start=1):
        page.write_string(row, 0, line, formats(text_wrap=not sheet.header, valign="top"))
    widths = column_widths(sheet)
    for column, width in enumerate(widths):
        page.set_column(column, column, width, formats())
    for row, cells in enumerate((sheet.header, *sheet.rows), start=sheet.header_row):
        lines = lines_needed(cells, widths) if cells else 1
        if lines > 1:
            page.set_row(row, lines * LINE_POINTS)
    for row, cells in enumerate(sheet.rows, start=sheet.header_row + 1):
        for column, cell in enumerate(cells):
            _write_cell(page, (row, column), cell, formats)


def _write_cell(page: Any, at: tuple[int, int], cell: SheetCell, formats: _Formats) -> None:
    match cell:
        case Amount():
            look = formats(num_format=cell.format, align="right", valign="top")
            page.write_number(*at, cell.value, look)
        case SheetLink(text=text, sheet=sheet):
            look = formats(font_color="#12436D", underline=1, valign="top")
            page.write_url(*at, f"internal:'{sheet}'!A1", look, text)
        case str():
            look = formats(text_wrap=True, valign="top", **_placed(at[1], is_symbol(cell)))
            page.write_string(*at, cell, look)


def _placed(column: int, to_the_right: bool) -> dict[str, Any]:
    """Words stand off the number before them."""
    if to_the_right:
        return {"align": "right"}
    return {"align": "left", "indent": min(column, 1)}


def _write_header(page: Any, sheet: Sheet, formats: _Formats, *, number: int) -> None:
    dress = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1}
    columns = []
    for at, right in enumerate(numeric_columns(sheet)):
        look = formats(**dress, **_placed(at, right))
        page.write_string(sheet.header_row, at, sheet.header[at], look)
        columns.append({"header": sheet.header[at], "header_format": look})
    if sheet.rows:  # a table object needs a row
        _mark_table(page, sheet, columns, name=f"Table_{number}")


def _mark_table(page: Any, sheet: Sheet, columns: list[dict[str, Any]], *, name: str) -> None:
    corners = (sheet.header_row, 0, sheet.header_row + len(sheet.rows), len(sheet.header) - 1)
    table = {
        "name": name,
        "description": sheet.title,
        "style": TABLE_STYLE,
        "banded_rows": False,
        "autofilter": False,
        "columns": columns,
    }
    page.add_table(*corners, table)


def _set_print(page: Any, book: Workbook) -> None:
    marking = book.marking.replace("&", "&&")
    page.set_paper(9)  # A4
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_header(f"&C&B{marking}")
    page.set_footer(f"&C&B{marking}&R&P of &N")
