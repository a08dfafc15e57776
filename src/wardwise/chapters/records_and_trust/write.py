"""The words: what the records are, what is set aside, what is missing, what cannot be said."""

from __future__ import annotations

from wardwise.chapters.records_and_trust.findings import RecordsFound
from wardwise.chapters.records_and_trust.tables import (
    aside_table,
    faults_table,
    files_table,
    flags_table,
    missing_table,
    offences_picture,
    offences_table,
)
from wardwise.chapters.records_and_trust.words import answer, dataset_name, offences_words
from wardwise.document.blocks import Bullets, Note, NoteKind, Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import say


TITLE, ANCHOR = "The records and how far to trust them", "records-and-trust"


def write(found: RecordsFound) -> tuple[Section, ...]:
    """One section: files first, then offences, then what is missing."""
    return (
        Section(
            TITLE,
            ANCHOR,
            (Paragraph(answer(found), lead=True), files_table(found), *_supplier(found)),
            _below(found),
            new_page=True,
        ),
    )


def _below(found: RecordsFound) -> tuple[Section, ...]:
    sections = (_aside(found), _offences(found), _flags(found), _missing(found), _limits(found))
    return tuple(section for section in sections if section)


def _supplier(found: RecordsFound) -> tuple[Block, ...]:
    """How the supplier makes each dataset, as the settings tell it."""
    if not found.notes:
        return ()
    told = (say(f"{dataset_name(name)}: {{note}}", note=note) for name, note in found.notes.items())
    return (Bullets(tuple(told)),)


def _aside(found: RecordsFound) -> Section | None:
    tables = [aside_table(found)] if found.aside else []
    tables += [faults_table(found)] if found.faults else []
    if not tables:
        return None
    return Section("What is set aside", "records-set-aside", tuple(tables))


def _offences(found: RecordsFound) -> Section | None:
    if len(found.offences) < 2:
        return None
    return Section(
        "What is recorded",
        "records-offences",
        (Paragraph(offences_words(found)), offences_picture(found), offences_table(found)),
        together=True,
    )


def _flags(found: RecordsFound) -> Section | None:
    if not found.flags:
        return None
    told = say(
        "What officers mark depends on being asked and on asking: a share is the least there was, "
        "and a mark that is seldom used says little."
    )
    return Section(
        "Circumstances that were marked",
        "records-flags",
        (Paragraph(told), flags_table(found)),
        together=True,
    )


def _missing(found: RecordsFound) -> Section | None:
    if not found.missing:
        return None
    told = say(
        "Shares of people in this paper are of those of whom it is known. Somebody of whom it is "
        "not known may be unlike the others, and the interval of a share does not allow for that."
    )
    return Section(
        "What is not known of people",
        "records-people-missing",
        (Paragraph(told), missing_table(found)),
        together=True,
    )


def _limits(found: RecordsFound) -> Section:
    return Section(
        "What these records cannot say",
        "records-limits",
        (
            Note(
                NoteKind.MISSING,
                say(
                    "How many people live in or come to {place} is not held here, so there are no "
                    "rates: nothing says who is more at risk. Crime that nobody reported or "
                    "recorded is not here.",
                    place=found.area.name,
                ),
            ),
            Note(
                NoteKind.METHOD,
                say(
                    "Shares have exact 95% intervals (Blaker 2000). A group is called the largest "
                    "only if no other can be the largest: each pair of groups is tested, and the "
                    "level is shared out over the pairs. The files are read by their mappings "
                    "alone; rows in are rows used and rows set aside."
                ),
            ),
        ),
    )
