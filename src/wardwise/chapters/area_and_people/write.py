"""The words: who lives here, how deprived, which partnerships are like it, what is not known."""

from __future__ import annotations

from wardwise.chapters.area_and_people.findings import AreaFindings, TraitRow
from wardwise.chapters.area_and_people.pictures import deprivation_map, difference_picture
from wardwise.chapters.area_and_people.tables import (
    context_table,
    deprivation_table,
    missing_table,
    people_table,
    similar_table,
    ward_table,
)
from wardwise.document.blocks import Headline, Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import decimal, percent, whole


LITTLE = 0.05  # percent: less is printed as 0.0%
PARTS = {"1": "tenth", "2": "fifth"}


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
            Section("Deprivation", "area-deprivation", _deprivation(found)),
            Section("Partnerships most like this one", "area-similar", _similar(found)),
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
    return join([first, _beside(found, telling(found.deprivation))])


def telling(rows: tuple[TraitRow, ...]) -> TraitRow:
    """The first trait that anybody here has: where nobody lives in the tenth, it tells little."""
    some = [row for row in rows if row.ours.status == "known" and row.ours.number >= LITTLE]
    return some[0] if some else rows[-1]


def _beside(found: AreaFindings, row: TraitRow) -> Text:
    """A share in words, with the two nearest comparators."""
    if not row.trait.english:
        return say(
            "Of the households {ours} are deprived in two or more ways, against {force} in the "
            "{area} force area and {country} in England and Wales.",
            ours=percent(row.ours),
            force=percent(row.force),
            area=found.force.name,
            country=percent(row.country) if row.country else "",
        )
    beside = say(
        "Of these residents {ours} live in neighbourhoods among the most deprived {part} of "
        "England, against {force} in the {area} force area",
        part=PARTS[str(row.trait.arguments["tenths"])],
        ours=percent(row.ours),
        force=percent(row.force),
        area=found.force.name,
    )
    if row.similar.status != "known":
        return beside + "."
    similar = say(
        " and {similar} in the middle one of the most similar partnerships.",
        similar=percent(row.similar),
    )
    return beside + similar


def _headline(found: AreaFindings) -> Headline:
    items = [
        (whole(found.residents), say("residents in March 2021")),
        (whole(found.households), say("households")),
    ]
    older = [row for row in found.people if row.trait.name == "Aged 65 and over"]
    for row in older:
        items.append((percent(row.ours), say("aged 65 and over")))
    for row in [telling(found.deprivation)] if found.deprivation else []:
        words = row.trait.name[:1].lower() + row.trait.name[1:]
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


def _deprivation(found: AreaFindings) -> tuple[Block, ...]:
    if found.missing_deprivation:
        missing = found.missing_deprivation
        return (
            Note(
                NoteKind.MISSING,
                say("This needs {what}, from {whom}.", what=missing.what, whom=missing.from_whom),
            ),
        )
    return (
        Paragraph(_where(found), lead=True),
        deprivation_map(found),
        deprivation_table(found),
        _editions_note(found),
        ward_table(found),
    )


def _where(found: AreaFindings) -> Text:
    if found.places is None:
        return _beside(found, found.deprivation[-1])
    if found.places.neighbourhoods.number == 0:
        return say(
            "{n} of the {of} neighbourhoods of {place} are in the most deprived tenth of England.",
            n=whole(found.places.neighbourhoods),
            of=whole(found.places.of),
            place=found.area.name,
        )
    most = _most(found)
    where = say(
        "{n} of the {of} neighbourhoods are in the most deprived tenth of England. They lie in "
        "{wards} of the {all} wards",
        n=whole(found.places.neighbourhoods),
        of=whole(found.places.of),
        wards=whole(found.places.wards),
        all=whole(found.places.of_wards),
    )
    return where + (say(", the most in {most}.", most=join(most, ", ")) if most else say("."))


def _most(found: AreaFindings) -> list[Text]:
    """Up to three wards that hold more such neighbourhoods than any other."""
    held = [(row, row.lsoas_in_tenth) for row in found.wards if row.lsoas_in_tenth]
    held.sort(key=lambda pair: -pair[1].number)
    least = held[3][1].number if len(held) > 3 else 0
    return [
        say("{ward} ({n})", ward=row.area.name, n=whole(count))
        for row, count in held[:3]
        if count.number > least
    ]


def _editions_note(found: AreaFindings) -> Note:
    if not found.editions:
        return Note(
            NoteKind.MISSING,
            say(
                "The English index does not cover Wales. This needs the Welsh Index of Multiple "
                "Deprivation, from the Welsh Government; household deprivation is from the "
                "Census, which both countries have."
            ),
        )
    return Note(
        NoteKind.CAUTION,
        say(
            "Each edition ranks neighbourhoods against one another in its own year, by its own "
            "method. A difference between two editions is not a change in how people live. The "
            "2019 edition was made for the neighbourhoods of 2011 and is carried to those of 2021."
        ),
    )


def _similar(found: AreaFindings) -> tuple[Block, ...]:
    chosen = found.similarity
    blocks: list[Block] = []
    if chosen.rows:
        blocks += [Paragraph(_nearest(found), lead=True), similar_table(found)]
        blocks.append(Note(NoteKind.METHOD, _how_chosen(found)))
    else:
        blocks.append(Note(NoteKind.MISSING, _no_similar(found)))
    if found.force_peers:
        blocks.append(
            Paragraph(
                say(
                    "The {force} police force area also holds {names}.",
                    force=found.force.name,
                    names=listed(found.force_peers),
                )
            )
        )
    return tuple(blocks)


def _no_similar(found: AreaFindings) -> Text:
    why = found.similarity.method.removeprefix("not known: ")
    return say("The most similar partnerships are not known: {why}.", why=why or "none was given")


def _nearest(found: AreaFindings) -> Text:
    rows = found.similarity.rows
    names = listed([row.area.name for row in rows[:3]])
    first, last = rows[0].distance, rows[-1].distance
    if first is None or last is None:
        return say(
            "The official list sets {place} beside {names}.", place=found.area.name, names=names
        )
    return say(
        "The partnerships most like {place} are {names}. The nearest is {near} standard "
        "deviations away, the last on the list {far}.",
        place=found.area.name,
        names=names,
        near=decimal(first, 2),
        far=decimal(last, 2),
    )


def _how_chosen(found: AreaFindings) -> Text:
    chosen = found.similarity
    if chosen.official:
        return say("{method}, {date}.", method=chosen.method.capitalize(), date=chosen.dated)
    return say(
        "Worked out by {method}, on figures of {date}: {variables}. Variables are grouped into "
        "domains of equal weight. The list says who lives in similar circumstances, not who "
        "should have the same crime, and it is not the Home Office's list of most similar groups; "
        "an official list in the settings replaces it.",
        method=chosen.method,
        date=chosen.dated,
        variables=listed(chosen.variables),
    )


def _context(found: AreaFindings) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if found.context:
        blocks.append(context_table(found))
    if found.missing:
        lead = (
            "Some of what bears on crime is not held."
            if found.context
            else "Nothing is held yet on poverty, schooling, work, health or how safe people feel."
        )
        blocks = [
            Paragraph(
                say(
                    lead + " What this table names is not known; it is not nought. A file with the "
                    "indicator, its date and its source puts it here."
                )
            ),
            *blocks,
            missing_table(found),
        ]
    return tuple(blocks)
