"""Figures that are simply counted: people, households, searches, published counts."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk


CENSUS = Period.parse("2021-03", "2021-03")


def asked_figure(
    desk: Desk,
    ask: Ask,
    value: Value | None,
    *,
    area: Area,
    period: Period,
    source: str,
    unit: Unit = Unit.RECORDS,
    offence: str | None = None,
    detail: str = "",
) -> Figure:
    """A number that is the answer to one question, as it stands."""
    return Figure(
        measure=ask.question,
        offence=offence,
        area=area,
        period=period,
        value=NotKnown("the source does not give it") if value is None else value,
        unit=unit,
        sources=(source,),
        recipe=Recipe(ask.question, {"answer": ask}),
        method="count",
        detail=detail,
        marking=desk.marking,
    )


def counted_figure(
    desk: Desk,
    *,
    measure: str,
    area: Area,
    value: Value | None,
    unit: Unit,
    source: str,
    period: Period = CENSUS,
    offence: str | None = None,
    detail: str = "",
    arguments: dict[str, Json] | None = None,
) -> Figure:
    """A count of one area, asked under the measure's own name."""
    asked: dict[str, Json] = {"area": area.code, **(arguments or {})}
    return asked_figure(
        desk,
        Ask(measure, asked),
        value,
        area=area,
        period=period,
        source=source,
        unit=unit,
        offence=offence,
        detail=detail,
    )


def residents_figure(desk: Desk, area: Area) -> Figure:
    """Usual residents. Unit: people."""
    people = desk.evidence.people
    return counted_figure(
        desk,
        measure="residents",
        area=area,
        value=people.residents.get(area.code),
        unit=Unit.PEOPLE,
        source=people.source,
    )


def households_figure(desk: Desk, area: Area) -> Figure:
    """Households. Unit: households."""
    people = desk.evidence.people
    return counted_figure(
        desk,
        measure="households",
        area=area,
        value=people.households.get(area.code),
        unit=Unit.HOUSEHOLDS,
        source=people.source,
    )
