"""The chapter: which priorities, what each leads with, then a profile of each."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Profile, ProfileFindings
from wardwise.chapters.profile.first_page import first_page
from wardwise.chapters.profile.geographic import write_geography
from wardwise.chapters.profile.incident_parts import write_affected, write_level, write_responsible
from wardwise.chapters.profile.key_findings import write_findings
from wardwise.chapters.profile.kind import Shape
from wardwise.chapters.profile.people_parts import write_flagged
from wardwise.chapters.profile.recommendations import write_recommendations
from wardwise.chapters.profile.seasonality import write_season
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Align, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Link, Text, say
from wardwise.document.words import NOT_KNOWN, in_words, whole
from wardwise.domain.nothing import NotKnown
from wardwise.figures.incidents import IncidentsFound
from wardwise.figures.people_found import PeopleFound
from wardwise.figures.people_rated import Rated


PARTS = (
    ("Current situation", "situation", write_level),
    ("Seasonality", "seasonality", write_season),
    ("Geographic profile", "geography", write_geography),
    ("Offender profile", "offender", write_responsible),
    ("Victim profile", "victim", write_affected),
    ("Key findings", "findings", write_findings),
    ("Recommendations", "recommendations", write_recommendations),
)


RECORDS = ("police_uk", "area_counts")
"""Sources whose places are moved before they are published."""


def write(found: ProfileFindings) -> Section:
    """The overview, then the profiles."""
    return Section(
        title="Profiles of the proposed priorities",
        anchor="profiles",
        new_page=True,
        opening_together=True,  # the first profile begins a page: a line left over has one alone
        blocks=(
            Paragraph(_answer(found), lead=True),
            _overview(found),
            *_holds_for_all(found),
            *write_flagged(found),
        ),
        sections=tuple(_section(profile) for profile in found.profiles),
    )


def _section(profile: Profile) -> Section:
    anchor = f"profile-{profile.slug}"
    # a first page of words only leaves room for what follows
    turns = "" if profile.shape is Shape.NOT_COUNTED else "situation"
    return Section(
        title=profile.name,
        anchor=anchor,
        new_page=True,
        opening_together=True,
        blocks=first_page(profile),
        sections=tuple(
            Section(title, f"{anchor}-{part}", write_part(profile), new_page=part == turns)
            for title, part, write_part in PARTS
        ),
    )


def _answer(found: ProfileFindings) -> Text:
    if not found.profiles:
        return say("Nothing is proposed, so there is nothing to profile.")
    n = in_words(len(found.profiles))
    noun = "priority is" if len(found.profiles) == 1 else "priorities are"
    return say(
        "{n} profiled in seven parts each, and each begins where its evidence is strongest.",
        n=f"{capital(n)} {noun}",
    )


def _holds_for_all(found: ProfileFindings) -> tuple[Block, ...]:
    """What would else be said in every profile."""
    if not found.profiles:
        return ()
    moved = (
        "Published places are moved to a nearby point that stands for several addresses. "
        if found.profiles[0].source in RECORDS
        else ""
    )
    return (
        Note(
            NoteKind.CAUTION,
            say(
                moved + "Counts follow where people are, and where police look, as well as where "
                "harm is. Few years show a large season only. Recommendations are first steps."
            ),
        ),
        _of_people(found),
    )


def _of_incidents(found: ProfileFindings) -> str:
    """Whose calls and cases the profile of anti-social behaviour is told from."""
    if not any(isinstance(one.incidents, IncidentsFound) for one in found.profiles):
        return ""
    return (
        " Calls about anti-social behaviour are from the police force's log and cases from the "
        "council: whom a case is about is a complaint, and nothing proved."
    )


def _of_people(found: ProfileFindings) -> Note:
    """Where hours and people come from, or who holds them."""
    if any(isinstance(one.people, PeopleFound) for one in found.profiles):
        words = (
            "Hours, victims, suspects and proved offenders are from the police force's own "
            "extract; crimes that it gives no place are taken as the partnership's. Who was never "
            "found, or never came forward, is in no share and no rate. A suspect is named and not "
            "proved; a proved offender has a charge, summons, caution or other formal outcome, "
            "and may be a suspect too. Homes and places are the middles of neighbourhoods; an "
            "address is one point to the metre, which a block of flats shares. "
            + _of_rates(found)
            + _of_incidents(found)
        )
        return Note(NoteKind.CAUTION, say(words))
    return Note(
        NoteKind.MISSING,
        say(
            "Hour and day of the week, suspects and people harmed are not in open data; the "
            "police force's extract and partners hold them. Each profile says what is needed, "
            "in the part that it would fill."
        ),
    )


def _of_rates(found: ProfileFindings) -> str:
    """Which residents the rates are by; without them there are shares alone."""
    parts = [
        part
        for one in found.profiles
        if isinstance(one.people, PeopleFound)
        for part in one.people.roles.values()
    ]
    rated = [part.rated for part in parts if isinstance(part.rated, Rated)]
    if not rated:
        return "There are no rates: residents by single year of age are not held."
    bases = listed(sorted({base.base.called for one in rated for base in one.by.values()}))
    return (
        f"Rates are by {bases}: a group that has grown since has too high a rate, and people who "
        "live elsewhere are in it."
    )


def _overview(found: ProfileFindings) -> Table:
    return Table(
        name="profiles-overview",
        caption="The proposed priorities and what each profile leads with",
        columns=(
            Column("Priority", Align.LEFT),
            Column("Recorded"),
            Column("Leads with", Align.LEFT),
            Column("First step, provisionally, for", Align.LEFT),
        ),
        rows=tuple(
            (
                say("{link}", link=Link(one.name, f"profile-{one.slug}")),
                NOT_KNOWN if isinstance(one.situation, NotKnown) else whole(one.situation.volume),
                str(one.shape),
                one.recommendations[0].to if one.recommendations else "",
            )
            for one in found.profiles
        ),
        notes=_years(found),
    )


def _years(found: ProfileFindings) -> tuple[Text, ...]:
    """The months of each count: published ones and those of an extract end apart."""
    counted: dict[str, list[str]] = {}
    for one in found.profiles:
        if not isinstance(one.situation, NotKnown):
            counted.setdefault(one.situation.volume.period.label, []).append(one.name.lower())
    told = "; ".join(f"{listed(names)} in {label}" for label, names in counted.items())
    return (say("Recorded: {told}.", told=told),) if told else ()
