"""The words on stop and search: how often, what was found, what cannot be said."""

from __future__ import annotations

from wardwise.chapters.outcomes_and_searches.findings import OutcomesAndSearches, SearchesFound
from wardwise.chapters.outcomes_and_searches.key_findings import furthest_above
from wardwise.chapters.outcomes_and_searches.outcome_words import not_held
from wardwise.chapters.outcomes_and_searches.people import people_of
from wardwise.chapters.outcomes_and_searches.search_tables import rate_picture, rate_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import during
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, decimal, percent, rounded, whole
from wardwise.domain.evidence import NotHeld


def search_blocks(everything: OutcomesAndSearches) -> tuple[Block, ...]:
    """The half on stop and search, or what it needs."""
    found = everything.searches
    if isinstance(found, NotHeld):
        return not_held(
            found,
            "who was stopped and searched",
            "They would give rates by ethnic group against the Census, and what was found.",
        )
    if found.total.number == 0:
        return (
            Paragraph(
                say(
                    "No search made {period} could be placed in {area}; the force made {total}.",
                    period=during(found.period),
                    area=everything.area.name,
                    total=whole(found.force_total),
                ),
                lead=True,
            ),
        )
    return (
        Paragraph(_answer(everything, found), lead=True),
        rate_picture(found, everything.area, everything.force),
        rate_table(found, everything.area, everything.force),
        Paragraph(_finds(found)),
        Note(NoteKind.CAUTION, _trust(everything, found)),
        Note(NoteKind.ALTERNATIVE, join([*_mixed(everything, found), _cannot_be_said()])),
    )


def _answer(everything: OutcomesAndSearches, found: SearchesFound) -> Text:
    first = say(
        "Police searched people {n} times in {place} {period}.",
        n=whole(found.total),
        place=everything.area.name,
        period=during(found.period),
    )
    row = furthest_above(found.rows)
    if row is None or row.ratio is None:
        rest = say(
            "By residents, no ethnic group was searched more often than White people beyond chance."
        )
        return join([first, rest])
    rest = say(
        "Where ethnicity was stated, and by residents, {people} were searched {times} times as "
        "often as White people ({range}).",
        people=people_of(row.group),
        times=decimal(row.ratio),
        range=between(row.ratio, 1),
    )
    return join([first, rest])


def _finds(found: SearchesFound) -> Text:
    """Whether the find rate of a group that is searched more often differs from White people's."""
    white, row = found.rows[0], furthest_above(found.rows)
    if row is None:
        return say(
            "Searches of White people led to action in {n} of cases.", n=percent(white.finds)
        )
    ours, theirs = row.finds.interval, white.finds.interval
    apart = bool(ours and theirs and not ours.overlaps(theirs))
    return say(
        "Searches of {people} led to action in {theirs} of cases, those of White people in "
        "{white}; {read}.",
        people=people_of(row.group),
        theirs=percent(row.finds),
        white=percent(white.finds),
        read="the two intervals do not meet"
        if apart
        else "the two intervals overlap, so no difference is shown",
    )


def _trust(everything: OutcomesAndSearches, found: SearchesFound) -> Text:
    parts = [
        say(
            "For {share} of the searches the person's ethnicity is not stated; they are in no "
            "group's rate.",
            share=percent(found.not_stated_percent),
        )
    ]
    row = furthest_above(found.rows)
    if row and found.ratio_if_white and found.ratio_if_white.status == "known":
        parts.append(
            say(
                "Had all of them been White, the ratio for {people} would be {times}.",
                people=people_of(row.group),
                times=decimal(found.ratio_if_white),
            )
        )
    parts.append(
        say(
            "{n} of the {total} searches by the police force, {share}, have no place that we can "
            "use: some of them will have been in {area}, so the counts here are too low.",
            n=whole(found.force_not_located),
            total=whole(found.force_total),
            share=percent(found.not_located_percent),
            area=everything.area.name,
        )
    )
    if found.months_missing > 0:
        parts.append(
            say(
                "The files hold {n} of the twelve months; the rates are for those months only.",
                n=rounded(found.period.length, 0),
            )
        )
    return join(parts)


def _mixed(everything: OutcomesAndSearches, found: SearchesFound) -> list[Text]:
    """Where the force's ratio is beyond chance another than ours: a ratio mixes places."""
    row = furthest_above(found.rows)
    if row is None or row.ratio is None or row.force_ratio is None:
        return []
    ours, force = row.ratio.interval, row.force_ratio.interval
    if ours is None or force is None or ours.overlaps(force):
        return []
    return [
        say(
            "In the {name} force area as a whole the ratio is {force}: it mixes places with "
            "many searches and places with few, whose residents differ.",
            name=everything.force.name,
            force=decimal(row.force_ratio),
        )
    ]


def _cannot_be_said() -> Text:
    return say(
        "Those who live here are not those who were about where and when officers searched; one "
        "person may be searched many times; searches follow where officers are sent; the Census is "
        "from March 2021. The ratio shows where to ask, with the records of each search in hand: "
        "it does not show bias, and does not rule it out."
    )
