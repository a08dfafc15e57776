"""An indicator's control chart, as the engine's document model describes a picture."""

from __future__ import annotations

import math

from wardwise.document.pictures import ControlChart, ControlSeries, Signal, Stretch
from wardwise.document.words import rounded
from wardwise_web.performance.choices import Every, Kind
from wardwise_web.performance.models import Definition
from wardwise_web.performance.periods import month_of, period_from
from wardwise_web.performance.series import Charted, Series, charted_series


def control_picture(series: Series) -> ControlChart | None:
    """The chart; None for yearly readings and where there is nothing to draw."""
    found = charted_series(series) if series.definition.months != 12 else None
    if found is None or found.current is None:
        return None
    indicator, definition = series.indicator, series.definition
    source = f"Source: {definition.source}"
    last = period_from(found.months[-1], definition).last
    return ControlChart(
        name=f"indicator-{indicator.code.lower()}",
        title=_title(indicator.name, found, definition),
        subtitle=f"{unit_of(definition)}, {found.months[0].label} to {last.label}",
        source=source,
        alt=_alt(indicator.name, found, definition),
        table=None,
        series=_drawn(series, found),
        unit=unit_of(definition),
    )


def unit_of(definition: Definition) -> str:
    """``offences in a month of average length``."""
    if definition.kind == Kind.COUNT and definition.months == 1:
        return f"{definition.unit} in a month of average length"
    return f"{definition.unit} in a {Every(definition.months).word}"


def _drawn(series: Series, found: Charted) -> ControlSeries:
    count = series.definition.kind != Kind.VALUE
    return ControlSeries(
        name=series.indicator.name,
        months=found.months,
        values=tuple(None if math.isnan(one) else one for one in found.values),
        stretches=tuple(
            Stretch(
                found.months[part.first],
                found.months[part.last],
                part.limits.mean,
                max(0.0, part.limits.lower) if count else part.limits.lower,
                part.limits.upper,
                part.limits.trial,
            )
            for part in found.stretches
            if part.limits is not None
        ),
        signals=tuple(Signal(found.months[one.index], str(one.rule)) for one in found.signals),
        breaks=tuple((month_of(one.month), one.what) for one in series.breaks),
    )


def _title(name: str, found: Charted, definition: Definition) -> str:
    """What the last point's rule says, or the rule of the latest point that speaks.

    Nothing is said to move that no rule picks out, and a chart with signals is not called calm.
    """
    when = period_from(found.months[-1], definition).label
    last = found.signals[-1] if found.signals else None
    if last is None:
        return f"{name}: {when} is within its usual up and down"
    told = f"{'high' if last.side > 0 else 'low'} ({last.rule})"
    if last.index == len(found.months) - 1:
        return f"{name}: {when} is {told}"
    earlier = period_from(found.months[last.index], definition).label
    return f"{name}: {when} is within the limits; {earlier} was {told}"


def _alt(name: str, found: Charted, definition: Definition) -> str:
    known = [one for one in found.values if not math.isnan(one)]
    places = 0 if definition.kind == Kind.COUNT else 1
    low, high = rounded(min(known), places), rounded(max(known), places)
    limits = found.current
    between = (
        f" Limits {rounded(max(0.0, limits.lower), places)} to {rounded(limits.upper, places)}."
        if limits
        else ""
    )
    return f"{_title(name, found, definition)}. Values from {low} to {high}.{between}"
