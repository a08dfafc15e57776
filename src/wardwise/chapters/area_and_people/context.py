"""Context indicators as figures, in their own units."""

from __future__ import annotations

from wardwise.chapters.area_and_people.findings import ContextRow
from wardwise.document.words import rounded
from wardwise.domain.evidence import ContextValue
from wardwise.figures.context_values import context_figure
from wardwise.figures.desk import Desk


def context_rows(desk: Desk) -> tuple[ContextRow, ...]:
    """Every indicator held, beside England and the region as its publisher gives them."""
    return tuple(
        ContextRow(
            indicator=held.indicator,
            period=held.period,
            unit=held.unit,
            ours=context_figure(desk, held, "value"),
            limits=_limits(held),
            england=context_figure(desk, held, "england"),
            region=context_figure(desk, held, "region"),
            published=", ".join(part for part in (held.published_by, held.published_on) if part),
        )
        for held in desk.evidence.context.held
    )


def _limits(held: ContextValue) -> str:
    if held.lower is None or held.upper is None:
        return "–"
    return f"{rounded(held.lower, 1)} to {rounded(held.upper, 1)}"
