"""A comparison across a break that is refused, bridged by the change in what is recorded."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from wardwise.document.phrases import limits
from wardwise.document.text import Text, say
from wardwise.document.words import percent, signed_percent
from wardwise.domain.figure import Figure, Recipe
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.domain.settings import RecordingRate
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk
from wardwise.figures.pooled import dispersion_of
from wardwise.figures.recording import (
    RecordingEffect,
    effect_of,
    rates_between,
    recorded_share,
)
from wardwise.measures.change.bridged_change import bridged_change_percent
from wardwise.measures.change.change_percent import Change


@dataclass(frozen=True)
class Bridge:
    """A change that is refused, as counted, and what is left of it without the recording."""

    counted: Figure
    effect: RecordingEffect
    left: Figure


def bridges(desk: Desk, change: Figure) -> tuple[Bridge, ...]:
    """One for each rate of the settings that lies in a break which refuses the comparison."""
    told, period = change.comparison, change.period
    if told is None or told.verdict is not Verdict.NOT_COMPARABLE or desk.is_small(change.area):
        return ()
    if desk.source not in change.sources:
        return ()
    before = told.baseline_period
    if any(desk.evidence.completeness.problem(one) for one in (before, period)):
        return ()
    counts, codes = desk.counts_of(change.area)
    now = counts.total(period, offence=change.offence, codes=codes)
    then = told.baseline_value
    if isinstance(now, NotKnown) or not isinstance(then, int | float):
        return ()
    made = _Counted(int(then), now, before)
    return tuple(_bridge(desk, change, made, rate) for rate in rates_between(desk, change, before))


@dataclass(frozen=True)
class _Counted:
    """The two counts, and the period of the first."""

    then: int
    now: int
    before: Period


def _bridge(desk: Desk, change: Figure, made: _Counted, rate: RecordingRate) -> Bridge:
    spread = dispersion_of(desk, period=change.period, before=made.before, offence=change.offence)
    then, now = (recorded_share(rate, period) for period in (made.before, change.period))
    counted, left = (
        bridged_change_percent(
            before=made.then,
            after=made.now,
            recorded_before=first,
            recorded_after=last,
            phi=spread.phi,
            days_before=made.before.days,
            days_after=change.period.days,
            level=desk.level,
        )
        for first, last in ((then, then), (then, now))
    )
    as_counted = _across(change, counted, "as counted", change.recipe)
    assert change.recipe is not None, "a change of two counts has a recipe"
    recipe = Recipe(
        "bridged_change_percent",
        {**change.recipe.arguments, "recorded_before": then, "recorded_after": now},
        "value",
    )
    return Bridge(
        counted=as_counted,
        effect=effect_of(desk, as_counted, made.before, rate),
        left=_across(replace(change, measure="bridged_change_percent"), left, "bridged", recipe),
    )


def _across(change: Figure, found: Change, how: str, recipe: Recipe | None) -> Figure:
    """The figure of a change across a break: it has a size and limits, and no word."""
    lower, upper = found.lower, found.upper
    known = lower is not None and upper is not None and math.isfinite(upper)
    return replace(
        change,
        value=found.value,
        interval=Interval(lower or 0.0, upper or 0.0, found.level, found.method) if known else None,
        comparison=None,
        method=found.method,
        detail=f"{change.detail}, across a break, {how}",
        recipe=recipe,
    )


def bridge_words(bridge: Bridge) -> Text:
    """A refused comparison, bridged: what was counted, what recording would do, what is left."""
    effect = bridge.effect
    return say(
        "{what} is not compared across the break. As counted it moved by {counted}; of what was "
        "reported {before} was recorded in the year before and {after} in the latest ({source}), "
        "which alone would move it by {effect}. Put on the recording of the year before, {left} is "
        "left{limits}: the count divided by the change in the share that is recorded, whose own "
        "uncertainty is not in that range.",
        what=bridge.counted.offence or "All recorded crime",
        counted=signed_percent(bridge.counted),
        before=percent(effect.recorded_before),
        after=percent(effect.recorded_after),
        source=effect.source,
        effect=signed_percent(effect.effect),
        left=signed_percent(bridge.left),
        limits=say(" ({limits})", limits=limits(bridge.left)) if bridge.left.interval else "",
    )
