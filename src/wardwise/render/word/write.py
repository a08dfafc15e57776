"""A document to a Word file that a council can edit."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from wardwise.document.section import Document, Section
from wardwise.render.apostrophes import curly_document
from wardwise.render.dated import dated
from wardwise.render.drawing import Draw
from wardwise.render.numbering import numbered
from wardwise.render.on_paper import on_paper
from wardwise.render.word.blocks import add_block
from wardwise.render.word.front import add_contents, add_cover, add_masthead
from wardwise.render.word.marks import add_heading, marks_of
from wardwise.render.word.page import lay_out
from wardwise.render.word.sheet import Sheet
from wardwise.render.word.side_by_side import add_side_by_side
from wardwise.render.word.styles import set_styles
from wardwise.render.xml_text import repacked


DEEPEST_HEADING = 6
HALF_PAGE = 0.85  # of the size of a picture, so that two sections kept whole share a page


def write_docx(document: Document, path: Path, *, draw: Draw) -> None:
    """Write the paper. The same document gives the same bytes: no clock goes in."""
    document = curly_document(on_paper(document))
    word = docx.Document()
    set_styles(word, language=document.language)
    _say_whose(word, document)
    lay_out(word.sections[0], document, landscape=False)
    sheet = Sheet(word, document, draw, numbered(document), marks_of(document))
    if document.kind == "summary":
        add_masthead(word, document)
    else:
        add_cover(word, document)
        add_contents(word, document, sheet.marks)
    sheet.fresh_page = True
    for section in document.sections:
        _add_section(sheet, section, level=1)
    written = io.BytesIO()
    word.save(written)
    path.write_bytes(repacked(written.getvalue()))


def _add_section(sheet: Sheet, section: Section, *, level: int) -> None:
    before = len(sheet.word.element.body)
    heading = add_heading(sheet.word, section, level=min(level, DEEPEST_HEADING), marks=sheet.marks)
    heading.paragraph_format.page_break_before = section.new_page and not sheet.fresh_page
    sheet.fresh_page = False
    sheet.picture_scale = HALF_PAGE if section.together else 1.0
    if section.side_by_side:
        add_side_by_side(section.blocks, sheet)
    else:
        for block in section.blocks:
            add_block(block, sheet)
    for n, below in enumerate(section.sections):
        # Two that stand side by side share a page: the third begins the next
        turns = below.side_by_side and n > 0 and n % 2 == 0
        _add_section(sheet, replace(below, new_page=below.new_page or turns), level=level + 1)
    if section.together and not section.side_by_side:
        _keep_whole(sheet.word.element.body, first=before - 1)


def _keep_whole(body: Any, *, first: int) -> None:
    """Tie each paragraph to the next; Word lets go where they need more than a page."""
    paragraphs = [p for element in body[first:] for p in element.iter(qn("w:p"))]
    for paragraph in paragraphs[:-1]:
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _say_whose(word: Any, document: Document) -> None:
    about = word.core_properties
    about.title = f"{document.title} – {document.partnership}"
    about.author = about.last_modified_by = document.prepared_by
    about.subject = document.subtitle
    about.keywords, about.comments = document.marking, f"Run {document.run}"
    about.language = document.language
    about.created = about.modified = dated(document)
    about.revision = 1
