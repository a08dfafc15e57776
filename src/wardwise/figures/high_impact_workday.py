"""The high-impact areas beside the people who are there by day, as the settings give them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wardwise.domain.figure import Figure, Json, Recipe, Unit
from wardwise.figures.area_profiles import ProfileLine
from wardwise.figures.desk import Desk
from wardwise.figures.high_impact_areas import Areas
from wardwise.measures.levels.share import share_percent
from wardwise.measures.place.area_profile import area_profile
from wardwise.measures.place.concentration_quotient import concentration_quotient


@dataclass(frozen=True)
class Workday:
    """The areas' part of the people who are there by day, and crime over that part."""

    share: Figure
    quotient: Figure
    source: str


def workday(desk: Desk, areas: Areas, crime: ProfileLine) -> Workday | None:
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
