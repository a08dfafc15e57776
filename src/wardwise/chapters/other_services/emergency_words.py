"""The words on assaults seen at the emergency department, beside what the police recorded."""

from __future__ import annotations

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.circumstances_words import described_blocks
from wardwise.chapters.other_services.findings import Emergency
from wardwise.chapters.other_services.police_words import beside
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import during
from wardwise.document.section import Block
from wardwise.document.text import Text, say
from wardwise.document.words import between, whole
from wardwise.domain.nothing import NotKnown
from wardwise.figures.hour_blocks import hours_picture
from wardwise.figures.hour_words import hour_words


INSTEAD = (
    "More attendances can mean that more of the people who are hurt come to this department, or "
    "that its staff ask more of them how it came about. Neither is more violence."
)
MISSING = (
    "Whether the police were told: the department does not say. People who came to no hospital, or "
    "to one whose records are not supplied, are in neither count."
)


def emergency_blocks(found: Emergency) -> tuple[Block, ...]:
    """The answer, the police beside it, the hours, then where, how, by whom and who was hurt."""
    return (
        Paragraph(answer(found), lead=True),
        *([Paragraph(beside(found, found.police))] if found.police else []),
        *_hours(found),
        *described_blocks(found),
        Note(NoteKind.ALTERNATIVE, say(INSTEAD)),
        Note(NoteKind.MISSING, say(MISSING)),
    )


def answer(found: Emergency) -> Text:
    """How many, and what the test allows to be said of the change."""
    count = found.service.count
    return say(
        "The emergency department treated {n} people after an assault {period} (95% interval "
        "{range}). The number {changed}.",
        n=whole(count),
        period=during(count.period),
        range=between(count),
        changed=how_changed(found.service),
    )


def _hours(found: Emergency) -> tuple[Block, ...]:
    if isinstance(found.hours, NotKnown):
        return ()
    picture = hours_picture(
        found.hours,
        found.service.count,
        name="ed-hours",
        what=found.service.plural,
        of=found.service.selected.name,
    )
    return Paragraph(hour_words(found.service.plural, found.hours)), picture
