"""findings.json: every printed figure, once.

It is a public contract, described in docs/reference/findings_json.md.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from wardwise.domain.figure import Comparison, Figure, Json
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.domain.recipe_json import recipe_json


class FiguresClash(AssertionError):
    """Two different numbers under one id: a fault of ours, never of the evidence."""


def figures_json(entries: Sequence[tuple[str, Figure]]) -> str:
    """The array as text: one figure a line, in the order in which they are first read.

    ``entries`` are chapter and figure, as often as the paper prints them.
    """
    kept: dict[str, tuple[str, Figure]] = {}
    for chapter, figure in entries:
        first, known = kept.get(figure.figure_id, (chapter, figure))
        kept[figure.figure_id] = (first, one_of(known, figure))
    lines = (
        json.dumps(figure_json(figure, chapter=chapter), ensure_ascii=False, allow_nan=False)
        for chapter, figure in kept.values()
    )
    return "[\n" + ",\n".join(lines) + "\n]\n"


def one_of(known: Figure, other: Figure) -> Figure:
    """The two as one: what only one of them carries is kept, what differs is an error."""
    if (known.value, known.unit) != (other.value, other.unit):
        raise FiguresClash(
            f"{known.figure_id} ({known.measure}, {known.offence}, {known.area.code}, "
            f"{known.period}, '{known.detail}') is both {known.value!r} {known.unit} and "
            f"{other.value!r} {other.unit}. Give one of them a detail."
        )
    for part in ("interval", "comparison"):
        ours, theirs = getattr(known, part), getattr(other, part)
        if ours and theirs and ours != theirs:
            raise FiguresClash(
                f"{known.figure_id} ({known.measure}, {known.offence}, {known.area.code}) has "
                f"two values of its {part}: {ours} and {theirs}. Give one of them a detail."
            )
    return replace(
        known,
        interval=known.interval or other.interval,
        comparison=known.comparison or other.comparison,
        recipe=known.recipe or other.recipe,
    )


def figure_json(figure: Figure, *, chapter: str) -> dict[str, Json]:
    """One figure as plain data."""
    interval, value = figure.interval, figure.value
    return {
        "figure_id": figure.figure_id,
        "chapter": chapter,
        "measure": figure.measure,
        "offence": figure.offence,
        "area_code": figure.area.code,
        "area_name": figure.area.name,
        "period_start": str(figure.period.first),
        "period_end": str(figure.period.last),
        "detail": figure.detail,
        "value": number_json(value),
        "unit": str(figure.unit),
        "lower": number_json(interval.lower) if interval else None,
        "upper": number_json(interval.upper) if interval else None,
        "method": figure.method,
        "comparison": comparison_json(figure.comparison) if figure.comparison else None,
        "sources": list(figure.sources),
        "marking": figure.marking,
        "status": figure.status,
        "reason": value.reason if isinstance(value, NotKnown | Withheld) else None,
        "recipe": recipe_json(figure.recipe) if figure.recipe else None,
    }


def number_json(value: Value | None) -> int | float | None:
    """The number unrounded, as Python's own type; null where there is none to print."""
    if value is None or isinstance(value, NotKnown | Withheld):
        return None
    # An array's own number types are not JSON's
    plain: int | float = value.item() if isinstance(value, np.generic) else value
    return plain


def comparison_json(comparison: Comparison) -> dict[str, Json]:
    """The baseline, the change and the word for it."""
    return {
        "baseline_value": number_json(comparison.baseline_value),
        "baseline_period": str(comparison.baseline_period),
        "change_percent": number_json(comparison.change_percent),
        "lower": number_json(comparison.lower),
        "upper": number_json(comparison.upper),
        "verdict": str(comparison.verdict),
    }
