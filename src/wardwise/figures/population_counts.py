"""Census counts of any area on the desk: its own LSOAs, or whole districts."""

from __future__ import annotations

from collections.abc import Mapping

from wardwise.domain.evidence import Deprivation, NotHeld
from wardwise.domain.figure import Json
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk


COUNTRY = "K04000001"
MISSING = NotKnown("the Census or the index does not give it for every part of the area")
PART = NotKnown("the Census is read by district, and this is only a part of one")
WALES = "Wales"
NOT_IN_WALES = (
    "the English index of deprivation stops at the border, and the Welsh Index of Multiple "
    "Deprivation, from the Welsh Government, is not held"
)
NOT_ENGLISH = NotKnown("the English index does not cover Wales")
OF_DISTRICTS = ("people_of_age", "people_of_sex", "people_of_group")
"""Questions that the Census answers for whole districts alone."""


def districts_in(desk: Desk, code: str) -> tuple[str, ...]:
    """The districts that the area is made of; every district for England and Wales."""
    districts_of = desk.evidence.place.districts_of
    if code == COUNTRY:
        return tuple(name for name, inside in districts_of.items() if inside == (name,))
    return tuple(districts_of.get(code, (code,)))


def whole_of(desk: Desk, code: str, whole: str) -> int | NotKnown:
    """Residents or households of the area."""
    people = desk.evidence.people
    counts = people.households if whole == "households" else people.residents
    if code in counts:
        return counts[code]
    return _summed(counts, districts_in(desk, code))


def part_of(desk: Desk, code: str, question: str, arguments: Mapping[str, Json]) -> int | NotKnown:
    """Those of them that a question of ``evidence/questions/people.py`` counts."""
    people, districts = desk.evidence.people, districts_in(desk, code)
    if question in OF_DISTRICTS and is_part_of_districts(desk, code):
        return PART
    match question:
        case "people_of_age":
            return _summed(_column(people.ages, str(arguments["band"])), districts)
        case "people_of_sex":
            return _summed(_column(people.sexes, str(arguments["sex"])), districts)
        case "people_of_group":
            return _summed(_column(people.ethnicity, str(arguments["group"])), districts)
    deprivation = desk.evidence.deprivation
    if isinstance(deprivation, NotHeld):
        return NotKnown(f"this needs {deprivation.what}, from {deprivation.from_whom}")
    members = desk.evidence.place.members.get(code)
    if question == "households_deprived":
        if members:
            return _summed(deprivation.households_deprived, members)
        return _held_or_summed(deprivation.households_deprived_in, code, districts)
    return _in_tenths(desk, code, deprivation, arguments)


def _in_tenths(
    desk: Desk, code: str, deprivation: Deprivation, arguments: Mapping[str, Json]
) -> int | NotKnown:
    edition, tenths = str(arguments["edition"]), int(str(arguments["tenths"]))
    members = desk.evidence.place.members.get(code)
    if any(name.startswith("W") for name in districts_in(desk, code)):
        return NOT_ENGLISH
    if members is None:
        by_district = deprivation.residents_by_tenth.get(edition, {})
        return _held_or_summed(
            {name: sum(counts[:tenths]) for name, counts in by_district.items()},
            code,
            districts_in(desk, code),
        )
    tenth_of = deprivation.editions.get(edition, {})
    if any(lsoa not in tenth_of for lsoa in members):
        return MISSING
    return _summed(
        desk.evidence.people.residents, [lsoa for lsoa in members if tenth_of[lsoa] <= tenths]
    )


def is_part_of_districts(desk: Desk, code: str) -> bool:
    """Whether it is a partnership inside a merged district, with fewer people than that has."""
    people = desk.evidence.people.residents
    districts = _summed(people, districts_in(desk, code))
    ours = people.get(code)
    return ours is not None and not isinstance(districts, NotKnown) and ours < districts


def _held_or_summed(
    counts: Mapping[str, int], code: str, districts: tuple[str, ...]
) -> int | NotKnown:
    return counts[code] if code in counts else _summed(counts, districts)


def _column(table: Mapping[str, Mapping[str, int]], name: str) -> dict[str, int]:
    return {code: row[name] for code, row in table.items() if name in row}


def _summed(counts: Mapping[str, int], codes: tuple[str, ...] | list[str]) -> int | NotKnown:
    if any(code not in counts for code in codes):
        return MISSING
    return sum(counts[code] for code in codes)
