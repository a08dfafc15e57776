"""Victim profile: who is harmed is not in open data; what is needed, and from whom."""

from __future__ import annotations

from wardwise.chapters.profile.beside_words import write_harmed_beside
from wardwise.chapters.profile.districts import write_patients
from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.kind import Shape
from wardwise.chapters.profile.people_parts import write_harmed
from wardwise.chapters.profile.reading import VICTIM
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block
from wardwise.document.sources import OFFENCES, counted_in
from wardwise.document.text import say


SAID = {
    "mostly reported": "Most of these offences, {by}, come to the police, so the force's extract "
    "can describe the people harmed.",
    "partly reported": "Some of the people harmed, {by}, never told the police, so the force's "
    "extract has to be read beside what other services see.",
    "mostly not reported": "Most of the people harmed, {by}, are in no police record at all. "
    "Services that people turn to without the police may know of more.",
    "found by police": "These records seldom name anybody harmed, {by}: the police find the "
    "offence. Who is harmed has to come from the services that treat and care.",
    "not counted": "Nobody has supplied a count of the people harmed.",
}


def write_victim(profile: Profile) -> tuple[Block, ...]:
    """What is not known, and the way to know it."""
    told = write_harmed(profile)
    beside = (Paragraph(profile.returned[VICTIM]),) if VICTIM in profile.returned else ()
    if told:
        return (*told, *beside)
    need = profile.reading.needs[VICTIM]
    said = SAID[profile.reading.reported].format(by=profile.reading.by)
    if counted_in(profile.months_source) != OFFENCES:
        said = f"{capital(profile.reading.plural)} are counted here, and not the people in them."
    if profile.shape is Shape.RARE:
        said = "So few cases are told one by one, by the reviews, and never in a table."
    return (
        Paragraph(say(said)),
        *beside,
        *write_patients(profile),
        *write_harmed_beside(profile),
        Note(
            NoteKind.MISSING,
            say(
                "{what}, from {whom}. It would tell {tells}.",
                what=f"Still missing: {need.still_needed}"
                if VICTIM in profile.returned
                else capital(need.needed),
                whom=need.held_by,
                tells=need.tells,
            ),
        ),
    )
