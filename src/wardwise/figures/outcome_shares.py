"""What became of recorded offences, as figures: counts and shares by outcome group."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.evidence import Outcomes
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk
from wardwise.figures.shares import value_of
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.outcome_share import outcome_share_percent


NOT_KNOWN_GROUP = "Outcome not known"
MISSING = "No outcome that is known"
"""Both kinds of missing together: the published 'not known', and none recorded."""


def outcome_period(desk: Desk, held: Outcomes) -> Period | None:
    """Up to twelve months whose offences are all old enough; None where no month is.

    Old enough is the settings' age at the end of the latest month held.
    """
    age = desk.settings.measures.outcomes_age_months
    last = min(desk.latest.last, held.months[-1].plus(-age))
    first = max(last.plus(-11), held.months[0])
    return Period(first, last) if first <= last else None


@dataclass(frozen=True)
class OutcomeAsked:
    """Whose offences, of which months and kind, and the group of outcomes that is asked for."""

    area: Area
    period: Period
    offence: str | None
    group: str


def outcome_count_figure(desk: Desk, held: Outcomes, asked: OutcomeAsked) -> Figure:
    """Offences of the period whose last outcome is in the group. Unit: offences."""
    ask = _ask(held, asked)
    return Figure(
        measure=ask.question,
        offence=asked.offence,
        area=asked.area,
        period=asked.period,
        value=_count(desk, held, asked),
        unit=Unit.OFFENCES,
        sources=(held.source,),
        recipe=Recipe(ask.question, {"answer": ask}),
        method="count of the last outcome of each offence",
        detail=asked.group,
        marking=desk.marking,
    )


def outcome_share_figure(desk: Desk, held: Outcomes, asked: OutcomeAsked) -> Figure:
    """The same in percent of all offences of the period, with Wilson's interval."""
    found = _share(desk, held, asked)
    return Figure(
        measure="outcome_share_percent",
        offence=asked.offence,
        area=asked.area,
        period=asked.period,
        value=value_of(found),
        unit=Unit.PERCENT,
        sources=(held.source,),
        recipe=Recipe(
            "outcome_share_percent",
            {
                "outcomes": _ask(held, asked),
                "offences": Ask("offences", desk.ask(asked.area, asked.period, asked.offence)),
                "level": desk.level,
            },
            "value",
        ),
        method="offences with the outcome ÷ offences recorded × 100, Wilson",
        interval=None if isinstance(found, NotKnown) else found.interval,
        detail=asked.group,
        marking=desk.marking,
    )


def _share(desk: Desk, held: Outcomes, asked: OutcomeAsked) -> Estimate | NotKnown:
    whole, count = _whole(desk, asked), _count(desk, held, asked)
    if isinstance(whole, NotKnown):
        return whole
    if isinstance(count, NotKnown):
        return count
    if whole == 0:
        return NotKnown("no offence was recorded, so there is no share")
    return outcome_share_percent(outcomes=count, offences=whole, level=desk.level)


def _whole(desk: Desk, asked: OutcomeAsked) -> int | NotKnown:
    counts, codes = desk.counts_of(asked.area)
    if not all(code in counts.area_index for code in codes):
        return NotKnown("the source does not hold every district of the force")
    return counts.total(asked.period, offence=asked.offence, codes=codes)


def _count(desk: Desk, held: Outcomes, asked: OutcomeAsked) -> int | NotKnown:
    whole = _whole(desk, asked)
    cube = held.counts if asked.area.code == desk.area.code else held.force_counts
    if isinstance(whole, NotKnown) or cube is None:
        return whole if isinstance(whole, NotKnown) else NotKnown("not counted for the force")
    rows = [
        n
        for n, name in enumerate(held.offences)
        if name == asked.offence or (asked.offence is None and name != ANTI_SOCIAL_BEHAVIOUR)
    ]
    months = [n for n, month in enumerate(held.months) if _inside(month, asked.period)]
    wanted = (NOT_KNOWN_GROUP, held.groups[-1]) if asked.group == MISSING else (asked.group,)
    columns = [n for n, name in enumerate(held.groups) if name in wanted]
    return int(cube[rows][:, months][:, :, columns].sum())


def _inside(month: Month, period: Period) -> bool:
    return period.first <= month <= period.last


def _ask(held: Outcomes, asked: OutcomeAsked) -> Ask:
    of: dict[str, Json] = {
        "area": asked.area.code,
        "offence": asked.offence,
        "first": str(asked.period.first),
        "last": str(asked.period.last),
    }
    if asked.group in held.outcomes_of:
        named: list[Json] = list(held.outcomes_of[asked.group])
        return Ask("offences_with_outcome", of | {"outcomes": named})
    known: list[Json] = [
        outcome
        for name, outcomes in held.outcomes_of.items()
        for outcome in outcomes
        if not (asked.group == MISSING and name == NOT_KNOWN_GROUP)
    ]
    return Ask("offences_without_outcome", of | {"outcomes": known})
