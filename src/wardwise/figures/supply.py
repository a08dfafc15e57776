"""Figures about the evidence itself: rows read, rows used, rows with no place."""

from __future__ import annotations

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.measures.compare.reconciled import reconciled_percent
from wardwise.measures.levels.share import share_percent


def percent_of(part: Figure, whole: Figure, *, detail: str) -> Figure:
    """One figure in percent of another that holds it, by the recipes of both."""
    value: float | NotKnown = _first_reason(part, whole)
    if part.status == whole.status == "known":
        known = whole.number > 0
        value = (
            share_percent(part=part.number, whole=whole.number).value
            if known
            else NotKnown("there are no records")
        )
    return _ratio("share_percent", {"part": part, "whole": whole}, value, detail, take="value")


def against(held: Figure, published: Figure, *, detail: str) -> Figure:
    """One figure in percent of another source's; above 100 where more is held."""
    value: float | NotKnown = _first_reason(held, published)
    if held.status == published.status == "known":
        value = (
            reconciled_percent(held=held.number, published=published.number)
            if published.number > 0
            else NotKnown("none was published as recorded, so there is no percentage of it")
        )
    parts = {"held": held, "published": published}
    return _ratio("reconciled_percent", parts, value, detail, take=None)


def _first_reason(*figures: Figure) -> NotKnown:
    reasons = [figure.value for figure in figures if isinstance(figure.value, NotKnown)]
    return reasons[0] if reasons else NotKnown("")


def _ratio(
    measure: str,
    parts: dict[str, Figure],
    value: float | NotKnown,
    detail: str,
    *,
    take: str | None,
) -> Figure:
    first, second = parts.values()
    recipes: dict[str, Ask | Recipe | Json] = {name: one.recipe for name, one in parts.items()}
    return Figure(
        measure=measure,
        offence=first.offence,
        area=first.area,
        period=first.period,
        value=value,
        unit=Unit.PERCENT,
        sources=tuple(dict.fromkeys((*first.sources, *second.sources))),
        recipe=Recipe(measure, recipes, take),
        method=" ÷ ".join(parts) + " × 100",
        detail=detail,
        marking=first.marking,
    )
