"""Context indicators as figures, in their own units."""

from __future__ import annotations

import datetime
import re

from wardwise.chapters.area_and_people.findings import ContextRow
from wardwise.document.words import day_in_words, rounded
from wardwise.domain.evidence import ContextValue
from wardwise.domain.period_words import period_of
from wardwise.figures.context_values import context_figure
from wardwise.figures.desk import Desk


def context_rows(desk: Desk) -> tuple[ContextRow, ...]:
    """Every indicator held, beside England and the region as its publisher gives them."""
    return tuple(
        ContextRow(
            indicator=held.indicator,
            period=_period(held.period),
            unit=held.unit,
            ours=context_figure(desk, held, "value"),
            limits=_limits(held),
            england=context_figure(desk, held, "england"),
            region=context_figure(desk, held, "region"),
            published=_published(held),
        )
        for held in desk.evidence.context.held
    )


def _period(text: str) -> str:
    """The publisher's words; months that it writes as figures in words."""
    period = period_of(text)
    return period.label if period and re.search(r"\d{4}-\d{2}\b", text) else text


def _published(held: ContextValue) -> str:
    on = held.published_on and day_in_words(datetime.date.fromisoformat(held.published_on))
    return ", ".join(part for part in (held.published_by, on) if part)


def _limits(held: ContextValue) -> str:
    if held.lower is None or held.upper is None:
        return "–"
    return f"{rounded(held.lower, 1)} to {rounded(held.upper, 1)}"
