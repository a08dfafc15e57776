"""Hot spots of the latest year by harm, beside those by count, as figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.by_lsoa import ByLsoa, harm_by_lsoa, offences_by_lsoa
from wardwise.figures.desk import Desk
from wardwise.figures.harm import harm_figure
from wardwise.figures.hot_spots import FEWEST
from wardwise.measures.hot_spots.harm_hot_spots import HarmHotSpots, harm_hot_spots


@dataclass(frozen=True, eq=False)
class HotByHarm:
    """What harm calls hot: how many neighbourhoods, and those that counts call otherwise.

    ``is_hot`` says it of every neighbourhood by its code, ``harm`` its severity points where they
    were asked for.
    """

    period: Period
    hot: Figure
    only_harm: Figure
    only_count: Figure
    new_names: tuple[str, ...]
    lost_names: tuple[str, ...]
    is_hot: Mapping[str, bool]
    harm: Mapping[str, Figure]


def hot_by_harm(desk: Desk, *, shown: tuple[Area, ...]) -> HotByHarm | NotKnown:
    """Of all recorded crime; severity points of the neighbourhoods in ``shown``."""
    areas, place = desk.evidence.local.areas, desk.evidence.place
    weights = desk.evidence.harm
    if len(areas) < FEWEST or any(area.code not in place.neighbours for area in areas):
        return NotKnown("hot spots cannot be told from chance")
    harm = harm_by_lsoa(desk, period=desk.latest)
    counts = offences_by_lsoa(desk, offence=None, period=desk.latest)
    if isinstance(harm, NotKnown):
        return harm
    if isinstance(counts, NotKnown) or isinstance(weights, NotHeld):
        return NotKnown("none was recorded")
    at = desk.evidence.local.area_index
    found = harm_hot_spots(
        harm=harm.values,
        counts=counts.values,
        neighbours=[[at[code] for code in place.neighbours[area.code]] for area in areas],
        seed=desk.settings.seed,
    )
    both = list(zip(areas, found.by_harm, found.by_count, strict=True))
    return HotByHarm(
        period=desk.latest,
        hot=_figure(desk, (harm, counts), found, "hot"),
        only_harm=_figure(desk, (harm, counts), found, "only_harm"),
        only_count=_figure(desk, (harm, counts), found, "only_count"),
        new_names=tuple(area.name for area, harmed, counted in both if harmed and not counted),
        lost_names=tuple(area.name for area, harmed, counted in both if counted and not harmed),
        is_hot={area.code: harmed for area, harmed, _ in both},
        harm={
            area.code: harm_figure(desk, weights, area=area, period=desk.latest, offence=None)
            for area in shown
        },
    )


TOLD = {
    "hot": "hot by harm",
    "only_harm": "hot by harm and not by count",
    "only_count": "hot by count and not by harm",
}


def _figure(desk: Desk, asked: tuple[ByLsoa, ByLsoa], found: HarmHotSpots, take: str) -> Figure:
    harm, counts = asked
    recipe = Recipe(
        "harm_hot_spots",
        {
            "harm": harm.asked,
            "counts": counts.asked,
            "neighbours": Ask("neighbours_by_lsoa", {"area": desk.area.code}),
            "seed": desk.settings.seed,
        },
        take,
    )
    return Figure(
        measure="harm_hot_spots",
        offence=None,
        area=desk.area,
        period=desk.latest,
        value=getattr(found, take),
        unit=Unit.AREAS,
        sources=(desk.source, "home_office_prc"),
        recipe=recipe,
        method=f"Gi* of severity points, {found.draws:,} draws of places, false discovery 5%",
        detail=TOLD[take],
        marking=desk.marking,
    )
