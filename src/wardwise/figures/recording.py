"""What a change in recording alone would do to a count, where the settings know of one."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.text import Text, say
from wardwise.document.words import percent
from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import RecordingRate
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk
from wardwise.measures.change.recording_effect import recording_effect_percent


EFFECT, SHARE = "recording_effect_percent", "recorded_share_percent"


@dataclass(frozen=True)
class RecordingEffect:
    """A rise, and the rise that recording more of what is reported would give by itself."""

    change: Figure
    effect: Figure
    recorded_before: Figure
    recorded_after: Figure
    source: str

    @property
    def explains_all(self) -> bool:
        """Whether recording alone would give as much as was counted."""
        return self.effect.number >= self.change.number


def recording_effects(desk: Desk, change: Figure, before: Period) -> tuple[RecordingEffect, ...]:
    """One for each rate of the settings that lies between the two periods of a rise."""
    if change.comparison is None or change.comparison.verdict is not Verdict.ROSE:
        return ()
    rates = rates_between(desk, change, before)
    return tuple(effect_of(desk, change, before, rate) for rate in rates)


def recording_words(effect: RecordingEffect) -> Text:
    """Beside a rise: what recording more of what is reported would do by itself."""
    return say(
        "Of {what} reported, {before} was recorded in the year before and {after} in the"
        " latest ({source}). That alone would raise the count by {effect}; it rose by"
        " {change}. Recording {may} of the rise.",
        what=effect.change.offence.lower() if effect.change.offence else "crime",
        before=percent(effect.recorded_before),
        after=percent(effect.recorded_after),
        source=effect.source,
        effect=percent(effect.effect),
        change=percent(effect.change),
        may="could explain all" if effect.explains_all else "could explain only a part",
    )


def rates_between(desk: Desk, change: Figure, before: Period) -> list[RecordingRate]:
    """Rates of the settings for the offence that changed between the two periods."""
    return [
        rate
        for rate in desk.settings.recording_rates
        if _is_of(rate, change.offence)
        and before.first < Month.parse(rate.month) <= change.period.last
    ]


def _is_of(rate: RecordingRate, offence: str | None) -> bool:
    return offence in rate.offences if rate.offences else offence is None


def effect_of(desk: Desk, change: Figure, before: Period, rate: RecordingRate) -> RecordingEffect:
    """One rate's, set beside the change."""
    then, now = (recorded_share(rate, period) for period in (before, change.period))
    effect = _figure(
        desk,
        change,
        change.period,
        (EFFECT, recording_effect_percent(recorded_before=then, recorded_after=now), rate.source),
        Recipe(EFFECT, {"recorded_before": then, "recorded_after": now}),
    )
    return RecordingEffect(
        change,
        effect,
        _figure(desk, change, before, (SHARE, then, rate.source)),
        _figure(desk, change, change.period, (SHARE, now, rate.source)),
        rate.source,
    )


def recorded_share(rate: RecordingRate, period: Period) -> float:
    """The mean over the months of a period, some of which may lie before the change."""
    turn = Month.parse(rate.month)
    after = sum(month >= turn for month in period.months)
    parts = (period.length - after) * rate.before_percent + after * rate.after_percent
    return parts / period.length


def _figure(
    desk: Desk,
    change: Figure,
    period: Period,
    named: tuple[str, float, str],
    recipe: Recipe | None = None,
) -> Figure:
    measure, value, source = named
    return Figure(
        measure=measure,
        offence=change.offence,
        area=change.area,
        period=period,
        value=value,
        unit=Unit.PERCENT,
        sources=change.sources,
        recipe=recipe,
        method="share of reported crime that is recorded, from the settings",
        detail=source,
        marking=desk.marking,
    )
