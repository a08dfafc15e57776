"""Which areas are looked at: those that the partnership chose, or those that are proposed."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Ask, Json, Recipe
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.domain.settings_of_places import HARM, OFFENCES
from wardwise.figures.by_lsoa import (
    ByLsoa,
    Floats,
    harm_by_lsoa,
    offences_by_lsoa,
    residents_by_lsoa,
)
from wardwise.figures.desk import Desk
from wardwise.measures.place.proposed_areas import proposed_areas
from wardwise.measures.place.random_areas import random_areas


DRAWS = 999
FEWEST = 12
"""LSOAs under which no area is set against others."""


@dataclass(frozen=True, eq=False)
class Land:
    """LSOAs of the partnership in the order of their codes. Shape of each: LSOAs."""

    codes: tuple[str, ...]
    hectares: Floats
    neighbours: tuple[tuple[int, ...], ...]
    outlines: tuple[str, ...]


@dataclass(frozen=True)
class NamedPart:
    """One of the areas: its name, its LSOAs, and the wards that they lie in."""

    name: str
    codes: tuple[str, ...]
    wards: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, eq=False)
class Areas:
    """The areas together. ``inside`` is 1 for an LSOA in any; ``chosen_on`` the year by which
    they were proposed, None where the partnership chose them; ``by`` what they hold most of."""

    parts: tuple[NamedPart, ...]
    inside: Floats
    marks: Recipe | list[Json]
    land: Land
    residents: ByLsoa
    chosen_on: Period | None
    by: str
    drawn: NDArray[np.bool_]
    drawn_again: Recipe
    area: Area

    @property
    def codes(self) -> tuple[str, ...]:
        """LSOAs of all of them."""
        return tuple(code for part in self.parts for code in part.codes)


def areas_found(desk: Desk) -> Areas | NotKnown:
    """The settings' areas, or proposed ones; why there are none."""
    land, residents = _land(desk), residents_by_lsoa(desk)
    if land is None:
        return NotKnown("it needs the outlines of every neighbourhood")
    if isinstance(residents, NotKnown):
        return residents
    if len(land.codes) < FEWEST:
        return NotKnown(f"there are fewer than {FEWEST} neighbourhoods to choose from")
    if desk.evidence.place.high_impact:
        return _chosen(desk, land, residents)
    return _proposed(desk, land, residents)


def _land(desk: Desk) -> Land | None:
    """None where the outline of an LSOA is not held."""
    place = desk.evidence.place
    codes = tuple(area.code for area in desk.evidence.local.areas)
    if any(code not in place.hectares for code in codes):
        return None
    at = {code: n for n, code in enumerate(codes)}
    return Land(
        codes,
        np.array([place.hectares[code] for code in codes]),
        tuple(tuple(at[other] for other in place.neighbours[code]) for code in codes),
        tuple(place.outlines[code] for code in codes),
    )


def _chosen(desk: Desk, land: Land, residents: ByLsoa) -> Areas | NotKnown:
    sources = {one.name: one.source or "" for one in desk.settings.places.high_impact.areas}
    parts = tuple(
        _part(desk, name, codes, sources.get(name, ""))
        for name, codes in desk.evidence.place.high_impact.items()
    )
    within = {code for part in parts for code in part.codes}
    marks = [int(code in within) for code in land.codes]
    listed: list[Json] = [*marks]
    return _with_others(desk, land, residents, (parts, np.array(marks, float), listed, None, ""))


def _proposed(desk: Desk, land: Land, residents: ByLsoa) -> Areas | NotKnown:
    settings, year = desk.settings.places.high_impact, desk.before
    held = _held_by(desk, settings.by, year)
    if isinstance(held, NotKnown):
        return held
    # as far as from the middle to the edge of a round area that has all the people
    share = settings.people_percent / 100
    reach = math.ceil(math.sqrt(share * len(land.codes) / math.pi))
    found = proposed_areas(
        held=held.values,
        people=residents.values,
        neighbours=land.neighbours,
        people_percent=settings.people_percent,
        parts=settings.parts,
        reach=reach,
    )
    if not found.parts:
        return NotKnown("no neighbourhood is small enough for the share of people that is allowed")
    recipe = Recipe(
        "proposed_areas",
        {
            "held": held.asked,
            "people": residents.asked,
            "neighbours": Ask("neighbours_by_lsoa", {"area": desk.area.code}),
            "people_percent": settings.people_percent,
            "parts": settings.parts,
            "reach": reach,
        },
        "inside",
    )
    parts = tuple(
        _part(desk, f"Area {letter}", tuple(land.codes[n] for n in part))
        for letter, part in zip("ABCD", found.parts, strict=False)
    )
    by = settings.by
    return _with_others(desk, land, residents, (parts, found.inside, recipe, year, by))


def _held_by(desk: Desk, by: str, year: Period) -> ByLsoa | NotKnown:
    if by == HARM:
        return harm_by_lsoa(desk, period=year)
    if by == OFFENCES:
        return offences_by_lsoa(desk, offence=None, period=year)
    if by not in desk.evidence.local.offences:
        return NotKnown(f"'{by}' of places.high_impact.by is no group of offences of the source")
    return offences_by_lsoa(desk, offence=by, period=year)


def _part(desk: Desk, name: str, codes: tuple[str, ...], source: str = "") -> NamedPart:
    place = desk.evidence.place
    names = {ward.code: ward.name for ward in place.wards}
    people = desk.evidence.people.residents
    held: dict[str, int] = {}
    for code in codes:
        ward = names[place.ward_of[code]]
        held[ward] = held.get(ward, 0) + people[code]
    wards = sorted(held, key=lambda ward: (-held[ward], ward))
    return NamedPart(name, codes, tuple(wards), source)


def _with_others(
    desk: Desk,
    land: Land,
    residents: ByLsoa,
    found: tuple[tuple[NamedPart, ...], Floats, Recipe | list[Json], Period | None, str],
) -> Areas:
    """The same with areas drawn at random, in as many pieces of about as many residents."""
    parts, inside, marks, chosen_on, by = found
    people = desk.evidence.people.residents
    sizes = [float(sum(people[code] for code in part.codes)) for part in parts]
    drawn = random_areas(
        people=residents.values,
        neighbours=land.neighbours,
        sizes=sizes,
        seed=desk.settings.seed,
        draws=DRAWS,
    )
    listed: list[Json] = [*sizes]
    again = Recipe(
        "random_areas",
        {
            "people": residents.asked,
            "neighbours": Ask("neighbours_by_lsoa", {"area": desk.area.code}),
            "sizes": listed,
            "seed": desk.settings.seed,
            "draws": DRAWS,
        },
    )
    area = Area("HIGH-IMPACT", "High-impact areas", AreaKind.OWN)
    return Areas(parts, inside, marks, land, residents, chosen_on, by, drawn, again, area)
