"""Each block as Word paragraphs."""

from __future__ import annotations

import io
from functools import singledispatch
from typing import Any

from docx.shared import Mm, Pt

from wardwise.document.blocks import (
    Bullets,
    Finding,
    Headline,
    Note,
    Paragraph,
    Recommendation,
    Table,
)
from wardwise.document.pictures import Picture
from wardwise.document.text import Link, Strong, Text
from wardwise.render.basis import basis_lines
from wardwise.render.source_line import set_source
from wardwise.render.word.lists import new_list, put_in_list
from wardwise.render.word.looks import ACCENT
from wardwise.render.word.marks import add_bookmark, add_field, add_link
from wardwise.render.word.sheet import Sheet
from wardwise.render.word.tables import add_table
from wardwise.render.xml_text import writable


WIDEST_PICTURE, TALLEST_PICTURE = 160.0, 200.0  # millimetres
HANGING = Mm(52)
MM_PER_PIXEL = 25.4 / 96


def add_spans(paragraph: Any, text: Text, sheet: Sheet) -> None:
    """Words, strong words and links into a paragraph."""
    for span in text.spans:
        match span:
            case Link(text=words, anchor=anchor) if anchor in sheet.marks.names:
                add_link(paragraph, words, anchor, marks=sheet.marks)
            case Strong(text=words):
                paragraph.add_run(writable(words)).bold = True
            case str():
                paragraph.add_run(writable(span))
            case _:
                paragraph.add_run(writable(span.text))


@singledispatch
def add_block(block: object, _: Sheet) -> None:
    """Write one block at the end of the file."""
    raise TypeError(f"No way to write a {type(block).__name__} in Word.")


@add_block.register
def _(block: Paragraph, sheet: Sheet) -> None:
    style = "Lead" if block.lead else "Normal"
    add_spans(sheet.paragraph(style=style), block.text, sheet)


@add_block.register
def _(block: Bullets, sheet: Sheet) -> None:
    style = "List Number" if block.numbered else "List Bullet"
    numbered = new_list(sheet.word) if block.numbered else None
    for item in block.items:
        paragraph = sheet.paragraph(style=style)
        if numbered is not None:
            put_in_list(paragraph, numbered)
        add_spans(paragraph, item, sheet)


@add_block.register
def _(block: Note, sheet: Sheet) -> None:
    paragraph = sheet.paragraph(style="Note")
    paragraph.add_run(f"{block.kind}. ").bold = True
    add_spans(paragraph, block.text, sheet)


@add_block.register
def _(block: Headline, sheet: Sheet) -> None:
    for number, caption in block.items:
        paragraph = sheet.paragraph(style="Headline figure")
        # The caption hangs beside the number, however many lines it takes
        paragraph.paragraph_format.left_indent = HANGING
        paragraph.paragraph_format.first_line_indent = -HANGING
        large = paragraph.add_run(number.text)
        large.font.size, large.bold, large.font.color.rgb = Pt(26), True, ACCENT
        paragraph.add_run("\t")
        add_spans(paragraph, caption, sheet)


@add_block.register
def _(block: Table, sheet: Sheet) -> None:
    add_table(block, sheet, add_spans)


@add_block.register
def _(block: Finding, sheet: Sheet) -> None:
    claim = sheet.paragraph(style="Finding claim")
    add_spans(claim, block.claim, sheet)
    if block.finding_id not in sheet.bookmarks_made:
        add_bookmark(claim, block.finding_id, marks=sheet.marks)
        sheet.bookmarks_made.add(block.finding_id)
    rests_on = "; ".join(basis_lines(block.rests_on))
    parts = (
        ("Rests on", rests_on),
        ("How sure", block.sureness),
        ("What it might be instead", block.instead),
        ("What is missing", block.gap),
        ("Finding", block.finding_id),
    )
    for word, said in parts:
        paragraph = sheet.paragraph(style="Finding part")
        paragraph.add_run(f"{word}: ").bold = True
        paragraph.add_run(writable(said))
    paragraph.paragraph_format.keep_with_next = False
    paragraph.paragraph_format.space_after = Pt(12)


@add_block.register
def _(block: Recommendation, sheet: Sheet) -> None:
    paragraph = sheet.paragraph(style="Recommendation")
    paragraph.paragraph_format.keep_with_next = True
    label = paragraph.add_run(
        "Provisional recommendation" + (f" for {block.to}" if block.to else "")
    )
    label.bold, label.font.color.rgb = True, ACCENT
    paragraph.add_run(": ")
    add_spans(paragraph, block.text, sheet)
    rests = sheet.paragraph("Rests on ", style="Quiet")
    for n, name in enumerate(block.findings):
        rests.add_run(", " if n else "")
        if name in sheet.marks.names:
            add_link(rests, name, name, marks=sheet.marks)
        else:
            rests.add_run(name)


@add_block.register
def _(block: Picture, sheet: Sheet) -> None:
    caption = sheet.paragraph("Figure ", style="Caption")
    add_field(caption, "SEQ Figure \\* ARABIC", shown=str(sheet.numbering.pictures[block.name]))
    caption.add_run(writable(f". {block.title}"))
    sheet.paragraph(block.subtitle, style="Picture subtitle")
    _add_drawing(block, sheet)
    said = set_source(block.source)
    if block.table:
        sheet_name = sheet.numbering.sheets[block.table.name]
        said += f" The numbers are in sheet ‘{sheet_name}’ of the workbook."
    sheet.paragraph(said, style="Quiet")


def _add_drawing(block: Picture, sheet: Sheet) -> None:
    drawing = sheet.draw(block)
    width = min(WIDEST_PICTURE, drawing.width * MM_PER_PIXEL)
    width *= (
        min(1.0, TALLEST_PICTURE / (width * drawing.height / drawing.width)) * sheet.picture_scale
    )
    paragraph = sheet.paragraph()
    paragraph.paragraph_format.keep_with_next = True
    inline = paragraph.add_run().add_picture(io.BytesIO(drawing.png(2.0)), width=Mm(width))
    about = inline._inline.docPr
    about.set("descr", writable(block.alt))
    about.set("name", f"Figure {sheet.numbering.pictures[block.name]}")
