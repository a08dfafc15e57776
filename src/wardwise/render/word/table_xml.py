"""A table as WordprocessingML: python-docx's own cells would take a minute for a long one."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml.ns import nsdecls

from wardwise.document.blocks import Align, Table
from wardwise.render.symbols import text_of
from wardwise.render.widths import Fit
from wardwise.render.xml_text import xml_text


TWENTIETHS_PER_MM = 1440 / 25.4
RULE, INK, QUIET = "B1B4B6", "0B0C0C", "505A5F"


@dataclass(frozen=True)
class Dress:
    """How one row is dressed."""

    head: bool = False
    strong: bool = False
    rule: bool = False


def table_xml(table: Table, fit: Fit) -> str:
    """Header row repeated on each page, first column marked as headers, light rules."""
    widths = _widths(fit)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(table, fit, [column.heading for column in table.columns], Dress(head=True))
    body = "".join(
        _row(
            table,
            fit,
            [text_of(cell) for cell in row],
            Dress(strong=n in table.emphasis, rule=n in table.groups),
        )
        for n, row in enumerate(table.rows)
    )
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{xml_text(table.caption)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _widths(fit: Fit) -> list[int]:
    return [round(width * TWENTIETHS_PER_MM) for width in fit.widths]


def _row(table: Table, fit: Fit, cells: list[str], dress: Dress) -> str:
    repeated = "<w:tblHeader/>" if dress.head else ""
    inner = "".join(_cell(table, fit, n, dress, words) for n, words in enumerate(cells))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{inner}</w:tr>"


def _cell(table: Table, fit: Fit, n: int, dress: Dress, words: str) -> str:
    side = "right" if table.columns[n].align is Align.RIGHT else "left"
    quiet = table.columns[n].quiet and not dress.strong and not dress.head
    bold = "<w:b/>" if dress.strong or dress.head else ""
    half_points = round(fit.size * 2)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_widths(fit)[n]}" w:type="dxa"/>{_borders(dress)}'
        f'<w:vAlign w:val="{"bottom" if dress.head else "top"}"/></w:tcPr>'
        '<w:p><w:pPr><w:keepNext w:val="0"/><w:spacing w:before="30" w:after="30" w:line="240" '
        f'w:lineRule="auto"/><w:jc w:val="{side}"/></w:pPr><w:r><w:rPr>{bold}'
        f'<w:color w:val="{QUIET if quiet else INK}"/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/></w:rPr>'
        f'<w:t xml:space="preserve">{xml_text(words)}</w:t></w:r></w:p></w:tc>'
    )


def _borders(dress: Dress) -> str:
    if dress.head:
        line = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
    elif dress.rule:
        line = f'<w:top w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    else:
        return ""
    return f"<w:tcBorders>{line}</w:tcBorders>"
