"""The numbers of a control chart as figures: each month made equal, and the limits."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk
from wardwise.measures.time.average_month import DAYS_IN_AN_AVERAGE_MONTH
from wardwise.measures.time.control_chart import ControlChart, Stretch
from wardwise.measures.time.control_limits import ControlLimits


def average_month_figure(desk: Desk, month: Figure) -> Figure:
    """A month's count as it would be in a month of average length. Unit: offences."""
    value = month.value
    if not isinstance(value, NotKnown | Withheld):
        value = value / month.period.days * DAYS_IN_AN_AVERAGE_MONTH
    first = month.period.first
    return Figure(
        measure="average_month",
        offence=month.offence,
        area=month.area,
        period=month.period,
        value=value,
        unit=Unit.OFFENCES,
        sources=month.sources,
        recipe=_equal(desk, month.area, month.offence, [(first, True)], take="[0]"),
        method="offences a day × 30.44, the days of an average month",
        marking=desk.marking,
    )


def limit_figures(
    desk: Desk, *, area: Area, offence: str | None, chart: ControlChart
) -> tuple[Figure, ...]:
    """One figure per stretch: the mean, with the process limits as its range."""
    return tuple(
        _limit_figure(desk, area, offence, _charted(chart, part, part.limits))
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


def _limit_figure(desk: Desk, area: Area, offence: str | None, found: _Charted) -> Figure:
    limits = found.limits
    return Figure(
        measure="control_limits",
        offence=offence,
        area=area,
        period=found.period,
        value=limits.mean,
        unit=Unit.OFFENCES,
        sources=(desk.source,),
        recipe=Recipe(
            "control_limits",
            {
                "values": _equal(desk, area, offence, found.months),
                "screen": desk.settings.measures.screen_moving_ranges,
            },
            "mean",
        ),
        method="XmR process limits of months made equal for their days"
        + (", trial: under 12 months" if limits.trial else ""),
        interval=Interval(max(0.0, limits.lower), limits.upper, 0.0, "XmR process limits"),
        marking=desk.marking,
    )


def _equal(
    desk: Desk,
    area: Area,
    offence: str | None,
    months: list[tuple[Month, bool]],
    take: str | None = None,
) -> Recipe:
    """How months made equal are made again; a month that is not known is asked of nobody."""
    every: list[Json] = [str(month) for month, _ in months]
    known: list[Json] = [str(month) if is_known else None for month, is_known in months]
    asked = Ask("monthly_offences", desk.asked(area, offence) | {"months": known})
    return Recipe("average_month", {"months": every, "values": asked}, take)
