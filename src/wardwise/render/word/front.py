"""Cover, contents, and the head of a summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from wardwise.document.section import Document, Section
from wardwise.render.word.marks import Marks, add_link


DEPTH = 2  # of headings in the contents


def add_cover(word: Any, document: Document) -> None:
    """The first page."""
    word.add_paragraph(document.partnership, style="Cover partnership")
    word.add_paragraph(document.title, style="Title")
    word.add_paragraph(document.subtitle, style="Subtitle")
    word.add_paragraph(document.period, style="Cover period")
    last = word.add_paragraph(style="Quiet")
    last.add_run(f"Prepared by {document.prepared_by}. Run {document.run}.")
    last.add_run().add_break(WD_BREAK.PAGE)


def add_masthead(word: Any, document: Document) -> None:
    """The head of a short paper."""
    word.add_paragraph(f"{document.partnership} · {document.period}", style="Quiet")
    word.add_paragraph(document.title, style="Title")
    word.add_paragraph(document.subtitle, style="Subtitle")


def add_contents(word: Any, document: Document, marks: Marks) -> None:
    """A table of contents: links now, and page numbers once Word updates the field."""
    word.add_paragraph("Contents", style="Cover contents")
    entries = list(_entries(document))
    paragraphs = []
    for level, section in entries:
        entry = word.add_paragraph(style="Normal")
        entry.paragraph_format.left_indent = Mm(6 * (level - 1))
        entry.paragraph_format.space_after = 0
        add_link(entry, section.title, section.anchor, marks=marks)
        paragraphs.append(entry)
    if paragraphs:
        _wrap_in_field(paragraphs, f'TOC \\o "1-{DEPTH}" \\h \\z \\u')
        paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def _entries(document: Document) -> Iterator[tuple[int, Section]]:
    for section in document.sections:
        yield 1, section
        for below in section.sections:
            yield 2, below


def _wrap_in_field(paragraphs: list[Any], instruction: str) -> None:
    def run(inner: str) -> Any:
        return parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>")

    first, last = paragraphs[0]._p, paragraphs[-1]._p
    opening = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    )
    at = 1 if first.pPr is not None else 0
    for n, inner in enumerate(opening):
        first.insert(at + n, run(inner))
    last.append(run('<w:fldChar w:fldCharType="end"/>'))
