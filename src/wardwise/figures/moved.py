"""How many of the top neighbourhoods would stay if none had moved, as a figure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.figures.desk import Desk
from wardwise.measures.place.moved_places import moved_places


@dataclass(frozen=True)
class Moved:
    """The overlap of the top tenth to be expected if no place's share had changed."""

    unmoved: Figure
    beyond_chance: bool


def moved(desk: Desk, *, offence: str | None) -> Moved | None:
    """The latest year against the year before; None where they cannot be compared."""
    counts = desk.evidence.local
    before, after = (counts.by_area(year, offence=offence) for year in (desk.before, desk.latest))
    if np.isnan(before).any() or np.isnan(after).any() or len(before) < 3:
        return None
    if not before.sum() or not after.sum():
        return None
    found = moved_places(before=before, after=after, seed=desk.settings.seed)
    figure = Figure(
        measure="moved_places",
        offence=offence,
        area=desk.area,
        period=desk.latest,
        value=found.unmoved_percent,
        unit=Unit.PERCENT,
        sources=(desk.source,),
        recipe=Recipe(
            "moved_places",
            {
                "before": Ask("offences_by_lsoa", desk.ask(desk.area, desk.before, offence)),
                "after": Ask("offences_by_lsoa", desk.ask(desk.area, desk.latest, offence)),
                "seed": desk.settings.seed,
            },
            "unmoved_percent",
        ),
        method="overlap of the top tenths with each LSOA's two years parted at random",
        interval=Interval(found.unmoved_lower, found.unmoved_upper, 0.95, "random partings"),
        detail=f"against {desk.before}, if nothing had moved",
        marking=desk.marking,
    )
    return Moved(figure, found.p_value < 0.05)
