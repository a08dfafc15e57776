"""A table as WordprocessingML: python-docx's own cells would take a minute for a long one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docx.oxml.ns import nsdecls

from wardwise.document.blocks import Align, Cell, Table
from wardwise.document.text import Link, Span, Strong, Text
from wardwise.render.symbols import text_of
from wardwise.render.widths import Fit
from wardwise.render.xml_text import xml_text


TWENTIETHS_PER_MM = 1440 / 25.4
AIR, AIR_BETWEEN_SENTENCES = 30, 70  # above and below a cell, in twentieths of a point
SHORT = 24  # rows
RULE, INK, QUIET = "B1B4B6", "0B0C0C", "505A5F"


@dataclass(frozen=True)
class Dress:
    """How one row is dressed."""

    head: bool = False
    strong: bool = False
    rule: bool = False


@dataclass(frozen=True)
class TableXml:
    """Header row repeated on each page, first column marked as headers, light rules."""

    table: Table
    fit: Fit
    bookmarks: Mapping[str, str]  # anchor → bookmark, for links in cells

    def __str__(self) -> str:
        widths, white = self.widths, round(self.fit.gap / 2 * TWENTIETHS_PER_MM)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
            '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:left w:w="{white}" w:type="dxa"/><w:right w:w="{white}" w:type="dxa"/>'
            '</w:tblCellMar><w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" '
            'w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{xml_text(self.table.caption)}"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{''.join(self._rows())}</w:tbl>"
        )

    @property
    def widths(self) -> list[int]:
        """Unit: twentieths of a point. Shape: columns."""
        return [round(width * TWENTIETHS_PER_MM) for width in self.fit.widths]

    @property
    def stays_whole(self) -> bool:
        """A short table keeps to one page, with what stands beneath it."""
        return len(self.table.rows) <= SHORT and not self.fit.wraps

    def _rows(self) -> Iterator[str]:
        yield self._row([column.heading for column in self.table.columns], Dress(head=True))
        for n, row in enumerate(self.table.rows):
            dress = Dress(strong=n in self.table.emphasis, rule=n in self.table.groups)
            yield self._row(row, dress)

    def _row(self, cells: Sequence[Cell], dress: Dress) -> str:
        repeated = "<w:tblHeader/>" if dress.head else ""
        inner = "".join(self._cell(n, cell, dress) for n, cell in enumerate(cells))
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{inner}</w:tr>"

    def _cell(self, n: int, cell: Cell, dress: Dress) -> str:
        column = self.table.columns[n]
        side = "right" if column.align is Align.RIGHT else "left"
        air = AIR_BETWEEN_SENTENCES if self.fit.wraps else AIR
        quiet = column.quiet and not dress.strong and not dress.head
        spans = cell.spans if isinstance(cell, Text) else (text_of(cell),)
        tied = "<w:keepNext/>" if self.stays_whole or dress.head else ""
        runs = "".join(self._run(span, dress=dress, quiet=quiet) for span in spans)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{self.widths[n]}" w:type="dxa"/>{_borders(dress)}'
            f'<w:vAlign w:val="{"bottom" if dress.head else "top"}"/></w:tcPr><w:p><w:pPr>{tied}'
            f'<w:spacing w:before="{air}" w:after="{air}" w:line="240" w:lineRule="auto"/>'
            f'<w:jc w:val="{side}"/></w:pPr>{runs}</w:p></w:tc>'
        )

    def _run(self, span: Span, *, dress: Dress, quiet: bool) -> str:
        words = span if isinstance(span, str) else span.text
        bookmark = self.bookmarks.get(span.anchor) if isinstance(span, Link) else None
        bold = "<w:b/>" if dress.strong or dress.head or isinstance(span, Strong) else ""
        style = '<w:rStyle w:val="Hyperlink"/>' if bookmark else ""
        colour = "" if bookmark else f'<w:color w:val="{QUIET if quiet else INK}"/>'
        size = round(self.fit.size * 2)  # half points
        run = (
            f'<w:r><w:rPr>{style}{bold}{colour}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            f'</w:rPr><w:t xml:space="preserve">{xml_text(words)}</w:t></w:r>'
        )
        return f'<w:hyperlink w:anchor="{bookmark}">{run}</w:hyperlink>' if bookmark else run


def _borders(dress: Dress) -> str:
    if dress.head:
        line = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
    elif dress.rule:
        line = f'<w:top w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    else:
        return ""
    return f"<w:tcBorders>{line}</w:tcBorders>"
