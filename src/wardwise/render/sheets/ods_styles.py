"""The styles that the cells of an ODS file use: display formats, widths, looks of text."""

from __future__ import annotations

from collections.abc import Iterable

from wardwise.render.sheets.model import Amount, Workbook
from wardwise.render.sheets.widths import column_widths
from wardwise.render.xml_text import xml_text


MM_PER_CHARACTER = 2.05
LEFT, RIGHT = 'fo:text-align="start"', 'fo:text-align="end"'
SHEET_STYLE = (
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default">'
    '<style:table-properties table:display="true"/></style:style>'
)

Formats = dict[str, tuple[Amount, str]]


def cell_styles(book: Workbook, formats: Formats) -> str:
    """Every automatic style of the file."""
    widths = sorted({width for sheet in book.sheets for width in column_widths(sheet)})
    numbers = (_number_styles(name, amount) for amount, name in formats.values())
    return SHEET_STYLE + "".join((*map(_column_style, widths), *numbers, *_text_styles()))


def display_formats(book: Workbook) -> Formats:
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


def _text_styles() -> Iterable[str]:
    bold, wrap = 'fo:font-weight="bold"', 'fo:wrap-option="wrap" style:vertical-align="top"'
    edge = 'fo:wrap-option="wrap" fo:border-bottom="0.5pt solid #0b0c0c"'
    yield _style("title", words=f'{bold} fo:font-size="15pt"')
    yield _style("line")
    yield _style("label", cell=wrap)
    # Words after a number stand off it
    yield _style("words", cell=wrap, place=f'{LEFT} fo:margin-left="2mm"')
    yield _style("shorthand", cell=wrap, place=RIGHT)
    yield _style("link", cell=wrap, words='fo:color="#12436d" style:text-underline-style="solid"')
    yield _style("head", cell=edge, words=bold)
    yield _style("head_words", cell=edge, words=bold, place=f'{LEFT} fo:margin-left="2mm"')
    yield _style("head_right", cell=edge, words=bold, place=RIGHT)


def _style(name: str, *, cell: str = "", words: str = "", place: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell" '
        f'style:parent-style-name="Default"><style:table-cell-properties {cell} '
        f'style:text-align-source="fix"/><style:paragraph-properties {place or LEFT}/>'
        f"<style:text-properties {words}/></style:style>"
    )
