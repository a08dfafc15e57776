"""A layer of areas as a map shows it: at most five classes with round limits, and a table."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from wardwise.document.words import rounded
from wardwise.domain.period import Month, Period


CLASSES = 5
USUAL = 85  # percent of the areas, by whose rates the limits are laid
RATE = "rate_per_1000_residents"


@dataclass(frozen=True)
class MapClass:
    """One step of the key: its number, its limits in words, how many areas are in it."""

    number: int
    words: str
    areas: int


@dataclass(frozen=True)
class MapRow:
    """One area of the table beside the map."""

    number: int
    name: str
    code: str
    offences: str
    rate: str
    interval: str
    figure_id: str


@dataclass(frozen=True)
class DrawnMap:
    """The areas with their classes, the key, the table, highest rate first."""

    geojson: Mapping[str, Any]
    key: tuple[MapClass, ...]
    rows: tuple[MapRow, ...]
    period: str


def map_of(layer: Mapping[str, Any]) -> DrawnMap:
    """Classes by rate; an area whose rate is not known has none."""
    features = layer["features"]
    rates = [one["properties"].get(RATE) for one in features]
    limits = round_limits([rate for rate in rates if rate is not None])
    classed = [
        {
            **one,
            "properties": {
                **one["properties"],
                "class": None if rate is None else sum(rate >= limit for limit in limits),
            },
        }
        for one, rate in zip(features, rates, strict=True)
    ]
    held = [one["properties"]["class"] for one in classed]
    rows = sorted(
        (_row(one) for one in classed), key=lambda row: _order(features[row.number]), reverse=True
    )
    first = features[0]["properties"] if features else {}
    return DrawnMap(
        {**layer, "features": classed},
        tuple(MapClass(n, words, held.count(n)) for n, words in enumerate(_words(limits))),
        tuple(rows),
        _period(first),
    )


def round_limits(rates: Sequence[float]) -> list[float]:
    """Up to four round numbers, evenly apart; the last class is open.

    They are laid where most areas are: one town centre, whose few residents make its rate
    enormous, would otherwise leave all the rest in one class.

    >>> round_limits([3.0, 28.0, 31.0, 48.0, 60.0, 97.0])
    [25.0, 50.0, 75.0]
    """
    if not rates or max(rates) == min(rates):
        return []
    in_order = sorted(rates)
    usual = in_order[min(len(in_order) - 1, (USUAL * len(in_order)) // 100)]
    width = (usual - in_order[0]) / (CLASSES - 1) or (in_order[-1] - in_order[0]) / CLASSES
    power = 10.0 ** math.floor(math.log10(width))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= width)
    start = math.floor(min(rates) / step) * step
    limits = [round(start + step * n, 10) for n in range(1, CLASSES)]
    return [limit for limit in limits if limit <= max(rates)]


def _period(given: Mapping[str, Any]) -> str:
    if not given.get("period_start"):
        return ""
    return Period(Month.parse(given["period_start"]), Month.parse(given["period_end"])).label


def _words(limits: Sequence[float]) -> list[str]:
    if not limits:
        return ["All the same"]
    places = 0 if all(float(one).is_integer() for one in limits) else 1
    told = [rounded(one, places) for one in limits]
    middle = [f"{low} to below {high}" for low, high in pairwise(told)]
    return [f"Below {told[0]}", *middle, f"{told[-1]} or more"]


def _order(feature: Mapping[str, Any]) -> float:
    rate = feature["properties"].get(RATE)
    return -math.inf if rate is None else float(rate)


def _row(feature: Mapping[str, Any]) -> MapRow:
    given = feature["properties"]
    low, high = given.get("lower"), given.get("upper")
    return MapRow(
        number=feature["id"],
        name=str(given["name"]),
        code=str(given["code"]),
        offences=_number(given.get("offences"), 0),
        rate=_number(given.get(RATE), 1),
        interval=f"{rounded(low, 1)} to {rounded(high, 1)}" if low is not None else "–",
        figure_id=str(given.get("figure_id") or ""),
    )


def _number(value: float | None, places: int) -> str:
    return "[x]" if value is None else rounded(value, places)
