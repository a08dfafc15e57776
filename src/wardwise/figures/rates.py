"""Rates per 1,000 residents or households as figures."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.levels.rate import rate_per_1000_households, rate_per_1000_residents


def rate_figure(
    desk: Desk, *, area: Area, period: Period, offence: str | None, households: bool = False
) -> Figure:
    """Offences per 1,000 residents (or households) of the Census year, for the period."""
    people = desk.evidence.people
    base = (people.households if households else people.residents).get(area.code)
    counts, codes = desk.counts_of(area)
    count = counts.total(period, offence=offence, codes=codes)
    name = "households" if households else "residents"
    estimate = None
    value: float | NotKnown
    if isinstance(count, NotKnown):
        value = count
    elif not base:
        value = NotKnown(f"the number of {name} is not known")
    elif households:
        estimate = rate_per_1000_households(
            offences=count, households=base, level=desk.level_of(area)
        )
        value = estimate.value
    else:
        estimate = rate_per_1000_residents(
            offences=count, residents=base, level=desk.level_of(area)
        )
        value = estimate.value
    measure = f"rate_per_1000_{name}"
    return Figure(
        measure=measure,
        offence=offence,
        area=area,
        period=period,
        value=value,
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
