"""Words and tables in one column, pictures in the other: columns of Word, not a table.

A screen reader reads one column after the other, as it reads a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run

from wardwise.document.pictures import Picture
from wardwise.document.section import Block
from wardwise.render.widths import PORTRAIT_MM
from wardwise.render.word.blocks import add_block
from wardwise.render.word.sheet import Sheet


WORDS_MM, GUTTER_MM = 86.0, 4.0
PICTURES_MM = PORTRAIT_MM - WORDS_MM - GUTTER_MM
TWIPS_TO_A_MM = 1440 / 25.4
# Smaller and closer than elsewhere, so that two places share a page
SIZES = {"Normal": Pt(9), "Caption": Pt(9.5), "Picture subtitle": Pt(8.5), "Quiet": Pt(7.5)}
CLOSE = Pt(3)


def add_side_by_side(blocks: Sequence[Block], sheet: Sheet) -> None:
    """Two columns for these blocks, and one again after them."""
    words: list[Block] = [block for block in blocks if not isinstance(block, Picture)]
    pictures: list[Block] = [block for block in blocks if isinstance(block, Picture)]
    _begin_columns(sheet.word, WORDS_MM, PICTURES_MM)
    first = len(sheet.word.paragraphs)
    sheet.room = WORDS_MM
    for block in words:
        add_block(block, sheet)
    sheet.word.paragraphs[-1].add_run().add_break(WD_BREAK.COLUMN)
    for block in pictures:
        add_block(block, sheet)
    sheet.room = PORTRAIT_MM
    for paragraph in sheet.word.paragraphs[first:]:
        _set_close(paragraph)
    _begin_columns(sheet.word)


def _set_close(paragraph: Any) -> None:
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = CLOSE
    for run in paragraph._p.iter(qn("w:r")):  # those of a field, its number, among them
        Run(run, paragraph).font.size = SIZES.get(paragraph.style.name, SIZES["Normal"])


def _begin_columns(word: Any, *widths: float) -> None:
    """From here on so many columns, in millimetres; the usual one where none are given."""
    columns = word.add_section(WD_SECTION.CONTINUOUS)._sectPr.find(qn("w:cols"))
    ends = word.paragraphs[-1].paragraph_format  # holds the end of the section and no words
    ends.space_before = ends.space_after = Pt(0)
    ends.line_spacing = Pt(1)
    columns.attrib.clear()
    for old in list(columns):
        columns.remove(old)
    for name, value in (("num", len(widths)), ("equalWidth", 0)) if widths else ():
        columns.set(qn(f"w:{name}"), str(value))
    for width in widths:
        column = OxmlElement("w:col")
        column.set(qn("w:w"), str(round(width * TWIPS_TO_A_MM)))
        column.set(qn("w:space"), str(round(GUTTER_MM * TWIPS_TO_A_MM)))
        columns.append(column)
