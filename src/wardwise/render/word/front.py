"""Cover, contents, and the head of a summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from wardwise.document.section import Document, Section
from wardwise.render.widths import PORTRAIT_MM
from wardwise.render.word.marks import Marks, add_field, add_link


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
    """A table of contents: links, each with the number of the page that it leads to."""
    word.add_paragraph("Contents", style="Cover contents")
    entries = list(_entries(document))
    paragraphs = []
    for level, section in entries:
        entry = word.add_paragraph(style="Normal")
        entry.paragraph_format.left_indent = Mm(6 * (level - 1))
        entry.paragraph_format.space_after = 0
        entry.paragraph_format.tab_stops.add_tab_stop(
            Mm(PORTRAIT_MM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.SPACES
        )
        add_link(entry, section.title, section.anchor, marks=marks)
        entry.add_run("\t")
        add_field(entry, f"PAGEREF {marks.names[section.anchor]} \\h", shown="–")
        paragraphs.append(entry)
    if paragraphs:
        paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    _ask_for_numbers(word.settings.element)


def _entries(document: Document) -> Iterator[tuple[int, Section]]:
    for section in document.sections:
        yield 1, section
        for below in section.sections:
            yield 2, below


def _ask_for_numbers(settings: Any) -> None:
    """Word works the page numbers out when it opens the file; others do so unasked."""
    asks = parse_xml(f'<w:updateFields {nsdecls("w")} w:val="true"/>')
    settings.insert(list(settings).index(settings.find(qn("w:compat"))), asks)
