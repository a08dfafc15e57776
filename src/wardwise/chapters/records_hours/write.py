"""The words: the answer, the grid, how sure it is, and the numbers."""

from __future__ import annotations

from wardwise.chapters.records_hours.findings import HoursFound
from wardwise.chapters.records_hours.tables import hours_picture, parts_table, timed_table
from wardwise.chapters.records_hours.words import answer, certainty, heaped, one_end
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import say
from wardwise.domain.nothing import NotKnown


TITLE, ANCHOR = "Hours and weekdays", "records-hours"


def write(found: HoursFound) -> tuple[Section, ...]:
    """One section on two pages."""
    if isinstance(found.hours, NotKnown):
        why = say("Not known: {why}.", why=found.hours.reason)
        return (Section(TITLE, ANCHOR, (Paragraph(why, lead=True), timed_table(found))),)
    return (
        Section(
            TITLE,
            ANCHOR,
            (
                Paragraph(answer(found), lead=True),
                hours_picture(found, found.hours),
                Paragraph(certainty(found)),
                *_notes(found),
            ),
            (Section("How sure the hours are", "records-hours-sure", _sure(found)),),
            new_page=True,
        ),
    )


def _sure(found: HoursFound) -> tuple[Block, ...]:
    told = Paragraph(
        say(
            "A record lies surely in a part if all of its span does; the most that a part can "
            "hold are all whose span touches it. One part is said to lead only if, wherever in "
            "their spans the records were, no other can exceed it by more than chance. A weekday "
            "runs from midnight to midnight."
        )
    )
    alone = one_end(found)
    caution = (Note(NoteKind.CAUTION, alone),) if alone else ()
    return (timed_table(found), *caution, told, parts_table(found))


def _notes(found: HoursFound) -> tuple[Block, ...]:
    habit = heaped(found) or say(
        "Times are often rounded to the full hour: a single hour that stands out may be a habit "
        "of writing."
    )
    method = say(
        "Each record counts as one. Where a span was recorded, each of its minutes has the same "
        "part of it (aoristic weights, Ratcliffe 2002); a missing end counts at the hour of the "
        "start, a week or more is spread evenly. The clock is the local one."
    )
    notes = [Note(NoteKind.CAUTION, habit)]
    if isinstance(found.hours, NotKnown) or found.hours.certain.number < 100:
        notes.append(Note(NoteKind.METHOD, method))
    return tuple(notes)
