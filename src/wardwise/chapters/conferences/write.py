"""The words: what the conferences on domestic abuse heard, in one section."""

from __future__ import annotations

from wardwise.chapters.conferences.conference_words import conference_blocks
from wardwise.chapters.conferences.findings import ConferenceFindings
from wardwise.document.section import Block, Section
from wardwise.figures.not_held import needs_paragraph, words_not_used


def write(found: ConferenceFindings) -> Section:
    """The answer first; or in a sentence what it needs."""
    return Section(
        title="Domestic abuse conferences",
        anchor="conferences",
        new_page=True,
        blocks=(*_told(found), *words_not_used(found.unknown)),
    )


def _told(found: ConferenceFindings) -> tuple[Block, ...]:
    if found.conferences:
        return conference_blocks(found.conferences, found.area)
    return (
        needs_paragraph(
            about="how many cases of domestic abuse a conference hears, and how many come back",
            what="the quarterly return of the conferences",
            whom="their coordinator",
        ),
    )
