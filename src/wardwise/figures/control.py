"""Monthly control charts of an area and offence, with the figures that they print."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wardwise.document.pictures import ControlSeries, Signal, Stretch
from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.measures.time.control_chart import ControlChart, control_chart
from wardwise.measures.time.control_limits import ControlLimits


MONTHS = 36


@dataclass(frozen=True)
class Control:
    """A control chart as data, the count of each month, and the limits of each stretch."""

    series: ControlSeries
    months: tuple[Figure, ...]
    limits: tuple[Figure, ...]


def control(desk: Desk, *, area: Area, offence: str | None) -> Control:
    """Up to three years of months with XmR limits, rebased at recorded breaks."""
    counts, codes = desk.counts_of(area)
    end = counts.months.index(desk.latest.last) + 1
    window = slice(max(0, end - MONTHS), end)
    months = counts.months[window]
    values = counts.series(offence=offence, codes=codes)[window]
    held_back = tuple(
        month for month in desk.evidence.completeness.incomplete_months() if month in months
    )
    breaks = _breaks(desk, offence, months)
    screen = desk.settings.measures.screen_moving_ranges
    chart = control_chart(
        months=months,
        values=values,
        breaks=[month for month, _ in breaks],
        screen=screen,
        incomplete=held_back,
    )
    series = ControlSeries(
        name=offence or ALL_RECORDED_CRIME,
        months=months,
        values=tuple(None if math.isnan(value) else float(value) for value in values),
        stretches=_stretches(chart),
        signals=tuple(Signal(months[one.index], str(one.rule)) for one in chart.signals),
        breaks=breaks,
        incomplete=held_back,
    )
    return Control(
        series=series,
        months=tuple(
            offences_figure(desk, area=area, period=Period(month, month), offence=offence)
            for month in months
        ),
        limits=_limit_figures(desk, area=area, offence=offence, chart=chart),
    )


def _stretches(chart: ControlChart) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(
            chart.months[part.first],
            chart.months[part.last],
            part.limits.mean,
            max(0.0, part.limits.lower),  # drawn from nought; a count cannot be below it
            part.limits.upper,
            part.limits.trial,
        )
        for part in chart.stretches
        if part.limits
    )


def _limit_figures(
    desk: Desk, *, area: Area, offence: str | None, chart: ControlChart
) -> tuple[Figure, ...]:
    """One figure per stretch: the mean, with the process limits as its range."""
    found = []
    for part in chart.stretches:
        if part.limits is None:
            continue
        period = Period(chart.months[part.first], chart.months[part.last])
        known = [
            None if math.isnan(value) else str(month)
            for month, value in zip(
                chart.months[part.first : part.last + 1],
                chart.values[part.first : part.last + 1],
                strict=True,
            )
        ]
        found.append(_limit_figure(desk, area, offence, period, known, part.limits))
    return tuple(found)


def _limit_figure(
    desk: Desk,
    area: Area,
    offence: str | None,
    period: Period,
    known: list[str | None],
    limits: ControlLimits,
) -> Figure:
    months: list[Json] = list(known)
    asked: dict[str, Json] = {
        "source": desk.source,
        "area": area.code,
        "offence": offence,
        "months": months,
    }
    return Figure(
        measure="control_limits",
        offence=offence,
        area=area,
        period=period,
        value=limits.mean,
        unit=Unit.OFFENCES,
        sources=(desk.source,),
        recipe=Recipe(
            "control_limits",
            {
                "values": Ask("monthly_offences", asked),
                "screen": desk.settings.measures.screen_moving_ranges,
            },
            "mean",
        ),
        method="XmR process limits" + (", trial: under 12 months" if limits.trial else ""),
        interval=Interval(max(0.0, limits.lower), limits.upper, 0.0, "XmR process limits"),
        marking=desk.marking,
    )


def _breaks(
    desk: Desk, offence: str | None, months: tuple[Month, ...]
) -> tuple[tuple[Month, str], ...]:
    if not desk.settings.measures.rebase_at_breaks:
        return ()
    found = {
        month: what
        for month, group, what in (*desk.evidence.register, *desk.evidence.breaks)
        if group in ("", offence) and month in months
    }
    return tuple(sorted(found.items()))
