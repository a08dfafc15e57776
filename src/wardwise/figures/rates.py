"""Rates per 1,000 residents or households as figures."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.rate import rate_per_1000_households, rate_per_1000_residents


def rate_figure(
    desk: Desk, *, area: Area, period: Period, offence: str | None, households: bool = False
) -> Figure:
    """Offences per 1,000 residents (or households) of the Census year, for the period."""
    people = desk.evidence.people
    name = "households" if households else "residents"
    found = _rate(desk, area, period, offence, name)
    estimate = None if isinstance(found, NotKnown) else found
    measure = f"rate_per_1000_{name}"
    return Figure(
        measure=measure,
        offence=offence,
        area=area,
        period=period,
        value=found if isinstance(found, NotKnown) else found.value,
        unit=Unit.PER_1000_HOUSEHOLDS if households else Unit.PER_1000_RESIDENTS,
        sources=(desk.source, people.source),
        recipe=Recipe(
            measure,
            {
                "offences": Ask("offences", desk.ask(area, period, offence)),
                name: Ask(name, {"area": area.code}),
            },
            "value",
        ),
        method=f"offences ÷ {name} (Census {people.year}) × 1,000"
        + (f", {estimate.method} interval" if estimate else ""),
        interval=estimate.interval if estimate else None,
        marking=desk.marking,
    )


def _rate(
    desk: Desk, area: Area, period: Period, offence: str | None, name: str
) -> Estimate | NotKnown:
    people, level = desk.evidence.people, desk.level_of(area)
    base = (people.households if name == "households" else people.residents).get(area.code)
    counts, codes = desk.counts_of(area)
    count = counts.total(period, offence=offence, codes=codes)
    if isinstance(count, NotKnown):
        return count
    if not base:
        return NotKnown(f"the number of {name} is not known")
    if name == "households":
        return rate_per_1000_households(offences=count, households=base, level=level)
    return rate_per_1000_residents(offences=count, residents=base, level=level)
