"""Counts of recorded crime as figures."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.figure import INCOMPLETE, Ask, Comparison, Figure, Recipe
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.offences import offences


def offences_figure(
    desk: Desk,
    *,
    area: Area,
    period: Period,
    offence: str | None,
    comparison: Comparison | None = None,
) -> Figure:
    """Offences located in the area in the period. Unit: offences, or records."""
    counts, codes = desk.counts_of(area)
    value = counts.total(period, offence=offence, codes=codes)
    level = desk.level_of(area)
    known = None if isinstance(value, NotKnown) else offences(count=value, level=level)
    return Figure(
        measure="offences",
        offence=offence,
        area=area,
        period=period,
        value=value,
        unit=desk.unit,
        sources=(desk.source,),
        recipe=count_recipe(desk, area=area, period=period, offence=offence),
        method=_method(desk, period, known),
        interval=known.interval if known else None,
        comparison=comparison,
        marking=desk.marking,
    )


def _method(desk: Desk, period: Period, known: Estimate | None) -> str:
    """How it was counted, and that the period is incomplete where it is."""
    words = f"count, with a {known.method} interval" if known else "count"
    problem = desk.evidence.completeness.problem(period)
    return f"{words}{INCOMPLETE}{problem}" if problem else words


def count_recipe(desk: Desk, *, area: Area, period: Period, offence: str | None) -> Recipe:
    """How the count is made again from the stored rows."""
    return Recipe("offences", {"count": Ask("offences", desk.ask(area, period, offence))}, "value")
