"""Victim and offender profile from partners' extracts: each role by itself, never mixed."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.profile.age_pictures import age_picture
from wardwise.chapters.profile.age_words import key_age_words, rate_words
from wardwise.chapters.profile.findings import Flagged, Profile, ProfileFindings
from wardwise.chapters.profile.people_again_tables import again_table
from wardwise.chapters.profile.people_again_words import again_words
from wardwise.chapters.profile.people_both_words import both_words, together_words
from wardwise.chapters.profile.people_course_picture import course_picture
from wardwise.chapters.profile.people_homes_words import homes_words
from wardwise.chapters.profile.people_tables import flags_table, homes_table, people_table
from wardwise.chapters.profile.people_words import NOUN, who_words
from wardwise.chapters.profile.reading import VICTIM
from wardwise.chapters.profile.words import capital, during, with_limits
from wardwise.document.blocks import Note, NoteKind, Paragraph, Table
from wardwise.document.phrases import listed
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import in_words, percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_found import PeopleFound, RoleFound


YEAR = 12  # months
OFTEN, ALL = 10.0, 99.0  # percent
UNLIKE = 0.1
"""Part by which the extract may differ from the published count without a word."""

SUSPECTED = "A suspect is somebody named and not proved."


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
        slug, name = f"profile-{profile.slug}", profile.name
        often = _flagged_often(found)
        blocks += [Paragraph(often)] if often else []
        table = flags_table(name=slug, of=name, crimes=found.crimes, flags=found.flags)
        blocks.append(replace(table, appendix=True, off_paper=often is not None))
    unlike = _unlike(profile, found)
    return (*blocks, *([unlike] if unlike else []), _untold(profile))


def write_named(profile: Profile) -> tuple[Block, ...]:
    """Suspects, then proved offenders."""
    found = profile.people
    if isinstance(found, NotKnown):
        return ()
    blocks: list[Block] = []
    for role in ("suspect", "offender"):
        if role in found.roles:
            blocks += _role(profile, found, found.roles[role])
            blocks += [Note(NoteKind.CAUTION, say(SUSPECTED))] if role == "suspect" else []
    together = together_words(found)
    return (Paragraph(together), *blocks) if together and blocks else tuple(blocks)


def write_briefly(profile: Profile, role: str) -> tuple[Block, ...]:
    """Who they are, and the table; not how often the same people come."""
    found = profile.people
    if isinstance(found, NotKnown) or role not in found.roles:
        return ()
    part = found.roles[role]
    who = (who_words(found, part), rate_words(part), key_age_words(part))
    return (*(Paragraph(text) for text in who if text), *_tables(profile, found, part))


def write_flagged(found: ProfileFindings) -> tuple[Block, ...]:
    """Vulnerability in all recorded crime, with each flag and how often it is used."""
    held = found.flagged
    if isinstance(held, NotKnown) or held.vulnerability.share.status != "known":
        return ()
    text = say(
        "Of the {n} crimes in the extract {period}, {share} carry a flag of vulnerability ({of}), "
        "each counted once.",
        n=whole(held.crimes),
        period=during(held.crimes.period),
        share=with_limits(percent(held.vulnerability.share), 1, "%"),
        of=_flags_named(held.vulnerability.of),
    )
    table = flags_table(
        name="profiles", of="All recorded crime", crimes=held.crimes, flags=held.flags
    )
    often = _flagged_often(held)
    if often is None:
        return Paragraph(text), table
    return Paragraph(text + " " + often), replace(table, appendix=True, off_paper=True)


def _flags_named(names: tuple[str, ...]) -> str:
    return listed([name[:1].lower() + name[1:] for name in names], last="or")


def _role(profile: Profile, found: PeopleFound, part: RoleFound) -> list[Block]:
    who = [who_words(found, part), rate_words(part), key_age_words(part)]
    again = [again_words(part.again), homes_words(part.homes, what=NOUN[part.role])]
    curve = age_picture(profile, found, part)
    return [
        *(Paragraph(text) for text in who if text),
        *([curve] if curve else []),
        *(Paragraph(text) for text in again if text),
        *_tables(profile, found, part),
        *_again(profile, found, part),
    ]


def _tables(profile: Profile, found: PeopleFound, part: RoleFound) -> list[Table]:
    homes = homes_table(profile, found, part)
    return [
        *([people_table(profile, found, part)] if part.groups else []),
        *([homes] if homes else []),
    ]


def _again(profile: Profile, found: PeopleFound, part: RoleFound) -> list[Block]:
    """The table of repeats, and how soon as a picture: of victims, or of suspects without any."""
    table = again_table(profile, part.again)
    told = found.roles.get("victim", part)
    picture = course_picture(profile, part.again) if told is part else None
    return [*([picture] if picture else []), *([table] if table else [])]


def _crimes_words(found: PeopleFound) -> Text | None:
    """Vulnerability once for each crime, and victims who are suspects too."""
    said = [text for text in (_vulnerable(found), both_words(found)) if text]
    return Text(tuple(span for text in said for span in (*text.spans, " "))[:-1]) if said else None


def _vulnerable(found: PeopleFound) -> Text | None:
    held = found.vulnerability
    if held is None or held.share.status != "known":
        return None
    return say(
        "{share} of these crimes carry a flag of vulnerability ({of}){once}.",
        share=with_limits(percent(held.share), 1, "%"),
        of=_flags_named(held.of),
        once=", a crime with two of them counted once" if held.doubled else "",
    )


def _flagged_often(found: PeopleFound | Flagged) -> Text | None:
    """The flags that many of the crimes carry, most first; one that all carry defines them."""
    often = sorted(
        (
            line
            for line in found.flags
            if line.share.status == "known" and OFTEN <= line.share.number < ALL
        ),
        key=lambda line: -line.share.number,
    )
    if not often:
        return None
    told = [
        say(
            "{flag} ({share})",
            flag=line.name[:1].lower() + line.name[1:],
            share=percent(line.share),
        )
        for line in often
    ]
    last = say(" and ") + told[-1] if told[1:] else told[-1]
    return say("Flags on a tenth of them or more: {flags}.", flags=join(told[:-1], ", ") + last)


def _unlike(profile: Profile, found: PeopleFound) -> Note | None:
    """Where the extract and the published count of the same offence part company."""
    situation, crimes = profile.situation, found.crimes
    if crimes.period.length < YEAR:
        words = "The extract covers {n} months of the year only: what varies by season is not even."
        return Note(NoteKind.CAUTION, say(words, n=in_words(crimes.period.length)))
    if isinstance(situation, NotKnown) or not situation.volume.number:
        return None
    if abs(crimes.number / situation.volume.number - 1) <= UNLIKE:
        return None
    return Note(
        NoteKind.CAUTION,
        say(
            "The extract holds {crimes} {what} {period}, the published count is {n} {other}: the "
            "two were taken on other days, or count otherwise. What is said of people is of the "
            "extract.",
            crimes=whole(crimes),
            what=profile.reading.plural,
            period=during(crimes.period),
            n=whole(situation.volume),
            other=during(situation.volume.period),
        ),
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
            "Most of those harmed, {by}, are in no police extract. {what}, from {whom}, would "
            "tell {tells}.",
            by=profile.reading.by,
            what=capital(need.still_needed),
            whom=need.held_by,
            tells=need.tells,
        ),
    )
