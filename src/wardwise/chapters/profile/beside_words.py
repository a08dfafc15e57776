"""Crimes and calls beside a theme: their places, hours and people, said to be another thing."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.profile.beside_view import view_of
from wardwise.chapters.profile.findings import Geography, Profile, ToldBeside
from wardwise.chapters.profile.geographic_words import concentrated_words
from wardwise.chapters.profile.own_words import in_words_of
from wardwise.chapters.profile.people_parts import SUSPECTED, write_briefly
from wardwise.chapters.profile.pictures import map_picture
from wardwise.chapters.profile.place_tables import SHOWN
from wardwise.chapters.profile.words import capital, during
from wardwise.document.blocks import Align, Cell, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.phrases import listed
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import between, decimal, in_words, percent, whole
from wardwise.domain.area import Area
from wardwise.domain.nothing import NotKnown
from wardwise.figures.hour_blocks import hours_picture
from wardwise.figures.hour_words import hour_words


FLAG = (
    "A flag is what an officer thought when the crime was recorded. A person suspected in such a "
    "crime is not by that a person who misuses anything."
)
UNTOLD = (
    "These are victims of crimes in which somebody had drunk or taken drugs: they are not people "
    "who misuse anything, and those who did not tell the police are not here."
)


def write_places_beside(profile: Profile) -> tuple[Block, ...]:
    """Where they lie: words for each, a table of both by ward, a map of the first."""
    placed = [(told, told.own.geography) for told in profile.beside]
    known = [(told, found) for told, found in placed if isinstance(found, Geography)]
    if not known:
        return ()
    first, found = known[0]
    return (
        Paragraph(_another_thing(profile, [told for told, _ in known])),
        *(Paragraph(_place_words(told, one)) for told, one in known),
        *_wards_tables(profile, known),
        map_picture(view_of(profile, first), found),
    )


def _another_thing(profile: Profile, told: list[ToldBeside]) -> Text:
    what = listed([one.own.called for one in told])
    return say(
        "Where {what} lie is another matter. These are counted where they happened, and {own} are "
        "not: the two are never added, and a place that is high in one may be low in the other.",
        what=what,
        own=profile.counted,
    )


def _place_words(told: ToldBeside, found: Geography) -> Text:
    own = told.own
    opening = say(
        "{what} {period}: {n} by {whose}, of which {share} can be put in a neighbourhood. ",
        what=capital(own.called),
        period=during(own.period),
        n=whole(own.crimes),
        whose=in_words_of(own.source),
        share=percent(own.located, 0),
    )
    return opening + concentrated_words(found)


def _wards_tables(profile: Profile, known: list[tuple[ToldBeside, Geography]]) -> tuple[Table, ...]:
    """The wards with most on the page, all of them in the workbook."""
    areas = [line.area for line in known[0][1].wards]
    if len(areas) <= SHOWN:
        return (_wards_table(profile, known, areas),)
    every = _wards_table(profile, known, areas)
    return (
        replace(
            _wards_table(profile, known, areas[:SHOWN]),
            name=f"{every.name}-most",
            caption=f"{every.caption}: the {in_words(SHOWN)} with most",
        ),
        replace(every, appendix=True, off_paper=True),
    )


def _wards_table(
    profile: Profile, known: list[tuple[ToldBeside, Geography]], areas: list[Area]
) -> Table:
    """Count and rate of each by ward, in the order of the first."""
    least = known[0][0].own.least
    return Table(
        name=f"profile-{profile.slug}-beside-wards",
        caption=f"{capital(listed([told.own.called for told, _ in known]))} by ward",
        columns=(Column("Ward", Align.LEFT), *(one for told, _ in known for one in _columns(told))),
        rows=tuple(
            (area.name, *(cell for _, found in known for cell in _cells(found, area)))
            for area in areas
        ),
        notes=(
            say(
                f"[c] is a number from 1 to {least - 1}, or one that would give such a number "
                "away. A nought is shown. By residents of the ward, not by those who pass through."
            ),
        ),
        source="; ".join(source_line(told.own.source, told.own.period) for told, _ in known),
    )


def _columns(told: ToldBeside) -> tuple[Column, ...]:
    noun = told.beside.noun
    return (
        Column(noun),
        Column(f"{noun} per 1,000 residents"),
        Column(f"99.8% interval, {noun.lower()}", quiet=True),
    )


def _cells(found: Geography, area: Area) -> tuple[Cell, ...]:
    line = next(one for one in found.wards if one.area.code == area.code)
    return whole(line.count), decimal(line.rate), between(line.rate, 1)


def write_hours_beside(profile: Profile) -> tuple[Block, ...]:
    """At which hours they happen, where the file tells the time."""
    blocks: list[Block] = []
    for told in profile.beside:
        found, view = told.beside.hours, view_of(profile, told)
        if isinstance(found, NotKnown):
            continue
        what = told.own.called
        picture = hours_picture(
            found, told.own.crimes, name=f"profile-{view.slug}-hours", what=what, of=view.name
        )
        blocks += [Paragraph(hour_words(what, found)), picture]
    if not blocks:
        return ()
    day = "The hour is not held of {own}. Beside them stand the hours of {what}."
    told_of = listed([told.own.called for told in profile.beside])
    return (Paragraph(say(day, own=profile.counted, what=told_of)), *blocks)


def write_named_beside(profile: Profile) -> tuple[Block, ...]:
    """Those suspected in the crimes beside the theme."""
    return _people(profile, "suspect", f"{SUSPECTED} {FLAG}", "who is suspected in {what}")


def write_harmed_beside(profile: Profile) -> tuple[Block, ...]:
    """The victims of the crimes beside the theme."""
    return _people(profile, "victim", UNTOLD, "who is harmed by {what}")


def _people(profile: Profile, role: str, caution: str, who: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for told in profile.beside:
        people = write_briefly(view_of(profile, told), role)
        if people:
            opening = say("Another group is told beside them: " + who + ".", what=told.own.called)
            blocks += [Paragraph(opening), *people, Note(NoteKind.CAUTION, say(caution))]
    return tuple(blocks)
