"""What became of an offence's records, as shares of those that have had time."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.evidence import Outcomes
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.people.outcome_share import outcome_share_percent
from wardwise.reference.load import load_table


def ripe_period(desk: Desk, outcomes: Outcomes) -> Period:
    """Twelve months that ended long enough ago for their outcomes to be known."""
    age = desk.settings.measures.outcomes_age_months
    latest = Period.ending(outcomes.months[-1].plus(-age))
    return Period(max(latest.first, outcomes.months[0]), latest.last)


def ending_figure(desk: Desk, outcomes: Outcomes, *, offence: str, outcome: str) -> Figure:
    """Share of the located records of those months that ended so. Unit: percent."""
    period = ripe_period(desk, outcomes)
    months = [n for n, month in enumerate(outcomes.months) if month in period]
    row = outcomes.offences.index(offence)
    rows = outcomes.counts[row][months]
    total, part = int(rows.sum()), int(rows[:, outcomes.groups.index(outcome)].sum())
    share = (
        outcome_share_percent(outcomes=part, offences=total, level=desk.level) if total else None
    )
    names: list[Json] = [
        str(one["outcome"])
        for one in load_table("outcome_group").rows
        if one["outcome_group"] == outcome
    ]
    return Figure(
        measure="outcome_share_percent",
        offence=offence,
        area=desk.area,
        period=period,
        value=share.value if share else NotKnown("no offence of those months was recorded"),
        unit=Unit.PERCENT,
        sources=(outcomes.source,),
        recipe=Recipe(
            "outcome_share_percent",
            {
                "outcomes": Ask(
                    "offences_with_outcome",
                    _asked(desk.area, offence, period) | {"outcomes": names},
                ),
                "offences": Ask(
                    "offences", {"source": outcomes.source, **_asked(desk.area, offence, period)}
                ),
                "level": desk.level,
            },
            "value",
        ),
        method="records with the outcome ÷ records of the same months",
        interval=Interval(share.lower, share.upper, share.level, share.method) if share else None,
        detail=outcome,
        marking=desk.marking,
    )


def _asked(area: Area, offence: str, period: Period) -> dict[str, Json]:
    return {
        "area": area.code,
        "offence": offence,
        "first": str(period.first),
        "last": str(period.last),
    }
