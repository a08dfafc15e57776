"""Figures that are simply counted: people, households, searches, published counts."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk


CENSUS = Period.parse("2021-03", "2021-03")


@dataclass(frozen=True)
class Counted:
    """What is counted: where, in which months, by whom, in which unit."""

    area: Area
    period: Period
    source: str
    unit: Unit = Unit.RECORDS
    offence: str | None = None
    detail: str = ""


def asked_figure(desk: Desk, ask: Ask, value: Value | None, of: Counted) -> Figure:
    """A number that is the answer to one question, as it stands."""
    return Figure(
        measure=ask.question,
        offence=of.offence,
        area=of.area,
        period=of.period,
        value=NotKnown("the source does not give it") if value is None else value,
        unit=of.unit,
        sources=(of.source,),
        recipe=Recipe(ask.question, {"answer": ask}),
        method="count",
        detail=of.detail,
        marking=desk.marking,
    )


def counted_figure(
    desk: Desk, measure: str, value: Value | None, of: Counted, **arguments: Json
) -> Figure:
    """A count of one area, asked under the measure's own name."""
    return asked_figure(desk, Ask(measure, {"area": of.area.code, **arguments}), value, of)


def residents_figure(desk: Desk, area: Area) -> Figure:
    """Usual residents. Unit: people."""
    people = desk.evidence.people
    of = Counted(area, CENSUS, people.source, Unit.PEOPLE)
    return counted_figure(desk, "residents", people.residents.get(area.code), of)


def households_figure(desk: Desk, area: Area) -> Figure:
    """Households. Unit: households."""
    people = desk.evidence.people
    of = Counted(area, CENSUS, people.source, Unit.HOUSEHOLDS)
    return counted_figure(desk, "households", people.households.get(area.code), of)
