"""The profile of the high-impact areas: land, people, crime, harm, and what partners hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import NOT_GIVEN, Ints
from wardwise.figures.area_profiles import (
    ProfileLine,
    Thing,
    judged,
    moved_quotient,
    profile_line,
)
from wardwise.figures.by_lsoa import ByLsoa, Floats, harm_by_lsoa, offences_by_lsoa
from wardwise.figures.counted import CENSUS
from wardwise.figures.desk import Desk
from wardwise.figures.high_impact_areas import Areas, areas_found
from wardwise.figures.people_selected import CRIMES, SOURCE_OF, Selected, select, select_every
from wardwise.measures.levels.share import share_percent
from wardwise.measures.place.area_profile import area_profile
from wardwise.measures.place.concentration_quotient import concentration_quotient


FLAGS = {
    "Domestic abuse": "domestic_abuse",
    "Child abuse": "child_abuse",
    "Knife": "knife",
    "Any weapon": "weapon_used",
    "Alcohol": "alcohol",
}
ROLES = {
    "suspect": "Suspects who live there",
    "offender": "Offenders who live there",
    "victim": "Victims who live there",
}
FEWEST = 30
"""Crimes or people placed in a neighbourhood under which a line is not printed."""


@dataclass(frozen=True)
class Workday:
    """The areas' part of the people who are there by day, and crime over that part."""

    share: Figure
    quotient: Figure
    source: str


@dataclass(frozen=True)
class HighImpact:
    """The areas and their profile. ``moved`` maps metres to the quotients of crime and harm."""

    areas: Areas
    land: ProfileLine
    residents: ProfileLine
    crime: ProfileLine
    harm: ProfileLine | None
    offences: tuple[ProfileLine, ...]
    partners: tuple[ProfileLine, ...]
    moved: tuple[tuple[float, Figure, Figure | None], ...]
    workday: Workday | None = None

    @property
    def tested(self) -> tuple[ProfileLine, ...]:
        """Every line that is set against chance, in printed order."""
        whole = (self.crime, *([self.harm] if self.harm else []))
        return (*whole, *self.offences, *self.partners)


def high_impact(desk: Desk) -> HighImpact | NotKnown:
    """Everything about the latest year; why there is nothing."""
    areas = areas_found(desk)
    if isinstance(areas, NotKnown):
        return areas
    crime = _crime(desk, None, "All recorded crime")
    if isinstance(crime, NotKnown):
        return crime
    harm = _harm(desk)
    offences = [_crime(desk, name, name) for name in desk.offences]
    things = [
        crime,
        *([harm] if harm else []),
        *(thing for thing in offences if isinstance(thing, Thing)),
        *_of_partners(desk),
    ]
    lines = judged([profile_line(desk, areas, thing) for thing in things])
    start = 2 if harm else 1
    end = start + sum(isinstance(thing, Thing) for thing in offences)
    return HighImpact(
        areas=areas,
        land=profile_line(desk, areas, _land(desk, areas), tested=False),
        residents=profile_line(desk, areas, _residents(desk, areas), tested=False),
        crime=lines[0],
        harm=lines[1] if harm else None,
        offences=lines[start:end],
        partners=lines[end:],
        moved=tuple(_moved(desk, areas, crime, harm)),
        workday=_workday(desk, areas, lines[0]),
    )


def _workday(desk: Desk, areas: Areas, crime: ProfileLine) -> Workday | None:
    """None where the settings give no people by day."""
    settings = desk.settings.places.high_impact
    if settings.workday is None or crime.share.recipe is None:
        return None
    inside = sum(area.workday_people or 0 for area in settings.areas)
    total = settings.workday.people
    share = share_percent(part=inside, whole=total, level=desk.level)
    held = area_profile(
        held=crime.thing.held.values, base=areas.residents.values, inside=areas.inside
    )
    quotient = concentration_quotient(
        offences_inside=held.inside,
        offences_total=held.total,
        people_inside=inside,
        people_total=total,
        level=desk.level,
    )
    again = crime.share.recipe
    people: dict[str, Json] = {"people_inside": inside, "people_total": total}
    return Workday(
        share=replace(
            crime.share,
            measure="share_percent",
            value=share.value,
            interval=None,
            recipe=Recipe("share_percent", {"part": inside, "whole": total}, "value"),
            method="people by day, as the settings give them",
            detail="high-impact areas, workday people, share",
        ),
        quotient=replace(
            crime.share,
            measure="concentration_quotient",
            unit=Unit.RATIO,
            value=quotient.value,
            interval=quotient.interval,
            recipe=Recipe(
                "concentration_quotient",
                {
                    "offences_inside": replace(again, take="inside"),
                    "offences_total": replace(again, take="total"),
                    "level": desk.level,
                    **people,
                },
                "value",
            ),
            detail="high-impact areas, crime over share of workday people",
        ),
        source=settings.workday.source,
    )


def _land(desk: Desk, areas: Areas) -> Thing:
    asked = Ask("hectares_by_lsoa", {"area": desk.area.code})
    held = ByLsoa(areas.land.hectares, asked)
    return Thing("Land", held, CENSUS, "ons_geography", unit="hectares")


def _residents(desk: Desk, areas: Areas) -> Thing:
    source = desk.evidence.people.source
    return Thing("Residents", areas.residents, CENSUS, source, unit="people")


def _crime(desk: Desk, offence: str | None, name: str) -> Thing | NotKnown:
    held = offences_by_lsoa(desk, offence=offence, period=desk.latest)
    if isinstance(held, NotKnown):
        return held
    return Thing(name, held, desk.latest, desk.source, offence=offence)


def _harm(desk: Desk) -> Thing | None:
    held = harm_by_lsoa(desk, period=desk.latest)
    if isinstance(held, NotKnown):
        return None
    return Thing("Harm (severity points)", held, desk.latest, desk.source, unit="points")


def _moved(
    desk: Desk, areas: Areas, crime: Thing, harm: Thing | None
) -> Iterator[tuple[float, Figure, Figure | None]]:
    far = desk.settings.places.high_impact.boundary_metres
    for metres in (-far, far):
        yield (
            metres,
            moved_quotient(desk, areas, crime, metres=metres),
            moved_quotient(desk, areas, harm, metres=metres) if harm else None,
        )


def _of_partners(desk: Desk) -> Iterator[Thing]:
    """Flags on crimes by where they happened, and people by where they live."""
    held = desk.evidence.recorded_people
    if isinstance(held, NotHeld):
        return
    for name, flag in FLAGS.items():
        if flag in held.crimes.is_set:
            found = select_flag(desk, name, flag)
            if found is not None:
                counts = _by_lsoa(
                    desk, found.held.crimes.lsoas, found.held.crimes.lsoa[found.crimes]
                )
                asked = found.ask("partner_crimes_by_lsoa")
                yield from _if_enough(found, (f"{name} (flag)", CRIMES), counts, asked)
    every = select_every(desk)
    lands = held.neighbourhoods
    if isinstance(every, NotKnown) or lands is None:
        return
    for role, name in ROLES.items():
        if role in held.people:
            at = every.once(role)
            counts = _by_lsoa(desk, lands.codes, every.rows(role).home[at])
            asked = every.ask("partner_homes_by_lsoa", role=role)
            yield from _if_enough(every, (name, SOURCE_OF[role]), counts, asked)


def select_flag(desk: Desk, name: str, flag: str) -> Selected | None:
    """Crimes with the flag; None where there is none."""
    found = select(desk, name=name, offences=(), flags=(flag,))
    return None if isinstance(found, NotKnown) else found


def _by_lsoa(desk: Desk, codes: tuple[str, ...], positions: Ints) -> Floats:
    """How many are at each LSOA of the partnership."""
    place = {area.code: n for n, area in enumerate(desk.evidence.local.areas)}
    to = np.array([*(place.get(code, NOT_GIVEN) for code in codes), NOT_GIVEN])
    found = to[positions]
    return np.bincount(found[found >= 0], minlength=len(place)).astype(float)


def _if_enough(
    found: Selected, named: tuple[str, str], counts: Floats, asked: Ask
) -> Iterator[Thing]:
    if counts.sum() < FEWEST:
        return
    name, source = named
    yield Thing(
        name,
        ByLsoa(counts, asked),
        found.chosen.period,
        source,
        unit="offences" if source == CRIMES else "people",
        about_people=True,
        marking=found.held.marking,
    )
