"""What became of the force's offences as the Home Office publishes it, as figures."""

from __future__ import annotations

from wardwise.domain.evidence import ForceOutcomes, Outcomes
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.people.outcome_share import outcome_share_percent


def force_outcome_count_figure(
    desk: Desk, held: ForceOutcomes, *, offence: str | None, group: str | None, period: Period
) -> Figure:
    """Published offences of the force, recorded in the quarters, in the group; None is all."""
    ask = _ask(held, offence, period, _types(held, group))
    return Figure(
        measure=ask.question,
        offence=offence,
        area=desk.evidence.place.force,
        period=period,
        value=_count(held, offence, group, period),
        unit=Unit.OFFENCES,
        sources=(held.source,),
        recipe=Recipe(ask.question, {"answer": ask}),
        method="published outcomes of the offences recorded in the quarters",
        detail=group or "every outcome",
        marking=desk.marking,
    )


def force_outcome_share_figure(
    desk: Desk, held: ForceOutcomes, *, offence: str | None, group: str, period: Period
) -> Figure:
    """The same in percent of all offences of the quarters, with Wilson's interval."""
    part = _count(held, offence, group, period)
    whole = _count(held, offence, None, period)
    estimate = None
    value: float | NotKnown = NotKnown("nothing was published for these quarters")
    if isinstance(part, int) and isinstance(whole, int) and 0 <= part <= whole and whole:
        estimate = outcome_share_percent(outcomes=part, offences=whole, level=desk.level)
        value = estimate.value
    return Figure(
        measure="outcome_share_percent",
        offence=offence,
        area=desk.evidence.place.force,
        period=period,
        value=value,
        unit=Unit.PERCENT,
        sources=(held.source,),
        recipe=Recipe(
            "outcome_share_percent",
            {
                "outcomes": _ask(held, offence, period, _types(held, group)),
                "offences": _ask(held, offence, period, _types(held, None)),
                "level": desk.level,
            },
            "value",
        ),
        method="published outcomes ÷ offences recorded × 100, Wilson",
        interval=estimate.interval if estimate else None,
        detail=group,
        marking=desk.marking,
    )


def quarters_in_common(desk: Desk, published: ForceOutcomes, held: Outcomes) -> Period | None:
    """The latest quarters without a gap that both hold, of offences old enough; None if none.

    Old enough is the settings' age at the end of the latest month of the records.
    """
    oldest = held.months[-1].plus(-desk.settings.measures.outcomes_age_months)
    months = set(held.months)
    both = [
        quarter
        for quarter in published.quarters
        if quarter.last <= oldest and months.issuperset(quarter.months)
    ]
    if not both:
        return None
    first = both[-1].first
    for quarter in reversed(both):
        if quarter.last.plus(1) == first:
            first = quarter.first
    return Period(first, both[-1].last)


def _count(
    held: ForceOutcomes, offence: str | None, group: str | None, period: Period
) -> int | NotKnown:
    inside = [
        n
        for n, quarter in enumerate(held.quarters)
        if period.first <= quarter.first and quarter.last <= period.last
    ]
    if sum(held.quarters[n].length for n in inside) != period.length:
        return NotKnown("the published quarters do not cover these months")
    rows = [n for n, name in enumerate(held.offences) if offence in (None, name)]
    columns = [n for n, name in enumerate(held.groups) if group in (None, name)]
    return int(held.counts[rows][:, inside][:, :, columns].sum())


def _types(held: ForceOutcomes, group: str | None) -> tuple[int, ...]:
    """The Home Office's numbers of a group, or all of them."""
    return tuple(n for name, types in held.types_of.items() if group in (None, name) for n in types)


def _ask(held: ForceOutcomes, offence: str | None, period: Period, types: tuple[int, ...]) -> Ask:
    numbers: list[Json] = list(types)
    return Ask(
        "offences_of_force_with_outcome",
        {
            "force": held.force,
            "offence": offence,
            "types": numbers,
            "first": str(period.first),
            "last": str(period.last),
        },
    )
