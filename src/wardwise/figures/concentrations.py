"""How concentrated in place an offence is, as figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.place.share_of_places import PlacesHolding, share_of_places_holding


DRAWS = 999


@dataclass(frozen=True, eq=False)
class ConcentrationFound:
    """Offences by LSOA, the share of LSOAs that hold half, and what chance would give."""

    counts: NDArray[np.float64]
    areas: tuple[Area, ...]
    found: PlacesHolding | NotKnown
    places: Figure
    chance: Figure


def concentration(desk: Desk, *, offence: str | None, period: Period) -> ConcentrationFound:
    """Over the LSOAs of the partnership, chance by residents."""
    counts = desk.evidence.local.by_area(period, offence=offence)
    residents = desk.evidence.people.residents
    weights = np.array([float(residents.get(area.code, 0)) for area in desk.evidence.local.areas])
    found: PlacesHolding | NotKnown
    if np.isnan(counts).any():
        found = NotKnown("the period is not held for every neighbourhood")
    elif counts.sum() == 0:
        found = NotKnown("none was recorded")
    else:
        found = share_of_places_holding(
            counts=counts, seed=desk.settings.seed, draws=DRAWS, weights=weights
        )
    return ConcentrationFound(
        counts=counts,
        areas=desk.evidence.local.areas,
        found=found,
        places=_figure(desk, offence, period, found, "places_percent"),
        chance=_figure(desk, offence, period, found, "chance_percent"),
    )


def _figure(
    desk: Desk, offence: str | None, period: Period, found: PlacesHolding | NotKnown, take: str
) -> Figure:
    value = found if isinstance(found, NotKnown) else float(getattr(found, take))
    by_chance = take == "chance_percent"
    return Figure(
        measure="share_of_places_holding",
        offence=offence,
        area=desk.area,
        period=period,
        value=value,
        unit=Unit.PERCENT,
        sources=(desk.source,),
        recipe=places_recipe(desk, "share_of_places_holding", offence, period, take),
        method=f"share of LSOAs that hold half of the offences{', by chance' * by_chance}",
        detail="by chance alone" if by_chance else "",
        marking=desk.marking,
    )


def places_recipe(
    desk: Desk, measure: str, offence: str | None, period: Period, take: str
) -> Recipe:
    """A measure of offences by LSOA against what chance by residents would give."""
    return Recipe(
        measure,
        {
            "counts": Ask("offences_by_lsoa", desk.ask(desk.area, period, offence)),
            "weights": Ask("residents_by_lsoa", {"area": desk.area.code}),
            "seed": desk.settings.seed,
            "draws": DRAWS,
        },
        take,
    )
