"""Figures of what partners supplied: rows, the share with a place, days late."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.supply import QuarterSupply
from wardwise.figures.counted import Counted, asked_figure
from wardwise.figures.desk import Desk
from wardwise.figures.supply import percent_of
from wardwise.measures.supply.days_late import days_late


NOTHING = NotKnown("it was not supplied")


@dataclass(frozen=True)
class SuppliedFigures:
    """One dataset and quarter in numbers. ``located_percent`` is of the rows used."""

    supply: QuarterSupply
    rows: Figure
    set_aside: Figure
    located_percent: Figure
    days_late: Figure


def supplied_figures(desk: Desk, supply: QuarterSupply) -> SuppliedFigures:
    """Every number that the supply table prints of one dataset and quarter."""
    came = supply.received_on is not None
    rows = _rows(desk, supply, "rows_supplied", supply.rows if came else None)
    located = _rows(desk, supply, "rows_supplied_located", supply.located if came else None)
    aside = sum(supply.set_aside.values()) if came else None
    return SuppliedFigures(
        supply=supply,
        rows=rows,
        set_aside=_rows(desk, supply, "rows_supplied_aside", aside),
        located_percent=percent_of(located, rows, detail=f"located, {supply.prescribed.dataset}"),
        days_late=_late(desk, supply),
    )


def _asked(supply: QuarterSupply) -> dict[str, Json]:
    quarter = supply.quarter
    return {
        "dataset": supply.prescribed.dataset,
        "first": str(quarter.first),
        "last": str(quarter.last),
    }


def _rows(desk: Desk, supply: QuarterSupply, question: str, value: int | None) -> Figure:
    return asked_figure(
        desk,
        Ask(question, _asked(supply)),
        NOTHING if value is None else value,
        Counted(desk.area, supply.quarter, source_of(supply)),
    )


def _late(desk: Desk, supply: QuarterSupply) -> Figure:
    ends, came = str(supply.quarter.last), supply.received_on
    value = days_late(quarter_ends=ends, received_on=came.isoformat()) if came else NOTHING
    return Figure(
        measure="days_late",
        offence=None,
        area=desk.area,
        period=supply.quarter,
        value=value,
        unit=Unit.DAYS,
        sources=(source_of(supply),),
        recipe=Recipe(
            "days_late",
            {"quarter_ends": ends, "received_on": Ask("received_on", _asked(supply))},
        ),
        method="days after the end of the following quarter",
        marking=desk.marking,
    )


def source_of(supply: QuarterSupply) -> str:
    """The source id of the dataset."""
    return f"partner:{supply.prescribed.dataset}"
