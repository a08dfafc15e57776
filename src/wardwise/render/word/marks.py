"""Headings, bookmarks and the links that lead to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from wardwise.document.blocks import Finding
from wardwise.document.section import Document, Section
from wardwise.render.xml_text import writable, xml_text


LONGEST_BOOKMARK = 40


@dataclass(frozen=True)
class Marks:
    """Anchor of a section, or id of a finding → name of its bookmark, which Word keeps short."""

    names: Mapping[str, str]
    numbers: Mapping[str, int]


def marks_of(document: Document) -> Marks:
    """A bookmark for every section and every finding."""
    wanted: dict[str, None] = {}
    for section in document.walk():
        wanted[section.anchor] = None
        for block in section.blocks:
            if isinstance(block, Finding):
                wanted[block.finding_id] = None
    names = {
        anchor: f"m{n:04d}_{re.sub('[^A-Za-z0-9]', '_', anchor)}"[:LONGEST_BOOKMARK]
        for n, anchor in enumerate(wanted, start=1)
    }
    return Marks(names, {anchor: n for n, anchor in enumerate(wanted, start=1)})


def add_bookmark(paragraph: Any, anchor: str, *, marks: Marks) -> None:
    """Put the bookmark around what the paragraph holds by now."""
    number, name = marks.numbers[anchor], marks.names[anchor]
    start = f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>'
    end = f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'
    first = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(first, parse_xml(start))
    paragraph._p.append(parse_xml(end))


def add_link(paragraph: Any, words: str, anchor: str, *, marks: Marks) -> None:
    """Words that lead to a bookmark."""
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w")} w:anchor="{marks.names[anchor]}" w:history="1">'
            '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
            f'<w:t xml:space="preserve">{xml_text(words)}</w:t></w:r></w:hyperlink>'
        )
    )


def add_field(paragraph: Any, instruction: str, *, shown: str) -> None:
    """A field that Word works out, with what to show until it has."""
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" {xml_text(instruction)} ">'
            f"<w:r><w:t>{xml_text(shown)}</w:t></w:r></w:fldSimple>"
        )
    )


def add_heading(word: Any, section: Section, *, level: int, marks: Marks) -> Any:
    """A real heading, with its bookmark."""
    heading = word.add_paragraph(writable(section.title), style=f"Heading {level}")
    add_bookmark(heading, section.anchor, marks=marks)
    return heading
