"""Admissions and ambulance calls by quarter: the answer, a picture of each, one table."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.quarter_pictures import quarters_picture
from wardwise.chapters.other_services.quarter_table import quarters_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import during, listed, verdict_of
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import whole
from wardwise.domain.verdict import Verdict
from wardwise.figures.service_months import is_rare
from wardwise.figures.services import Service


INSTEAD = (
    "An admission is coded on the ward, and a call by what the caller said: another way of coding "
    "moves both. Fewer admissions can mean fewer beds, and not fewer injuries."
)
MISSING = (
    "One person may be a call, a patient and an admission: the counts are never added. Abuse that "
    "nobody named is in no count of it."
)


def quarter_blocks(found: Sequence[Service]) -> tuple[Block, ...]:
    """All of them; where one is held alone, it alone."""
    table = quarters_table(found)
    return (
        Paragraph(_answer(found), lead=True),
        Paragraph(join([_moved(one) for one in found])),
        *(quarters_picture(one, table) for one in found if not is_rare(one.selected.held)),
        table,
        Note(NoteKind.ALTERNATIVE, say(INSTEAD)),
        Note(NoteKind.MISSING, say(MISSING)),
    )


def _answer(found: Sequence[Service]) -> Text:
    """Which of the counts moved beyond chance, if any did."""
    moved = [one for one in found if verdict_of(one.change) in (Verdict.ROSE, Verdict.FELL)]
    if moved:
        names = listed([one.plural for one in moved])
        return say("Beyond chance moved: {names}.", names=names)
    names = listed([one.plural for one in found], last="or")
    return say("There is no clear change in {names}.", names=names)


def _moved(found: Service) -> Text:
    return say(
        "{n} {what} were counted {period}; the number {changed}.",
        n=whole(found.count),
        what=found.plural,
        period=during(found.count.period),
        changed=how_changed(found),
    )
