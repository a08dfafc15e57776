"""How many neighbourhoods hold half of an offence, out of how many, as figures."""

from __future__ import annotations

from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.concentrations import ConcentrationFound, places_recipe
from wardwise.figures.counted import CENSUS, Counted, counted_figure
from wardwise.figures.desk import Desk


def places_figure(
    desk: Desk, found: ConcentrationFound, *, offence: str | None, period: Period
) -> Figure:
    """LSOAs that hold half of the offences. Unit: areas."""
    return Figure(
        measure="share_of_places_holding",
        offence=offence,
        area=desk.area,
        period=period,
        value=found.found if isinstance(found.found, NotKnown) else found.found.places,
        unit=Unit.AREAS,
        sources=(desk.source,),
        recipe=places_recipe(desk, "share_of_places_holding", offence, period, "places"),
        method="number of LSOAs that hold half of the offences",
        detail="number of LSOAs",
        marking=desk.marking,
    )


def lsoas_figure(desk: Desk) -> Figure:
    """LSOAs of the partnership. Unit: areas."""
    of = Counted(desk.area, CENSUS, desk.evidence.people.source, Unit.AREAS)
    return counted_figure(desk, "lsoas", len(desk.evidence.local.areas), of)
