"""What part of the partnership's offences an area inside it has, and what stands out there."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.shares import share_of
from wardwise.measures.estimate import Estimate
from wardwise.measures.place.concentration_quotient import concentration_quotient


def area_share_figure(desk: Desk, *, area: Area, period: Period, offence: str | None) -> Figure:
    """The area's part of all offences in the partnership. Unit: percent."""
    part, whole = _total(desk, area, period, offence), _total(desk, desk.area, period, offence)
    level = desk.level_of(area)
    found = share_of(part, whole, level=level, if_none="none was recorded in the whole area")
    return _figure(
        desk,
        ("share_percent", f"of {desk.area.name}"),
        (area, period, offence),
        found,
        Recipe(
            "share_percent",
            {
                "part": Ask("offences", desk.ask(area, period, offence)),
                "whole": Ask("offences", desk.ask(desk.area, period, offence)),
                "level": level,
            },
            "value",
        ),
    )


def quotient_figure(desk: Desk, *, area: Area, period: Period, offence: str) -> Figure:
    """Location quotient: the area's share of the offence over its share of all offences.

    Anti-social behaviour is no recorded crime: its share is still set against theirs.
    """
    asked = {
        "offences_inside": desk.ask(area, period, offence),
        "offences_total": desk.ask(desk.area, period, offence),
        "people_inside": desk.ask(area, period, None),
        "people_total": desk.ask(desk.area, period, None),
    }
    return _figure(
        desk,
        ("concentration_quotient", "against all recorded crime"),
        (area, period, offence),
        _quotient(desk, area, period, offence),
        Recipe(
            "concentration_quotient",
            {name: Ask("offences", one) for name, one in asked.items()}
            | {"level": desk.level_of(area)},
            "value",
        ),
    )


def _quotient(desk: Desk, area: Area, period: Period, offence: str) -> Estimate | NotKnown:
    totals = [
        _total(desk, where, period, what) for what in (offence, None) for where in (area, desk.area)
    ]
    known = [total for total in totals if not isinstance(total, NotKnown)]
    if len(known) < len(totals):
        return next(total for total in totals if isinstance(total, NotKnown))
    inside, total, all_inside, all_total = known
    if total == 0 or all_inside == 0:
        return NotKnown("too little was recorded for a quotient")
    return concentration_quotient(
        offences_inside=inside,
        offences_total=total,
        people_inside=all_inside,
        people_total=all_total,
        level=desk.level_of(area),
    )


def _total(desk: Desk, area: Area, period: Period, offence: str | None) -> int | NotKnown:
    counts, codes = desk.counts_of(area)
    return counts.total(period, offence=offence, codes=codes)


def _figure(
    desk: Desk,
    named: tuple[str, str],
    about: tuple[Area, Period, str | None],
    found: Estimate | NotKnown,
    recipe: Recipe,
) -> Figure:
    (measure, detail), (area, period, offence) = named, about
    is_quotient = measure == "concentration_quotient"
    known = None if isinstance(found, NotKnown) else found
    return Figure(
        measure=measure,
        offence=offence,
        area=area,
        period=period,
        value=known.value if known else NotKnown(getattr(found, "reason", "")),
        unit=Unit.RATIO if is_quotient else Unit.PERCENT,
        sources=(desk.source,),
        recipe=recipe,
        method="share of the offence ÷ share of all recorded crime; 1 is its usual part"
        if is_quotient
        else "part of the partnership's offences",
        interval=known.interval if known else None,
        detail=detail,
        marking=desk.marking,
    )
