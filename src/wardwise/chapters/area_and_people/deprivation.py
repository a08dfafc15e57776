"""The words about deprivation: how many live in it, where, and what each edition can say."""

from __future__ import annotations

from wardwise.chapters.area_and_people.findings import AreaFindings, DeprivedPlaces, TraitRow
from wardwise.chapters.area_and_people.pictures import deprivation_map
from wardwise.chapters.area_and_people.tables import deprivation_table, ward_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import percent, whole


LITTLE = 0.05  # percent: less is printed as 0.0%


PARTS = {"1": "tenth", "2": "fifth"}


def telling(rows: tuple[TraitRow, ...]) -> TraitRow:
    """The first trait that anybody here has: where nobody lives in the tenth, it tells little."""
    some = [row for row in rows if row.ours.status == "known" and row.ours.number >= LITTLE]
    return some[0] if some else rows[-1]


def beside(found: AreaFindings, row: TraitRow) -> Text:
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
    first = say(
        "Of these residents {ours} live in neighbourhoods among the most deprived {part} of "
        "England (index of {year}), against {force} in the {area} force area",
        part=PARTS[str(row.trait.arguments["tenths"])],
        year=str(row.trait.arguments["edition"])[-4:],
        ours=percent(row.ours),
        force=percent(row.force),
        area=found.force.name,
    )
    if row.similar.status != "known":
        return first + "."
    similar = say(
        " and {similar} in the middle one of the most similar partnerships.",
        similar=percent(row.similar),
    )
    return first + similar


def deprivation_blocks(found: AreaFindings) -> tuple[Block, ...]:
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
        return beside(found, found.deprivation[-1])
    if found.places.neighbourhoods.number == 0:
        return _none_in_tenth(found, found.places)
    most = _most(found)
    where = say(
        "Of the {of} neighbourhoods {n} {are} in the most deprived tenth of England, by the index "
        "of {year}. {they} in {wards} of the {all} wards",
        are="is" if found.places.neighbourhoods.number == 1 else "are",
        they="It lies" if found.places.neighbourhoods.number == 1 else "They lie",
        year=found.editions[0][-4:],
        n=whole(found.places.neighbourhoods),
        of=whole(found.places.of),
        wards=whole(found.places.wards),
        all=whole(found.places.of_wards),
    )
    if len(most) == found.places.wards.number:  # all of them: none has the most
        return where + say(": {wards}.", wards=_joined(most))
    return where + (say(", the most in {most}.", most=_joined(most)) if most else say("."))


def _joined(told: list[Text]) -> Text:
    return join([join(told[:-1], ", "), told[-1]], " and ") if len(told) > 1 else told[0]


def _none_in_tenth(found: AreaFindings, places: DeprivedPlaces) -> Text:
    """Said of the only neighbourhood, or of all of them."""
    tenth = f"in the most deprived tenth of England, by the index of {found.editions[0][-4:]}."
    if places.of.number == 1:
        only = Number("The only neighbourhood", places.neighbourhoods)
        return say("{only} of {place} is not " + tenth, only=only, place=found.area.name)
    return say(
        "{none} of the {of} neighbourhoods of {place} is " + tenth,
        none=Number("None", places.neighbourhoods),
        of=whole(places.of),
        place=found.area.name,
    )


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
