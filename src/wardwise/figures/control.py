"""Monthly control charts of an area and offence, as data for the picture."""

from __future__ import annotations

import math

import numpy as np

from wardwise.document.pictures import ControlSeries, Signal, Stretch
from wardwise.domain.area import Area
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk
from wardwise.measures.time.control_chart import control_chart


MONTHS = 36


def control_series(desk: Desk, *, area: Area, offence: str | None) -> ControlSeries:
    """Up to three years of months with XmR limits, rebased at recorded breaks."""
    counts, codes = desk.counts_of(area)
    end = counts.months.index(desk.latest.last) + 1
    window = slice(max(0, end - MONTHS), end)
    months = counts.months[window]
    values = counts.series(offence=offence, codes=codes)[window]
    incomplete = tuple(
        month for month in desk.evidence.completeness.incomplete_months() if month in months
    )
    breaks = _breaks(desk, offence, months)
    chart = control_chart(
        months=[str(month) for month in months],
        values=values,
        breaks=[str(month) for month, _ in breaks],
        screen=desk.settings.measures.screen_moving_ranges,
        incomplete=[str(month) for month in incomplete],
    )
    return ControlSeries(
        name=offence or ALL_RECORDED_CRIME,
        months=months,
        values=tuple(None if math.isnan(value) else float(value) for value in np.asarray(values)),
        stretches=tuple(
            Stretch(
                Month.parse(part.first),
                Month.parse(part.last),
                part.limits.mean,
                max(0.0, part.limits.lower),
                part.limits.upper,
                part.limits.trial,
            )
            for part in chart.stretches
        ),
        signals=tuple(Signal(Month.parse(signal.month), signal.rule) for signal in chart.signals),
        breaks=breaks,
        incomplete=incomplete,
    )


def _breaks(
    desk: Desk, offence: str | None, months: tuple[Month, ...]
) -> tuple[tuple[Month, str], ...]:
    if not desk.settings.measures.rebase_at_breaks:
        return ()
    return tuple(
        (month, what)
        for month, group, what in desk.evidence.breaks
        if group in ("", offence) and month in months
    )
