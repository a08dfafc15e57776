"""Whether the same neighbourhoods have most from one year to the next, as a figure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.measures.place.stable_places import StablePlaces, stable_places


@dataclass(frozen=True)
class Stability:
    """The comparison of the two years, the overlap of the top tenth, and that by chance.

    ``new`` are the neighbourhoods that the year before did not have in it, most offences first.
    """

    found: StablePlaces | NotKnown
    overlap: Figure
    by_chance: Figure
    new: tuple[Area, ...] = ()

    @property
    def lasts(self) -> bool:
        """Whether at least twice as many places stay in the top tenth as chance would keep."""
        return isinstance(self.found, StablePlaces) and (
            self.found.overlap_percent >= 2 * self.found.chance_percent
        )


def stability(desk: Desk, *, offence: str | None) -> Stability:
    """The top tenth of LSOAs in the latest year against that of the year before."""
    counts = desk.evidence.local
    before, after = (counts.by_area(year, offence=offence) for year in (desk.before, desk.latest))
    found: StablePlaces | NotKnown
    if np.isnan(before).any() or np.isnan(after).any():
        found = NotKnown("one of the two years is not held for every neighbourhood")
    elif not before.sum() or not after.sum() or len(before) < 3:
        found = NotKnown("too little was recorded to compare places")
    else:
        found = stable_places(before=before, after=after, seed=desk.settings.seed)
    return Stability(
        found,
        overlap=_figure(desk, offence, found, "overlap_percent"),
        by_chance=_figure(desk, offence, found, "chance_percent"),
        new=tuple(counts.areas[n] for n in found.new) if isinstance(found, StablePlaces) else (),
    )


def _figure(desk: Desk, offence: str | None, found: StablePlaces | NotKnown, take: str) -> Figure:
    by_chance = take == "chance_percent"
    return Figure(
        measure="stable_places",
        offence=offence,
        area=desk.area,
        period=desk.latest,
        value=found if isinstance(found, NotKnown) else float(getattr(found, take)),
        unit=Unit.PERCENT,
        sources=(desk.source,),
        recipe=Recipe(
            "stable_places",
            {
                "before": Ask("offences_by_lsoa", desk.ask(desk.area, desk.before, offence)),
                "after": Ask("offences_by_lsoa", desk.ask(desk.area, desk.latest, offence)),
                "seed": desk.settings.seed,
            },
            take,
        ),
        method="share of the top tenth of LSOAs that was in the top tenth of the year before",
        detail=f"against {desk.before}{', by chance alone' * by_chance}",
        marking=desk.marking,
    )
