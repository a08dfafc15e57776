"""The words: two halves, each with its answer or with what it needs."""

from __future__ import annotations

from wardwise.chapters.outcomes_and_searches.findings import OutcomesAndSearches
from wardwise.chapters.outcomes_and_searches.outcome_words import outcome_blocks
from wardwise.chapters.outcomes_and_searches.published import published_blocks
from wardwise.chapters.outcomes_and_searches.search_words import search_blocks
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import say
from wardwise.domain.evidence import NotHeld


TITLE, ANCHOR = "Outcomes, and stop and search", "outcomes-and-searches"


def write(found: OutcomesAndSearches) -> Section:
    """Outcomes, then stop and search on a page of its own where there is something to show."""
    if isinstance(found.outcomes, NotHeld) and isinstance(found.searches, NotHeld):
        force = published_blocks(found.published) if found.published else ()
        blocks = (*_neither(found.outcomes, found.searches), *force)
        return Section(TITLE, ANCHOR, blocks, together=True)
    return Section(
        title=TITLE,
        anchor=ANCHOR,
        new_page=True,
        sections=(
            Section("What became of offences", "outcomes", outcome_blocks(found)),
            Section(
                "Stop and search",
                "stop-and-search",
                search_blocks(found),
                new_page=not isinstance(found.searches, NotHeld),
            ),
        ),
    )


def _neither(outcomes: NotHeld, searches: NotHeld) -> tuple[Block, ...]:
    """Both halves in a few lines: what each needs, from whom, and what it would give."""
    return (
        Paragraph(
            say("Not known: how offences ended, and who was stopped and searched."), lead=True
        ),
        Note(
            NoteKind.MISSING,
            say(
                "The first needs {outcomes}, from {whom}: it would give the share charged by "
                "offence. The second needs {searches}, from {holder}: it would give rates by "
                "ethnic group against the Census, and what was found.",
                outcomes=outcomes.what,
                whom=outcomes.from_whom,
                searches=searches.what,
                holder=searches.from_whom,
            ),
        ),
    )
