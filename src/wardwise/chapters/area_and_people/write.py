"""The words: who lives here, how deprived, which partnerships are like it, what is not known."""

from __future__ import annotations

from wardwise.chapters.area_and_people.deprivation import beside, deprivation_blocks, telling
from wardwise.chapters.area_and_people.findings import AreaFindings
from wardwise.chapters.area_and_people.peers import similar_blocks
from wardwise.chapters.area_and_people.pictures import difference_picture
from wardwise.chapters.area_and_people.tables import (
    context_table,
    missing_table,
    people_table,
)
from wardwise.document.blocks import Headline, Note, NoteKind, Paragraph
from wardwise.document.initials import small
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import decimal, percent, whole


def write(found: AreaFindings) -> Section:
    """The chapter, from its answer down to what is not known."""
    return Section(
        title="The area and its people",
        anchor="area-and-people",
        new_page=True,
        blocks=(
            Paragraph(_answer(found), lead=True),
            _headline(found),
            difference_picture(found),
        ),
        sections=(
            Section("Who lives here", "area-people", _people(found)),
            Section("Deprivation", "area-deprivation", deprivation_blocks(found)),
            Section("Partnerships most like this one", "area-similar", similar_blocks(found)),
            Section("What else bears on crime here", "area-context", _context(found)),
        ),
    )


def _answer(found: AreaFindings) -> Text:
    first = say(
        "The Census of March 2021 counted {people} residents of {place} in {homes} households.",
        people=whole(found.residents),
        place=found.area.name,
        homes=whole(found.households),
    )
    if not found.deprivation:
        return first
    return join([first, beside(found, telling(found.deprivation))])


def _headline(found: AreaFindings) -> Headline:
    items = [
        (whole(found.residents), say("residents in March 2021")),
        (whole(found.households), say("households")),
    ]
    older = [row for row in found.people if row.trait.name == "Aged 65 and over"]
    for row in older:
        items.append((percent(row.ours), say("aged 65 and over")))
    for row in [telling(found.deprivation)] if found.deprivation else []:
        words = small(row.trait.name)
        items.append((percent(row.ours), say(words.replace("{", ""))))
    return Headline(tuple(items))


def _people(found: AreaFindings) -> tuple[Block, ...]:
    return (
        people_table(found),
        Note(
            NoteKind.CAUTION,
            say(
                "Rates are worked on these residents and households, though the crime years are "
                "later: where numbers have grown since March 2021, rates are a little too high. "
                "The Census moves small counts slightly so that nobody can be recognised; totals "
                "of different tables may differ by a few people."
            ),
        ),
    )


def _context(found: AreaFindings) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if found.context:
        blocks += [*_furthest(found), context_table(found)]
    if found.missing:
        lead = (
            "Some of what bears on crime is not held."
            if found.context
            else "Nothing is held yet on poverty, schooling, work, health or how safe people feel."
        )
        more = (
            " What this table names is not known; it is not nought. A file with the indicator, its "
            "date and its source puts it here."
        )
        blocks += [Paragraph(say(lead + more), lead=not found.context), missing_table(found)]
    return tuple(blocks)


def _furthest(found: AreaFindings) -> tuple[Block, ...]:
    """The indicator that lies furthest from England, in proportion."""
    known = [
        row
        for row in found.context
        if row.ours.status == row.england.status == "known" and row.england.number > 0
    ]
    if not known:
        return ()
    row = max(known, key=lambda one: abs(one.ours.number / one.england.number - 1))
    return (
        Paragraph(
            say(
                "Of the indicators held, this one lies furthest from England: ‘{indicator}’, "
                "{ours} here and {england} in England ({unit}).",
                indicator=row.indicator,
                ours=decimal(row.ours),
                england=decimal(row.england),
                unit=row.unit,
            ),
            lead=True,
        ),
    )
