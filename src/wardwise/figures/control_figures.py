"""The limits of a control chart as figures."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wardwise.domain.figure import Figure, Recipe
from wardwise.domain.interval import Interval
from wardwise.domain.period import Month, Period
from wardwise.figures.equal_months import EqualMonths
from wardwise.measures.time.control_chart import ControlChart, Stretch
from wardwise.measures.time.control_limits import ControlLimits


def limit_figures(equal: EqualMonths, chart: ControlChart) -> tuple[Figure, ...]:
    """One figure per stretch: the mean, with the process limits as its range."""
    return tuple(
        _limit_figure(equal, _charted(chart, part, part.limits))
        for part in chart.stretches
        if part.limits
    )


@dataclass(frozen=True)
class _Charted:
    """One stretch of a chart: its period, its limits, and which of its months are known."""

    period: Period
    limits: ControlLimits
    months: list[tuple[Month, bool]]


def _charted(chart: ControlChart, part: Stretch, limits: ControlLimits) -> _Charted:
    inside = slice(part.first, part.last + 1)
    values = zip(chart.months[inside], chart.values[inside], strict=True)
    return _Charted(
        Period(chart.months[part.first], chart.months[part.last]),
        limits,
        [(month, not math.isnan(value)) for month, value in values],
    )


def _limit_figure(equal: EqualMonths, found: _Charted) -> Figure:
    desk, limits = equal.desk, found.limits
    return Figure(
        measure="control_limits",
        offence=equal.offence,
        area=equal.area,
        period=found.period,
        value=limits.mean,
        unit=desk.unit,
        sources=(desk.source,),
        recipe=Recipe(
            "control_limits",
            {
                "values": equal.recipe(found.months),
                "screen": desk.settings.measures.screen_moving_ranges,
            },
            "mean",
        ),
        method="XmR process limits of months made equal for their days"
        + (" and their season" if equal.index else "")
        + (", trial: under 12 months" if limits.trial else ""),
        interval=Interval(max(0.0, limits.lower), limits.upper, 0.0, "XmR process limits"),
        marking=desk.marking,
    )
