"""Where a ward stands among the partnership's wards by its rate, as a figure."""

from __future__ import annotations

import numpy as np

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.pooled import dispersion_of, dispersion_recipe
from wardwise.measures.compare.rank import Rank, rank_position


def ward_rank_figure(desk: Desk, *, ward: Area, period: Period, offence: str | None) -> Figure:
    """Place by the rate per 1,000 residents, 1 the highest, with the places it may truly hold."""
    wards, people = desk.evidence.place.wards, desk.evidence.people
    found = _rank(desk, ward, period, offence)
    known = None if isinstance(found, NotKnown) else found
    return Figure(
        measure="rank_position",
        offence=offence,
        area=ward,
        period=period,
        value=known.position if known else NotKnown(getattr(found, "reason", "")),
        unit=Unit.RANK,
        sources=(desk.source, people.source),
        recipe=_recipe(desk, ward, period, offence),
        method=f"rank of the rate per 1,000 residents, 1 the highest; {known.method}"
        if known
        else "",
        interval=Interval(known.lower, known.upper, known.level, known.method) if known else None,
        detail=f"among the {len(wards)} wards",
        marking=desk.marking,
    )


def _recipe(desk: Desk, ward: Area, period: Period, offence: str | None) -> Recipe:
    wards = desk.evidence.place.wards
    codes: list[Json] = [one.code for one in wards]
    asked = desk.ask(ward, period, offence)
    del asked["area"]
    return Recipe(
        "rank_position",
        {
            "counts": Ask("offences_of_areas", asked | {"areas": codes}),
            "denominators": Ask("residents_of_areas", {"areas": codes}),
            "ours": wards.index(ward),
            "phi": dispersion_recipe(
                desk, period=period, before=period.earlier(), offence=offence, small=True
            ),
            "level": desk.level,
        },
        "position",
    )


def _rank(desk: Desk, ward: Area, period: Period, offence: str | None) -> Rank | NotKnown:
    wards, residents = desk.evidence.place.wards, desk.evidence.people.residents
    totals = []
    for one in wards:
        counts, codes = desk.counts_of(one)
        totals.append(counts.total(period, offence=offence, codes=codes))
    known = [float(total) for total in totals if not isinstance(total, NotKnown)]
    if len(known) < len(totals):
        return next(total for total in totals if isinstance(total, NotKnown))
    if any(not residents.get(one.code) for one in wards):
        return NotKnown("the residents of a ward are not known")
    return rank_position(
        counts=np.array(known),
        denominators=np.array([float(residents[one.code]) for one in wards]),
        ours=wards.index(ward),
        phi=dispersion_of(
            desk, period=period, before=period.earlier(), offence=offence, small=True
        ).phi,
        level=desk.level,
    )
