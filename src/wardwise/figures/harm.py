"""Severity-weighted figures: what an offence of a group weighs, and what a year's weigh."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.evidence import GroupWeight, HarmWeights
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.harm.score import HarmScore, harm_score


def weight_figure(desk: Desk, weights: HarmWeights, *, offence: str, official: bool) -> Figure:
    """Mean weight of one offence of the group in the force. Unit: severity points."""
    group = (weights.official if official else weights.police_uk).get(offence)
    period = Period(weights.quarters[0].first, weights.quarters[-1].last)
    value = group.value if group else NotKnown("no offence code of the group has a weight")
    return Figure(
        measure="category_weight",
        offence=offence,
        area=desk.evidence.place.force,
        period=period,
        value=value,
        unit=Unit.HARM,
        sources=("home_office_prc",),
        recipe=weight_recipe(weights, group, "value") if group else None,
        method=f"{weights.scheme}, mean over the force's own codes",
        interval=Interval(group.lower, group.upper, 0.95, "range of the mix") if group else None,
        detail="ONS headline offence" if official else "police.uk type",
        marking=desk.marking,
    )


def harm_figure(
    desk: Desk, weights: HarmWeights, *, area: Area, period: Period, offence: str | None
) -> Figure:
    """What the area's offences of the period weigh together; None is every group but ASB."""
    names = [offence] if offence else harm_groups(desk)
    found = _score(weights, names, known_counts(desk, area, period, names))
    score = None if isinstance(found, NotKnown) else found
    return Figure(
        measure="harm_score",
        offence=offence,
        area=area,
        period=period,
        value=found if isinstance(found, NotKnown) else found.value,
        unit=Unit.HARM,
        sources=(desk.source, "home_office_prc"),
        recipe=_harm_recipe(desk, weights, area, period, names) if score else None,
        method=f"{weights.scheme}, mean weight of each police.uk type in the force",
        interval=Interval(score.lower, score.upper, 0.95, "range of the weights")
        if score
        else None,
        marking=desk.marking,
    )


def _score(
    weights: HarmWeights, names: list[str], counts: list[int] | NotKnown
) -> HarmScore | NotKnown:
    unweighed = [name for name in names if name not in weights.police_uk]
    if unweighed:
        return NotKnown(f"there is no weight for {', '.join(unweighed)}")
    if isinstance(counts, NotKnown):
        return counts
    groups = [weights.police_uk[name] for name in names]
    return harm_score(
        counts=counts,
        weights=[group.value for group in groups],
        lower_weights=[group.lower for group in groups],
        upper_weights=[group.upper for group in groups],
    )


def harm_groups(desk: Desk) -> list[str]:
    """Every group of the source that is a recorded crime."""
    return [name for name in desk.evidence.local.offences if name != ANTI_SOCIAL_BEHAVIOUR]


def known_counts(desk: Desk, area: Area, period: Period, names: list[str]) -> list[int] | NotKnown:
    """Offences of the area by group, or why they are not known."""
    counts, codes = desk.counts_of(area)
    totals = [counts.total(period, offence=name, codes=codes) for name in names]
    known = [total for total in totals if not isinstance(total, NotKnown)]
    if len(known) == len(totals):
        return known
    return next(total for total in totals if isinstance(total, NotKnown))


def counts_ask(desk: Desk, area: Area, period: Period, names: list[str]) -> Ask:
    """The question that gives those counts."""
    groups: list[Json] = list(names)
    asked = desk.ask(area, period, None)
    del asked["offence"]
    return Ask("offences_of_groups", asked | {"offences": groups})


def _harm_recipe(
    desk: Desk, weights: HarmWeights, area: Area, period: Period, names: list[str]
) -> Recipe:
    return Recipe(
        "harm_score",
        {
            "counts": counts_ask(desk, area, period, names),
            "weights": [weights.police_uk[name].value for name in names],
        },
        "value",
    )


def weight_recipe(weights: HarmWeights, group: GroupWeight, take: str) -> Recipe:
    """How an attribute of a group's weight is made again from the force's own codes."""
    codes: list[Json] = list(group.codes)
    quarters: list[Json] = [[str(quarter.first), str(quarter.last)] for quarter in weights.quarters]
    return Recipe(
        "category_weight",
        {
            "counts_by_code": Ask(
                "force_code_quarters",
                {"force_name": weights.force, "codes": codes, "quarters": quarters},
            ),
            "weights_by_code": [weights.by_code.get(code) for code in group.codes],
        },
        take,
    )
