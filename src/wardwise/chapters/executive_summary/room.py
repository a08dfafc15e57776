"""How many findings the page has room for: it is one page, whatever the names and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from wardwise.document.blocks import Headline, Note, Paragraph, Table
from wardwise.document.section import Block
from wardwise.document.text import Text
from wardwise.domain.finding import KeyFinding


PAGE = 57.0
"""Lines of body text that the summary's sheet holds, its heads and headings taken off below."""

SLACK = 2.0
"""Lines that the guess has been too narrow by, at least, on every paper measured."""

FIRST = 2

ACROSS = {"title": 48, "lead": 60, "body": 74, "note": 84, "clause": 64, "name": 18}
"""Characters that surely fit a line of each size, measured on the PDF with room to spare."""

HEADINGS, HEADLINE, TABLE_HEAD, BULLETS = 4.8, 5.2, 4.8, 1.8


def room_for(findings: Sequence[KeyFinding], *, title: str, beside: Sequence[Block]) -> int:
    """How many of the findings fit with the other blocks of the page.

    Lines are counted as they would break, with a narrow guess for each size of letter. The
    first two findings, changes and what partners add, may use up what the guess is too narrow by.
    """
    left = PAGE - HEADINGS - 2.4 * _lines(title, "title") - sum(map(_height, beside)) - BULLETS
    for n, finding in enumerate(findings):
        left -= 0.3 + 1.03 * _lines(finding.claim, "body")
        if left < (0.0 if n >= FIRST else -SLACK):
            return n
    return len(findings)


def _height(block: Block) -> float:
    match block:
        case Paragraph(text=text, lead=True):
            return 0.8 + 1.4 * _lines(text, "lead")
        case Paragraph(text=text):
            return 0.8 + 1.03 * _lines(text, "body")
        case Note(text=text):
            return 0.9 + 0.82 * _lines(str(text) + "How far to trust it.", "note")
        case Headline():
            return HEADLINE
        case Table(rows=rows, notes=notes):
            told = sum(0.85 * _lines(note, "note") + 0.2 for note in notes)
            return TABLE_HEAD + told + sum(_row(row) for row in rows)
        case _:
            return 0.0


def _row(row: Sequence[object]) -> float:
    name, clause, _ = (str(cell) for cell in row)
    return 0.6 + 0.76 * max(_lines(name, "name"), _lines(clause, "clause"))


def _lines(text: Text | str, size: str) -> int:
    return max(1, ceil(len(str(text)) / ACROSS[size]))
