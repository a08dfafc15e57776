"""One control chart of another kind than XmR: drawn, as a figure, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.document.pictures import ControlSeries, Signal, Stretch
from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.period import Period
from wardwise.figures.chart_window import ChartWindow
from wardwise.measures.time.attribute_limits import AttributeLimits
from wardwise.measures.time.signals import signals


Floats = NDArray[np.float64]


@dataclass(frozen=True)
class OtherChart:
    """One chart: its kind, what is charted and in which unit, and what it says.

    ``centre`` is the mean with the last month's limits, or the middle of a run chart.
    """

    kind: str
    what: str
    unit: str
    series: ControlSeries
    centre: Figure
    said: str

    @property
    def speaks(self) -> bool:
        """Whether a rule spoke in the last year, or of the run as a whole."""
        return not self.said.startswith("no ")


def chart_of(
    window: ChartWindow,
    told: tuple[str, str, str],
    values: Floats,
    limits: AttributeLimits,
    recipe: Recipe,
) -> OtherChart:
    kind, what, unit = told
    spoken = tuple(
        Signal(window.months[one.index], str(one.rule))
        for one in signals(values=values, limits=limits)
    )
    last = Interval(limits.lower[-1], limits.upper[-1], 0.0, f"{kind} chart limits")
    figure = chart_figure(
        window, recipe, limits.mean, Unit.RATIO if kind == "p" else Unit.OFFENCES, last
    )
    times = 100 if kind == "p" else 1  # a share is drawn in percent
    stretches = tuple(
        Stretch(month, month, times * limits.mean, times * lower, times * upper, limits.trial)
        for month, lower, upper in zip(window.months, limits.lower, limits.upper, strict=True)
        if lower == lower
    )
    name = f"{what}, {kind} chart, {unit}"
    series = series_of(name, window, times * values, stretches, spoken)
    return OtherChart(kind, what, unit, series, figure, _said(window, spoken))


def _said(window: ChartWindow, spoken: Sequence[Signal]) -> str:
    recent = [one for one in spoken if one.month in window.months[-12:]]
    if not recent:
        return "no signal in the last year"
    last = max(recent, key=lambda one: one.month)
    return f"{last.rule}, {last.month.label}"


def series_of(
    name: str,
    window: ChartWindow,
    values: Floats,
    stretches: tuple[Stretch, ...],
    spoken: tuple[Signal, ...],
) -> ControlSeries:
    return ControlSeries(
        name=name,
        months=window.months,
        values=tuple(None if np.isnan(value) else float(value) for value in values),
        stretches=stretches,
        signals=spoken,
    )


def chart_figure(
    window: ChartWindow, recipe: Recipe, value: float, unit: Unit, interval: Interval | None
) -> Figure:
    desk = window.desk
    of_harm = unit is Unit.HARM
    return Figure(
        measure=recipe.measure,
        offence=window.offence,
        area=window.area,
        period=Period(window.months[0], window.months[-1]),
        value=value,
        unit=unit,
        sources=(desk.source, "home_office_prc") if of_harm else (desk.source,),
        recipe=recipe,
        method=f"{recipe.arguments.get('chart', 'run')} chart",
        interval=interval,
        detail=f"{recipe.arguments.get('chart', 'run')} chart",
        marking=desk.marking,
    )
