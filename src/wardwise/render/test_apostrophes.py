"""Straight marks never stand beside curly ones on paper; what is pointed at stays as it is."""

from __future__ import annotations

import pytest

from wardwise.document.blocks import Align, Column, Paragraph, Table
from wardwise.document.section import Document, Section
from wardwise.document.text import Link, Text, say
from wardwise.render.apostrophes import curly, curly_document


@pytest.mark.parametrize(
    ("straight", "printed"),
    [
        ("the force's", "the force’s"),
        ("residents' own", "residents’ own"),
        ("as far as '", "as far as ‘"),
        ("'.", "’."),
        ("'s ward", "’s ward"),
        ("'Perception'", "‘Perception’"),
        ("('one')", "(‘one’)"),
        ("already ‘curly’", "already ‘curly’"),
    ],
)
def test_marks(straight: str, printed: str) -> None:
    assert curly(straight) == printed


def test_words_are_printed_with_them_and_anchors_and_names_are_not() -> None:
    linked = Text(("see ", Link("Abbot's Quay", "abbot's-quay")))
    columns = (Column("Ward's name", Align.LEFT), Column("n"))
    table = Table("ward's", "The ward's own", columns, (("Abbot's Quay", say("it's 3")),))
    section = Section("What's here", "what's-here", (Paragraph(linked), table))
    paper = Document("assessment", "T", "P", "S", "2024", "OFFICIAL", "r", "who", (section,))
    (printed,) = curly_document(paper).sections
    assert (printed.title, printed.anchor) == ("What’s here", "what's-here")
    paragraph, made = printed.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.spans[1] == Link("Abbot’s Quay", "abbot's-quay")
    assert isinstance(made, Table)
    assert (made.name, made.caption) == ("ward's", "The ward’s own")
    assert made.columns[0].heading == "Ward’s name"
    assert [str(cell) for cell in made.rows[0]] == ["Abbot’s Quay", "it’s 3"]
