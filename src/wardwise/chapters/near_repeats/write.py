"""The words: the answer, the grids, one line an offence, and what was left out."""

from __future__ import annotations

from wardwise.chapters.near_repeats.findings import NearRepeatFindings
from wardwise.chapters.near_repeats.tables import grids_picture, offences_table
from wardwise.chapters.near_repeats.words import action, answer, caution, method, rest_words
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Section


def write(found: NearRepeatFindings) -> Section:
    """One page."""
    more = [text for text in (rest_words(found), action(found)) if text is not None]
    return Section(
        title="Near repeats",
        anchor="near-repeats",
        new_page=True,
        opening_together=True,
        blocks=(
            Paragraph(answer(found), lead=True),
            *(Paragraph(text) for text in more),
            grids_picture(found),
            offences_table(found),
            Note(NoteKind.ALTERNATIVE, caution()),
            Note(NoteKind.METHOD, method(found)),
        ),
    )
