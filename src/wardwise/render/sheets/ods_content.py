"""The sheets of an ODS file, cell by cell."""

from __future__ import annotations

from wardwise.render.sheets.model import Amount, Sheet, SheetCell, SheetLink, Workbook, words_of
from wardwise.render.sheets.ods_parts import DECLARED, HEAD
from wardwise.render.sheets.ods_styles import Formats, cell_styles, display_formats
from wardwise.render.sheets.widths import column_widths, numeric_columns
from wardwise.render.symbols import is_symbol
from wardwise.render.xml_text import xml_text


def content_xml(book: Workbook) -> str:
    """Styles, then every sheet, then the tables by name."""
    formats = display_formats(book)
    ranges = (_range(sheet, n) for n, sheet in enumerate(book.sheets) if sheet.rows)
    return "".join(
        (
            f'{HEAD}<office:document-content {DECLARED} office:version="1.3">',
            f"<office:automatic-styles>{cell_styles(book, formats)}</office:automatic-styles>",
            "<office:body><office:spreadsheet>",
            *(_sheet(sheet, formats) for sheet in book.sheets),
            f"<table:database-ranges>{''.join(ranges)}</table:database-ranges>",
            "</office:spreadsheet></office:body></office:document-content>",
        )
    )


def _sheet(sheet: Sheet, formats: Formats) -> str:
    line = "line" if sheet.header else "label"
    columns = "".join(
        f'<table:table-column table:style-name="w{width}" table:default-cell-style-name="Default"/>'
        for width in column_widths(sheet)
    )
    above = [_text(sheet.title, "title"), *(_text(words, line) for words in sheet.lines)]
    rows = [f"<table:table-row>{cell}</table:table-row>" for cell in above]
    if sheet.header:
        looks = ["head_right" if right else "head_words" for right in numeric_columns(sheet)]
        head = "".join(map(_text, sheet.header, ["head", *looks[1:]]))
        rows.append(f"<table:table-row>{head}</table:table-row>")
    for row in sheet.rows:
        cells = "".join(_cell(cell, formats, first=n == 0) for n, cell in enumerate(row))
        rows.append(f"<table:table-row>{cells}</table:table-row>")
    return (
        f'<table:table table:name="{xml_text(sheet.name)}" table:style-name="sheet">'
        f"{columns}{''.join(rows)}</table:table>"
    )


def _text(words: str, style: str) -> str:
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">'
        f"<text:p>{xml_text(words)}</text:p></table:table-cell>"
    )


def _cell(cell: SheetCell, formats: Formats, *, first: bool) -> str:
    match cell:
        case Amount():
            return (
                f'<table:table-cell table:style-name="{formats[cell.format][1]}" '
                f'office:value-type="float" office:value="{float(cell.value)!r}">'
                f"<text:p>{xml_text(words_of(cell))}</text:p></table:table-cell>"
            )
        case SheetLink(text=text, sheet=sheet):
            return (
                '<table:table-cell table:style-name="link" office:value-type="string"><text:p>'
                f'<text:a xlink:type="simple" xlink:href="#{_quoted(sheet)}.A1">'
                f"{xml_text(text)}</text:a></text:p></table:table-cell>"
            )
        case str():
            return _text(cell, "shorthand" if is_symbol(cell) else "label" if first else "words")


def _range(sheet: Sheet, n: int) -> str:
    """The table by name, as a range with a header row."""
    first, last = sheet.header_row + 1, sheet.header_row + 1 + len(sheet.rows)
    name, end = _quoted(sheet.name), _letters(len(sheet.header))
    address = f"{name}.A{first}:{name}.{end}{last}"
    return (
        f'<table:database-range table:name="Table_{n}" table:target-range-address="{address}" '
        'table:contains-header="true" table:display-filter-buttons="false"/>'
    )


def _quoted(name: str) -> str:
    return xml_text("'" + name.replace("'", "''") + "'")


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
