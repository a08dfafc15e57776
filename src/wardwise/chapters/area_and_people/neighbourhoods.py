"""Wards and LSOAs: their people, and how deprived they are."""

from __future__ import annotations

from collections.abc import Collection

from wardwise.chapters.area_and_people.findings import DeprivedPlaces, Neighbourhood, WardRow
from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.counted import (
    CENSUS,
    Counted,
    counted_figure,
    households_figure,
    residents_figure,
)
from wardwise.figures.desk import Desk
from wardwise.figures.population import share_figure
from wardwise.figures.population_traits import DEPRIVED_HOUSEHOLDS, Trait


NO_INDEX = NotKnown("the index does not give it")


def deprived_places(desk: Desk, edition: str) -> DeprivedPlaces:
    """How many neighbourhoods are in the most deprived tenth, and in how many wards."""
    place = desk.evidence.place
    inside = _in_tenth(desk, edition, desk.evidence.place.members[desk.area.code])
    wards = {place.ward_of[code] for code in inside}
    every = Counted(desk.area, CENSUS, "census_2021", Unit.AREAS)
    return DeprivedPlaces(
        neighbourhoods=_in_most_deprived(
            desk, "lsoas_in_most_deprived", inside, edition, area=desk.area
        ),
        of=counted_figure(desk, "lsoas", len(place.lsoas), every),
        wards=_in_most_deprived(desk, "wards_with_most_deprived", wards, edition, area=desk.area),
        of_wards=counted_figure(desk, "wards", len(place.wards), every),
    )


def _in_most_deprived(
    desk: Desk, measure: str, found: Collection[str], edition: str, *, area: Area
) -> Figure:
    of = Counted(area, CENSUS, edition, Unit.AREAS)
    return counted_figure(desk, measure, len(found), of, edition=edition, tenths=1)


def ward_rows(
    desk: Desk, traits: tuple[Trait, ...], editions: tuple[str, ...]
) -> tuple[WardRow, ...]:
    """Every ward, the one with the largest share in the first trait first."""
    rows = [
        WardRow(
            area=ward,
            residents=residents_figure(desk, ward),
            households=households_figure(desk, ward),
            deprived=tuple(share_figure(desk, ward, trait) for trait in traits),
            lsoas_in_tenth=_ward_tenth(desk, ward, editions[0]) if editions else None,
        )
        for ward in desk.evidence.place.wards
    ]
    return tuple(sorted(rows, key=_most_deprived_first))


def _most_deprived_first(row: WardRow) -> tuple[float, ...]:
    known = [-figure.number if figure.status == "known" else 1.0 for figure in row.deprived]
    return (*known, 0.0)


def neighbourhoods(desk: Desk, editions: tuple[str, ...]) -> tuple[Neighbourhood, ...]:
    """Every LSOA in the order of its ward's name and its own."""
    place = desk.evidence.place
    names = {ward.code: ward.name for ward in place.wards}
    found = [
        Neighbourhood(
            area=lsoa,
            ward=names[place.ward_of[lsoa.code]],
            residents=residents_figure(desk, lsoa),
            tenths=tuple(_tenth(desk, lsoa, edition) for edition in editions),
            households_deprived=share_figure(desk, lsoa, DEPRIVED_HOUSEHOLDS),
        )
        for lsoa in place.lsoas
    ]
    return tuple(sorted(found, key=lambda row: (row.ward, row.area.name)))


def _in_tenth(desk: Desk, edition: str, codes: tuple[str, ...]) -> list[str]:
    tenths = _tenths(desk, edition)
    return [code for code in codes if tenths.get(code) == 1]


def _tenths(desk: Desk, edition: str) -> dict[str, int]:
    held = desk.evidence.deprivation
    return {} if isinstance(held, NotHeld) else dict(held.editions.get(edition, {}))


def _ward_tenth(desk: Desk, ward: Area, edition: str) -> Figure:
    inside = _in_tenth(desk, edition, desk.evidence.place.members[ward.code])
    return _in_most_deprived(desk, "lsoas_in_most_deprived", inside, edition, area=ward)


def _tenth(desk: Desk, lsoa: Area, edition: str) -> Figure:
    value = _tenths(desk, edition).get(lsoa.code, NO_INDEX)
    of = Counted(lsoa, CENSUS, edition, Unit.RANK)
    return counted_figure(desk, "deprivation_tenth", value, of, edition=edition)
