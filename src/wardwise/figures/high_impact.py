"""The profile of the high-impact areas: land, people, crime, harm, and what partners hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.area_profiles import (
    ProfileLine,
    Thing,
    judged,
    moved_quotient,
    profile_line,
)
from wardwise.figures.by_lsoa import ByLsoa, harm_by_lsoa, offences_by_lsoa
from wardwise.figures.counted import CENSUS
from wardwise.figures.desk import Desk
from wardwise.figures.high_impact_areas import Areas, areas_found
from wardwise.figures.high_impact_partners import things_of_partners
from wardwise.figures.high_impact_workday import Workday, workday


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
        *things_of_partners(desk),
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
        workday=workday(desk, areas, lines[0]),
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
