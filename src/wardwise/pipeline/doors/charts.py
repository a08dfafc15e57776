"""A column as a series of values, months or weeks, and the chart that was asked of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.period import Month
from wardwise.measures.time.attribute_limits import attribute_limits
from wardwise.measures.time.average_month import average_month
from wardwise.measures.time.control_chart import charted
from wardwise.measures.time.run_chart import run_chart
from wardwise.measures.time.signals import Signal, signals
from wardwise.measures.time.weekly_counts import monday_of, weekly_counts
from wardwise.pipeline.doors.columns import Columns
from wardwise.pipeline.doors.door import Answer


Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Points:
    """What is charted, what each point is called, and the position that a break names."""

    names: list[str]
    values: Floats
    place_of: Callable[[str], int]


def charted_file(given: argparse.Namespace) -> Answer:
    """The chart of the file, with every rule that spoke."""
    columns = Columns.read(given.file)
    points = _points(columns, given)
    if given.chart == "run":
        return {"points": len(points.values), "run_chart": run_chart(values=points.values)}
    starts = [points.place_of(name.strip()) for name in given.breaks.split(",") if name.strip()]
    if given.chart == "xmr":
        stretches, spoken = charted(values=points.values, starts=starts, screen=given.screen)
        return {"stretches": stretches, "signals": _named(points, spoken)}
    return _attribute_chart(columns, given, points, starts)


def _points(columns: Columns, given: argparse.Namespace) -> _Points:
    if given.values:
        values = columns.numbers_or_nothing(given.values)
        return _Points([str(n + 1) for n in range(len(values))], values, _row_number(len(values)))
    days = columns.moments(given.dates).astype("datetime64[D]")
    if given.by == "week":
        mondays, counts = weekly_counts(days=days)
        return _Points(
            [str(monday) for monday in mondays],
            counts.astype(float),
            lambda day: _held(
                int((monday_of(np.datetime64(day)) - mondays[0]) // np.timedelta64(7, "D")),
                day,
                len(mondays),
            ),
        )
    return _by_month(days, is_equal=given.chart in ("xmr", "run"))


def _by_month(days: NDArray[np.datetime64], *, is_equal: bool) -> _Points:
    number = days.astype("datetime64[M]").astype(np.int64)
    counts = np.bincount(number - number.min()).astype(float)
    first = Month(1970, 1).plus(int(number.min()))
    months = [first.plus(n) for n in range(len(counts))]
    return _Points(
        [str(month) for month in months],
        average_month(months=months, values=counts) if is_equal else counts,
        lambda name: _held(Month.parse(name).ordinal - first.ordinal, name, len(months)),
    )


def _row_number(rows: int) -> Callable[[str], int]:
    def place(name: str) -> int:
        if not name.isdecimal() or not 1 <= int(name) <= rows:
            raise ValueError(f"'{name}' in --breaks is not the number of a row from 1 to {rows}.")
        return int(name) - 1

    return place


def _held(place: int, name: str, points: int) -> int:
    if not 0 <= place < points:
        where = "before the first" if place < 0 else "after the last"
        raise ValueError(f"'{name}' in --breaks lies {where} date.")
    return place


def _attribute_chart(
    columns: Columns, given: argparse.Namespace, points: _Points, starts: list[int]
) -> Answer:
    sizes = columns.numbers_or_nothing(given.sizes) if given.sizes else None
    if sizes is not None and len(sizes) != len(points.values):
        raise ValueError("--sizes is of values in rows: it cannot be had with --dates.")
    begins = sorted({0, *starts})
    parts, spoken = [], []
    for first, after in zip(begins, [*begins[1:], len(points.values)], strict=True):
        part = slice(first, after)
        counts, size = points.values[part], None if sizes is None else sizes[part]
        limits = attribute_limits(chart=given.chart, counts=counts, sizes=size, widen=given.widen)
        drawn = counts if size is None else counts / size
        found = signals(values=drawn, limits=limits)
        spoken += [Signal(one.index + first, one.rule, one.side) for one in found]
        parts.append({"first": first, "last": after - 1, "limits": limits})
    return {"stretches": parts, "signals": _named(points, tuple(spoken))}


def _named(points: _Points, spoken: tuple[Signal, ...]) -> list[dict[str, object]]:
    return [
        {
            "point": points.names[one.index],
            "value": points.values[one.index],
            "rule": one.rule,
            "side": "above" if one.side > 0 else "below",
        }
        for one in spoken
    ]
