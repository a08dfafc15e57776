"""Victim and offender profile from partners' extracts: each role by itself, never mixed."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.people_tables import flags_table, people_table
from wardwise.chapters.profile.people_words import repeat_words, who_words, year_words
from wardwise.chapters.profile.reading import VICTIM
from wardwise.chapters.profile.words import capital, with_limits
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block
from wardwise.document.text import Text, say
from wardwise.document.words import percent
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_found import PeopleFound, RoleFound


SUSPECTED = (
    "A suspect is somebody named and not proved. Who was never found is not in these shares, and "
    "may be otherwise than those who were."
)
PROVED = (
    "Proved offenders are those with a charge, summons, caution or other formal outcome; they are "
    "counted apart from suspects, and a person may be in both."
)


def write_harmed(profile: Profile) -> tuple[Block, ...]:
    """Victims and the flags on the crimes; nothing where no extract describes them."""
    found = profile.people
    if isinstance(found, NotKnown) or "victim" not in found.roles:
        return ()
    blocks = [*_role(profile, found, found.roles["victim"])]
    crimes = _crimes_words(found)
    if crimes:
        blocks.append(Paragraph(crimes))
    if found.flags:
        blocks.append(flags_table(profile, found))
    return (*blocks, _untold(profile))


def write_named(profile: Profile) -> tuple[Block, ...]:
    """Suspects, then proved offenders."""
    found = profile.people
    if isinstance(found, NotKnown):
        return ()
    blocks: list[Block] = []
    for role, caution in (("suspect", SUSPECTED), ("offender", PROVED)):
        if role in found.roles:
            blocks += _role(profile, found, found.roles[role])
            blocks.append(Note(NoteKind.CAUTION, say(caution)))
    together = _together_words(found)
    return (Paragraph(together), *blocks) if together and blocks else tuple(blocks)


def _role(profile: Profile, found: PeopleFound, part: RoleFound) -> list[Block]:
    said = [who_words(found, part), year_words(part), repeat_words(part)]
    table = [people_table(profile, found, part)] if part.groups else []
    return [*(Paragraph(text) for text in said if text), *table]


def _crimes_words(found: PeopleFound) -> Text | None:
    """Vulnerability once for each crime, and victims who are suspects too."""
    said = [text for text in (_vulnerable(found), _both(found)) if text]
    return Text(tuple(span for text in said for span in (*text.spans, " "))[:-1]) if said else None


def _vulnerable(found: PeopleFound) -> Text | None:
    held = found.vulnerability
    if held is None or held.share.status != "known":
        return None
    return say(
        "{share} of these crimes carry a flag of vulnerability ({of}){once}.",
        share=with_limits(percent(held.share), 1, "%"),
        of=listed([name[:1].lower() + name[1:] for name in held.of], last="or"),
        once=", a crime with two of them counted once" if held.doubled else "",
    )


def _both(found: PeopleFound) -> Text | None:
    figure = found.overlap
    if isinstance(figure, NotKnown) or figure.status != "known":
        return None
    return say(
        "Of the victims, {share} were suspected of some crime in the same year.",
        share=with_limits(percent(figure), 1, "%"),
    )


def _together_words(found: PeopleFound) -> Text | None:
    figure = found.together
    if isinstance(figure, NotKnown) or figure.status != "known":
        return None
    return say(
        "Of the offences for which anybody is named, {share} have two suspects or more.",
        share=with_limits(percent(figure), 1, "%"),
    )


def _untold(profile: Profile) -> Note:
    """Who is in no police extract; named in full where most of them are."""
    if not (profile.reading.is_hidden or profile.reading.is_found):
        return Note(
            NoteKind.MISSING,
            say("People who were harmed and did not tell the police are not here."),
        )
    need = profile.reading.needs[VICTIM]
    return Note(
        NoteKind.MISSING,
        say(
            "Most of those harmed are in no police extract. {what}, from {whom}, would tell "
            "{tells}.",
            what=capital(need.needed),
            whom=need.held_by,
            tells=need.tells,
        ),
    )
