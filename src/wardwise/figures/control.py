"""Monthly control charts of an area and offence, with the figures that they print.

What is charted is each month made equal for its days: February has a tenth fewer than
January, which in a large count is enough to signal a fall that is none. Where the test finds a
season, it is taken out, so that a summer is judged against the usual summer.
"""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.pictures import ControlSeries, Signal, Stretch
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import Month, Period
from wardwise.figures.control_figures import limit_figures
from wardwise.figures.desk import Desk
from wardwise.figures.equal_months import EqualMonths, equal_months
from wardwise.figures.offences import offences_figure
from wardwise.measures.time.control_chart import ControlChart, control_chart


MONTHS = 36


@dataclass(frozen=True)
class Control:
    """A control chart as data: counts as recorded, the same made equal, limits by stretch."""

    series: ControlSeries
    months: tuple[Figure, ...]
    equal_months: tuple[Figure, ...]
    limits: tuple[Figure, ...]


def control(desk: Desk, *, area: Area, offence: str | None) -> Control:
    """Up to three years of months with XmR limits, rebased at recorded breaks."""
    counts, codes = desk.counts_of(area)
    end = counts.months.index(desk.latest.last) + 1
    window = slice(max(0, end - MONTHS), end)
    months = counts.months[window]
    recorded = counts.series(offence=offence, codes=codes)[window]
    made = equal_months(desk, area=area, offence=offence)
    rebase = desk.settings.measures.rebase_at_breaks
    chart = control_chart(
        months=months,
        values=made.values(months, recorded),
        breaks=[month for month, _ in _breaks(desk, offence, months) if rebase],
        screen=desk.settings.measures.screen_moving_ranges,
        incomplete=_held_back(desk, months),
    )
    raw = tuple(
        offences_figure(desk, area=area, period=Period(month, month), offence=offence)
        for month in months
    )
    equal = tuple(made.figure(figure) for figure in raw)
    return Control(
        series=_series(made, chart, equal),
        months=raw,
        equal_months=equal,
        limits=limit_figures(made, chart),
    )


def _series(made: EqualMonths, chart: ControlChart, equal: tuple[Figure, ...]) -> ControlSeries:
    desk, offence = made.desk, made.offence
    return ControlSeries(
        name=offence or ALL_RECORDED_CRIME,
        season_out=made.index is not None,
        months=chart.months,
        values=tuple(one.number if one.status == "known" else None for one in equal),
        stretches=_stretches(chart),
        signals=tuple(Signal(chart.months[one.index], str(one.rule)) for one in chart.signals),
        breaks=_breaks(desk, offence, chart.months),
        incomplete=_held_back(desk, chart.months),
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


def _held_back(desk: Desk, months: tuple[Month, ...]) -> tuple[Month, ...]:
    return tuple(
        month for month in desk.evidence.completeness.incomplete_months() if month in months
    )


def _breaks(
    desk: Desk, offence: str | None, months: tuple[Month, ...]
) -> tuple[tuple[Month, str], ...]:
    """Drawn always; whether limits begin anew there is a setting."""
    found = {
        month: what
        for month, group, what in (*desk.evidence.register, *desk.evidence.breaks)
        if group in ("", offence) and month in months[1:]  # nothing is drawn before the first
    }
    return tuple(sorted(found.items()))
