"""The words: what the areas hold, how they came about, and what else it might be."""

from __future__ import annotations

from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.chapters.high_impact_areas.pictures import areas_picture
from wardwise.chapters.high_impact_areas.reading import (
    areas_in_words,
    by_number,
    in_a_sentence,
    on_chance,
)
from wardwise.chapters.high_impact_areas.tables import moved_table, profile_table
from wardwise.chapters.high_impact_areas.write_gradient import gradient_blocks
from wardwise.chapters.high_impact_areas.write_vulnerable import flagged_blocks, vulnerable_blocks
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, decimal, percent, rounded
from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings_of_places import HARM, OFFENCES
from wardwise.figures.area_profiles import FEWEST_DRAWN
from wardwise.figures.high_impact import HighImpact


NAMED = 4
VISITORS = (
    "A town centre has many visitors and few residents. Its share of the people who are there by "
    "day or by night is larger than of those who live there, and what it holds for them smaller; "
    "the workday population, from the census, or counts of visitors would show by how much."
)


def write(findings: HighImpactFindings) -> Section:
    """The chapter."""
    found = findings.found
    if isinstance(found, NotKnown):
        blocks: tuple[Block, ...] = (
            Note(NoteKind.MISSING, say(f"No high-impact areas are shown: {found.reason}.")),
        )
    else:
        blocks = _blocks(findings, found)
    return Section(
        title="High-impact areas",
        anchor="high-impact-areas",
        new_page=True,
        blocks=blocks,
        sections=(
            Section("Deprivation and crime", "high-impact-deprivation", gradient_blocks(findings)),
            Section(
                "Vulnerable neighbourhoods and flagged wards",
                "high-impact-vulnerable",
                (*vulnerable_blocks(findings), *flagged_blocks(findings)),
            ),
        ),
    )


def _blocks(findings: HighImpactFindings, found: HighImpact) -> tuple[Block, ...]:
    return (
        Paragraph(_answer(findings, found), lead=True),
        areas_picture(findings, found),
        Paragraph(_stands_out(found)),
        profile_table(findings, found),
        moved_table(findings, found),
        Note(NoteKind.METHOD, _method(found)),
        Note(NoteKind.CAUTION, _boundary(found)),
        Note(NoteKind.ALTERNATIVE, _by_day(found)),
    )


def _answer(findings: HighImpactFindings, found: HighImpact) -> Text:
    harm = found.harm
    return say(
        "{areas}, with {people} of {place}'s residents and {land} of its land, held {crime} of its "
        "recorded crime" + (" and {harm} of its harm" if harm else "") + " in {period}: "
        "{chance}.",
        areas=areas_in_words(found),
        people=percent(found.residents.share),
        place=findings.area.name,
        land=percent(found.land.share),
        crime=percent(found.crime.share),
        harm=percent(harm.share) if harm else "",
        period=findings.period.label,
        chance=on_chance(found.crime),
    )


def _stands_out(found: HighImpact) -> Text:
    lines = [line for line in (*found.offences, *found.partners) if line.beyond_chance]
    if not lines:
        return say(
            "Of no kind of offence {do} hold more than areas with as many residents may hold by "
            "chance.",
            do=by_number(found, "does the area", "do the areas"),
        )
    lines.sort(key=lambda line: -line.quotient.number)
    named = [
        say(
            "{what} ({share}, {times} times {their} share of residents)"
            if n == 0
            else "{what} ({share}, {times} times)",
            what=in_a_sentence(line.thing.name),
            their=by_number(found, "its", "their"),
            share=percent(line.share, 0),
            times=decimal(line.quotient),
        )
        for n, line in enumerate(lines[:NAMED])
    ]
    several = join(named[:-1], ", ") + " and " + named[-1] if len(named) > 1 else named[0]
    return say(
        "Beyond what areas with as many residents hold by chance, {they} "
        + ("most " if len(lines) > NAMED else "")
        + "for {several}.",
        they=by_number(found, "it stands out", "they stand out"),
        several=several,
    )


def _by_day(found: HighImpact) -> Text:
    """Whether it is a matter of who comes there, as far as that is known."""
    day = found.workday
    if day is None:
        return say(VISITORS)
    return say(
        "Many who are there do not live there: of the people by day the {have} {share}, and of "
        "recorded crime {times} times that share ({limits}). Who counted them: {source}.",
        share=percent(day.share),
        times=decimal(day.quotient),
        limits=between(day.quotient, 1),
        source=day.source,
        have=by_number(found, "area has", "areas have"),
    )


def _method(found: HighImpact) -> Text:
    areas = found.areas
    origin = _proposed(found) if areas.chosen_on else _chosen(found)
    drawn = len(areas.drawn)
    if drawn < FEWEST_DRAWN:
        return say(origin)
    return say(
        "{origin} Chance is {drawn} draws of joined-up areas with as many residents, drawn at "
        "random; of the lines called beyond chance on average at most one in twenty may be so by "
        "chance.",
        origin=origin,
        drawn=rounded(drawn, 0),
    )


def _proposed(found: HighImpact) -> str:
    areas = found.areas
    most = {HARM: "harm", OFFENCES: "recorded crime"}.get(areas.by, f"'{areas.by}'")
    year = areas.chosen_on.label if areas.chosen_on else ""
    many = "The areas are proposed: compact groups"
    what = by_number(found, "The area is proposed: a compact group", many)
    return (
        f"{what} of neighbourhoods that held most {most} for a given share of residents in {year}. "
        f"{by_number(found, 'It is', 'They are')} judged on the year after, because part of "
        "what makes a place stand out in a year is chance and does not come again."
    )


def _chosen(found: HighImpact) -> str:
    areas = found.areas
    sources = [f"{part.name}: {part.source}" for part in areas.parts if part.source]
    whose = by_number(found, "Its boundary", "Their boundaries")
    told = f" {whose}: {'; '.join(sources)}." if sources else ""
    return (
        f"The partnership chose {listed([part.name for part in areas.parts])}.{told} "
        f"If {by_number(found, 'it was', 'they were')} picked for being high in this very year, "
        "the test passes too easily."
    )


def _boundary(found: HighImpact) -> Text:
    (_, less, _), (outwards, more, _) = found.moved
    far = f"{abs(outwards):g}"
    they, their = by_number(found, "it", "they"), by_number(found, "its", "their")
    if less.status != "known":
        return say(
            "A boundary is a choice. Moved {far} m inwards nothing would be left within it; moved "
            "{far} m outwards {they} would hold {more} times {their} share of residents. This is "
            "of recorded crime, taken as spread evenly over each neighbourhood.",
            far=far,
            they=they,
            more=decimal(more),
            their=their,
        )
    known = sorted((less, more), key=lambda one: one.number)
    return say(
        "A boundary is a choice. Moved {far} m either way {they} would "
        + ("still " if known[0].number > 1 else "")
        + "hold {less} to {more} times {their} share of residents. This is of recorded crime, "
        "taken as spread evenly over each neighbourhood.",
        far=far,
        they=they,
        less=decimal(known[0]),
        more=decimal(known[1]),
        their=their,
    )
