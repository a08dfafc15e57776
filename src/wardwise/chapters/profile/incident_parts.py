"""Parts of a profile that is made of incidents: kinds, the people complained of, the callers."""

from __future__ import annotations

from wardwise.chapters.profile.current_situation import write_situation
from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.incident_tables import callers_table, concern_table, groups_table
from wardwise.chapters.profile.incident_words import (
    about_words,
    callers_words,
    concern_words,
    kinds_words,
)
from wardwise.chapters.profile.incidents import calls_of, cases_of
from wardwise.chapters.profile.offender import write_offender
from wardwise.chapters.profile.victim import write_victim
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block
from wardwise.document.text import say
from wardwise.domain.nothing import NotKnown
from wardwise.figures.incidents import IncidentSet


UNPROVED = (
    "A case is a complaint, and nothing in it is proved. Whom residents complain of is not "
    "everybody who behaves so: neighbours are known by name, and groups in a street are not."
)
NOT_ASKED = (
    "Mental health of the person complained of, and orders and injunctions in force, are in no "
    "file that was supplied. A person with several cases is counted as often as there are cases, "
    "because no case names one."
)
UNTOLD = (
    "Who has stopped calling, and who asked for a case review, is in no file that was supplied."
)
SURVEY = "Most who are troubled tell nobody: a survey would show them."


def write_level(profile: Profile) -> tuple[Block, ...]:
    """The current situation, and after it what the calls to the police are of."""
    calls = calls_of(profile)
    found = profile.incidents
    if isinstance(calls, NotKnown) or isinstance(found, NotKnown):
        return write_situation(profile)
    words = kinds_words(calls, found.beside)
    if words is None:
        return write_situation(profile)
    table = groups_table(profile, calls, ("category", "outcome"))
    return (*write_situation(profile), Paragraph(words), table)


def write_responsible(profile: Profile) -> tuple[Block, ...]:
    """Who is responsible: whom the council's cases are about, or else what crimes tell."""
    cases = cases_of(profile)
    if isinstance(cases, NotKnown):
        return write_offender(profile)
    return (
        Paragraph(about_words(cases)),
        groups_table(profile, cases, ("category", "age band", "premises", "outcome")),
        Note(NoteKind.CAUTION, say(UNPROVED)),
        Note(NoteKind.MISSING, say(NOT_ASKED)),
    )


def write_affected(profile: Profile) -> tuple[Block, ...]:
    """Who is harmed: from whom calls and cases came, or else what crimes tell."""
    sets = _with_callers(profile)
    if not sets:
        return write_victim(profile)
    found = profile.incidents
    concern = found if isinstance(found, NotKnown) else found.concern
    asked = (
        ()
        if isinstance(concern, NotKnown)
        else (Paragraph(concern_words(concern)), concern_table(profile, concern))
    )
    return (
        Paragraph(callers_words(sets)),
        callers_table(profile, sets),
        *asked,
        Note(NoteKind.MISSING, say(UNTOLD if asked else f"{UNTOLD} {SURVEY}")),
    )


def _with_callers(profile: Profile) -> tuple[IncidentSet, ...]:
    found = (calls_of(profile), cases_of(profile))
    return tuple(one for one in found if isinstance(one, IncidentSet) and one.flags)
