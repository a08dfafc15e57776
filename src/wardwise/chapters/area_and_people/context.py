"""Context indicators as figures, in their own units."""

from __future__ import annotations

from wardwise.chapters.area_and_people.findings import ContextRow
from wardwise.document.words import rounded
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import ContextValue
from wardwise.domain.figure import Figure, Json, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.counted import counted_figure
from wardwise.figures.desk import Desk


ENGLAND = Area("E92000001", "England", AreaKind.COUNTRY)


def context_rows(desk: Desk) -> tuple[ContextRow, ...]:
    """Every indicator held, beside England and the region as its publisher gives them."""
    return tuple(
        ContextRow(
            indicator=held.indicator,
            period=held.period,
            unit=held.unit,
            ours=_figure(desk, held, "value", held.value),
            limits=_limits(held),
            england=_figure(desk, held, "england", held.england),
            region=_figure(desk, held, "region", held.region),
            published=", ".join(part for part in (held.published_by, held.published_on) if part),
        )
        for held in desk.evidence.context.held
    )


def _limits(held: ContextValue) -> str:
    if held.lower is None or held.upper is None:
        return "–"
    return f"{rounded(held.lower, 1)} to {rounded(held.upper, 1)}"


def _figure(desk: Desk, held: ContextValue, column: str, value: float | None) -> Figure:
    codes: list[Json] = [desk.evidence.place.csp_code]
    return counted_figure(
        desk,
        measure="context_value",
        area=desk.area,
        value=NotKnown("the file of context does not give it") if value is None else value,
        unit=Unit.PERCENT if held.unit == "percent" else Unit.RATIO,
        source="context",
        detail=f"{held.indicator}, {held.period}, {column}; {held.unit}",
        arguments={
            "areas": codes,
            "indicator": held.indicator,
            "period": held.period,
            "column": column,
        },
    )
