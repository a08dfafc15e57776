"""Context indicators as figures: their own months, their own unit, the limits as published."""

from __future__ import annotations

from dataclasses import replace

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import ContextValue
from wardwise.domain.figure import Figure, Json, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period_words import period_of
from wardwise.figures.counted import CENSUS, Counted, counted_figure
from wardwise.figures.desk import Desk


LEVEL = 0.95
"""Of limits as publishers give them, unless they say otherwise."""
ENGLAND = Area("E92000001", "England", AreaKind.COUNTRY)


def context_figure(desk: Desk, held: ContextValue, column: str) -> Figure:
    """The partnership's value, or England's or the region's beside it, in the indicator's unit."""
    value = {"value": held.value, "england": held.england, "region": held.region}[column]
    codes: list[Json] = [desk.evidence.place.csp_code]
    figure = counted_figure(
        desk,
        "context_value",
        NotKnown("the file of context does not give it") if value is None else value,
        Counted(
            area=desk.area,
            period=period_of(held.period) or CENSUS,
            source="context",
            unit=Unit.PERCENT if held.unit == "percent" else Unit.RATIO,
            detail=f"{held.indicator}, {held.period}, {column}; {held.unit}",
        ),
        areas=codes,
        indicator=held.indicator,
        period=held.period,
        column=column,
    )
    if column == "england":
        figure = replace(figure, area=ENGLAND)
    limits = _published(held) if column == "value" and value is not None else None
    return replace(figure, interval=limits, method="as published") if limits else figure


def _published(held: ContextValue) -> Interval | None:
    if held.lower is None or held.upper is None:
        return None
    return Interval(held.lower, held.upper, LEVEL, "as published")
