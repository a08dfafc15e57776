"""Census counts of any area on the desk: its own LSOAs, or whole districts."""

from __future__ import annotations

from collections.abc import Mapping

from wardwise.domain.evidence import Deprivation, NotHeld
from wardwise.domain.figure import Json
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk


COUNTRY = "K04000001"
MISSING = NotKnown("the Census or the index does not give it for every part of the area")
NOT_ENGLISH = NotKnown("the English index does not cover Wales")


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
        return _summed(deprivation.households_deprived_in, districts)
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
        return _summed(
            {name: sum(counts[:tenths]) for name, counts in by_district.items()},
            districts_in(desk, code),
        )
    tenth_of = deprivation.editions.get(edition, {})
    if any(lsoa not in tenth_of for lsoa in members):
        return MISSING
    return _summed(
        desk.evidence.people.residents, [lsoa for lsoa in members if tenth_of[lsoa] <= tenths]
    )


def _column(table: Mapping[str, Mapping[str, int]], name: str) -> dict[str, int]:
    return {code: row[name] for code, row in table.items() if name in row}


def _summed(counts: Mapping[str, int], codes: tuple[str, ...] | list[str]) -> int | NotKnown:
    if any(code not in counts for code in codes):
        return MISSING
    return sum(counts[code] for code in codes)
