"""What became of recorded offences, as figures: counts and shares by outcome group."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.evidence import Outcomes
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk
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


def outcome_count_figure(
    desk: Desk, held: Outcomes, *, area: Area, period: Period, offence: str | None, group: str
) -> Figure:
    """Offences of the period whose last outcome is in the group. Unit: offences."""
    ask = _ask(held, area, period, offence, group)
    return Figure(
        measure=ask.question,
        offence=offence,
        area=area,
        period=period,
        value=_count(desk, held, area, period, offence, group),
        unit=Unit.OFFENCES,
        sources=(held.source,),
        recipe=Recipe(ask.question, {"answer": ask}),
        method="count of the last outcome of each offence",
        detail=group,
        marking=desk.marking,
    )


def outcome_share_figure(
    desk: Desk, held: Outcomes, *, area: Area, period: Period, offence: str | None, group: str
) -> Figure:
    """The same in percent of all offences of the period, with Wilson's interval."""
    count = _count(desk, held, area, period, offence, group)
    whole = _whole(desk, area, period, offence)
    value: float | NotKnown
    estimate = None
    if isinstance(count, NotKnown) or isinstance(whole, NotKnown):
        value = next(one for one in (whole, count) if isinstance(one, NotKnown))
    elif whole == 0:
        value = NotKnown("no offence was recorded, so there is no share")
    else:
        estimate = outcome_share_percent(outcomes=count, offences=whole, level=desk.level)
        value = estimate.value
    return Figure(
        measure="outcome_share_percent",
        offence=offence,
        area=area,
        period=period,
        value=value,
        unit=Unit.PERCENT,
        sources=(held.source,),
        recipe=Recipe(
            "outcome_share_percent",
            {
                "outcomes": _ask(held, area, period, offence, group),
                "offences": Ask("offences", desk.ask(area, period, offence)),
                "level": desk.level,
            },
            "value",
        ),
        method="offences with the outcome ÷ offences recorded × 100, Wilson",
        interval=estimate.interval if estimate else None,
        detail=group,
        marking=desk.marking,
    )


def _whole(desk: Desk, area: Area, period: Period, offence: str | None) -> int | NotKnown:
    counts, codes = desk.counts_of(area)
    if not all(code in counts.area_index for code in codes):
        return NotKnown("the source does not hold every district of the force")
    return counts.total(period, offence=offence, codes=codes)


def _count(
    desk: Desk, held: Outcomes, area: Area, period: Period, offence: str | None, group: str
) -> int | NotKnown:
    whole = _whole(desk, area, period, offence)
    cube = held.counts if area.code == desk.area.code else held.force_counts
    if isinstance(whole, NotKnown) or cube is None:
        return whole if isinstance(whole, NotKnown) else NotKnown("not counted for the force")
    rows = [
        n
        for n, name in enumerate(held.offences)
        if name == offence or (offence is None and name != ANTI_SOCIAL_BEHAVIOUR)
    ]
    months = [n for n, month in enumerate(held.months) if _inside(month, period)]
    wanted = (NOT_KNOWN_GROUP, held.groups[-1]) if group == MISSING else (group,)
    columns = [n for n, name in enumerate(held.groups) if name in wanted]
    return int(cube[rows][:, months][:, :, columns].sum())


def _inside(month: Month, period: Period) -> bool:
    return period.first <= month <= period.last


def _ask(held: Outcomes, area: Area, period: Period, offence: str | None, group: str) -> Ask:
    asked: dict[str, Json] = {
        "area": area.code,
        "offence": offence,
        "first": str(period.first),
        "last": str(period.last),
    }
    if group in held.outcomes_of:
        named: list[Json] = list(held.outcomes_of[group])
        return Ask("offences_with_outcome", asked | {"outcomes": named})
    known: list[Json] = [
        outcome
        for name, outcomes in held.outcomes_of.items()
        for outcome in outcomes
        if not (group == MISSING and name == NOT_KNOWN_GROUP)
    ]
    return Ask("offences_without_outcome", asked | {"outcomes": known})
