"""The cells of an ODS file."""

from __future__ import annotations

from wardwise.render.sheets.model import Amount, Sheet, SheetCell, SheetLink, Workbook, words_of
from wardwise.render.sheets.ods_parts import DECLARED, HEAD
from wardwise.render.sheets.widths import column_widths
from wardwise.render.xml_text import xml_text


MM_PER_CHARACTER = 2.05
SHEET_STYLE = (
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default">'
    '<style:table-properties table:display="true"/></style:style>'
)


def content_xml(book: Workbook) -> str:
    """Styles that the cells use, then every sheet, then the tables by name."""
    formats = _formats(book)
    widths = sorted({width for sheet in book.sheets for width in column_widths(sheet)})
    return "".join(
        (
            f'{HEAD}<office:document-content {DECLARED} office:version="1.3">',
            "<office:automatic-styles>",
            SHEET_STYLE,
            *(_column_style(width) for width in widths),
            *(_number_styles(name, amount) for amount, name in formats.values()),
            _text_styles(),
            "</office:automatic-styles><office:body><office:spreadsheet>",
            *(_sheet(sheet, formats) for sheet in book.sheets),
            "<table:database-ranges>",
            *(_range(sheet, n) for n, sheet in enumerate(book.sheets) if sheet.rows),
            "</table:database-ranges></office:spreadsheet></office:body>",
            "</office:document-content>",
        )
    )


Formats = dict[str, tuple[Amount, str]]


def _formats(book: Workbook) -> Formats:
    """Display format → an amount that has it, and the name of its style."""
    found: Formats = {}
    for sheet in book.sheets:
        for row in sheet.rows:
            for cell in row:
                if isinstance(cell, Amount) and cell.format not in found:
                    found[cell.format] = (cell, f"n{len(found) + 1}")
    return found


def _number_styles(name: str, amount: Amount) -> str:
    suffix = f"<number:text>{xml_text(amount.suffix)}</number:text>" if amount.suffix else ""
    return (
        f'<number:number-style style:name="{name}f"><number:number '
        f'number:decimal-places="{amount.places}" number:min-decimal-places="{amount.places}" '
        f'number:min-integer-digits="1" number:grouping="{str(amount.thousands).lower()}"/>'
        f'{suffix}</number:number-style><style:style style:name="{name}" '
        f'style:family="table-cell" style:parent-style-name="Default" '
        f'style:data-style-name="{name}f"><style:table-cell-properties '
        'style:vertical-align="top"/><style:paragraph-properties fo:text-align="end"/>'
        "</style:style>"
    )


def _column_style(width: int) -> str:
    return (
        f'<style:style style:name="w{width}" style:family="table-column">'
        "<style:table-column-properties "
        f'style:column-width="{width * MM_PER_CHARACTER:.1f}mm"/></style:style>'
    )


def _text_styles() -> str:
    def style(name: str, *, cell: str = "", words: str = "", side: str = "start") -> str:
        return (
            f'<style:style style:name="{name}" style:family="table-cell" '
            f'style:parent-style-name="Default"><style:table-cell-properties {cell}/>'
            f'<style:paragraph-properties fo:text-align="{side}"/>'
            f"<style:text-properties {words}/></style:style>"
        )

    bold, wrap = 'fo:font-weight="bold"', 'fo:wrap-option="wrap" style:vertical-align="top"'
    return (
        style("title", words=f'{bold} fo:font-size="15pt"')
        + style("line")
        + style("wrapped", cell=wrap)
        + style("short", side="end")
        + style("link", words='fo:color="#12436d" style:text-underline-style="solid"')
        + style(
            "head",
            cell='fo:wrap-option="wrap" style:vertical-align="bottom" '
            'fo:border-bottom="0.5pt solid #0b0c0c"',
            words=bold,
        )
    )


def _sheet(sheet: Sheet, formats: Formats) -> str:
    line = "line" if sheet.header else "wrapped"
    columns = "".join(
        f'<table:table-column table:style-name="w{width}" table:default-cell-style-name="Default"/>'
        for width in column_widths(sheet)
    )
    above = [_text(sheet.title, "title"), *(_text(words, line) for words in sheet.lines)]
    rows = [f"<table:table-row>{cell}</table:table-row>" for cell in above]
    if sheet.header:
        head = "".join(_text(heading, "head") for heading in sheet.header)
        rows.append(f"<table:table-row>{head}</table:table-row>")
    for row in sheet.rows:
        cells = "".join(_cell(cell, formats) for cell in row)
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


def _cell(cell: SheetCell, formats: Formats) -> str:
    match cell:
        case Amount():
            return (
                f'<table:table-cell table:style-name="{formats[cell.format][1]}" '
                f'office:value-type="float" office:value="{cell.value!r}">'
                f"<text:p>{xml_text(words_of(cell))}</text:p></table:table-cell>"
            )
        case SheetLink(text=text, sheet=sheet):
            return (
                '<table:table-cell table:style-name="link" office:value-type="string"><text:p>'
                f'<text:a xlink:type="simple" xlink:href="#{xml_text(sheet)}.A1">'
                f"{xml_text(text)}</text:a></text:p></table:table-cell>"
            )
        case str():
            shorthand = len(cell) == 3 and cell[0] + cell[2] == "[]"
            return _text(cell, "short" if shorthand else "wrapped")


def _range(sheet: Sheet, n: int) -> str:
    """The table by name, as a range with a header row."""
    first, last = sheet.header_row + 1, sheet.header_row + 1 + len(sheet.rows)
    name = xml_text("'" + sheet.name.replace("'", "''") + "'")
    address = f"{name}.A{first}:{name}.{_letters(len(sheet.header))}{last}"
    return (
        f'<table:database-range table:name="Table_{n}" table:target-range-address="{address}" '
        'table:contains-header="true" table:display-filter-buttons="false"/>'
    )


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
