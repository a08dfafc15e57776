"""Parts of the harm: a group's share by mean or by typical weight, beside its share of counts."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.evidence import HarmWeights
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.harm import counts_ask, harm_groups, known_counts
from wardwise.measures.harm.score import harm_score
from wardwise.measures.levels.share import share_percent


def harm_share_figure(
    desk: Desk,
    weights: HarmWeights,
    *,
    area: Area,
    offence: str | None,
    typical: bool = False,
) -> Figure:
    """The group's part of the partnership's harm in the latest year; None is all of an area's.

    ``typical`` weighs by the middle offence of each group instead of the mean.
    """
    ours = [offence] if offence else harm_groups(desk)
    part = _score(desk, weights, area, ours, typical)
    whole = _score(desk, weights, desk.area, harm_groups(desk), typical)
    value: float | NotKnown
    if isinstance(part, NotKnown):
        value = part
    elif isinstance(whole, NotKnown):
        value = whole
    else:
        value = share_percent(part=part, whole=whole).value if whole else NotKnown("no harm")
    index = "typical weights" if typical else "mean weights"
    known = not isinstance(value, NotKnown)
    return Figure(
        measure="share_percent",
        offence=offence,
        area=area,
        period=desk.latest,
        value=value,
        unit=Unit.PERCENT,
        sources=(desk.source, "home_office_prc"),
        recipe=Recipe(
            "share_percent",
            {
                "part": _recipe(desk, weights, area, ours, typical),
                "whole": _recipe(desk, weights, desk.area, harm_groups(desk), typical),
            },
            "value",
        )
        if known
        else None,
        method=f"harm score ÷ harm score of {desk.area.name}, {index}",
        detail=f"of harm, {index}",
        marking=desk.marking,
    )


def count_share_figure(desk: Desk, *, offence: str) -> Figure:
    """The group's part of the partnership's recorded crime in the latest year."""
    counts, codes = desk.counts_of(desk.area)
    part = counts.total(desk.latest, offence=offence, codes=codes)
    whole = counts.total(desk.latest, offence=None, codes=codes)
    value: float | NotKnown
    if isinstance(part, NotKnown):
        value = part
    elif isinstance(whole, NotKnown):
        value = whole
    else:
        value = share_percent(part=part, whole=whole).value if whole else NotKnown("no crime")
    return Figure(
        measure="share_percent",
        offence=offence,
        area=desk.area,
        period=desk.latest,
        value=value,
        unit=Unit.PERCENT,
        sources=(desk.source,),
        recipe=Recipe(
            "share_percent",
            {
                "part": Ask("offences", desk.ask(desk.area, desk.latest, offence)),
                "whole": Ask("offences", desk.ask(desk.area, desk.latest, None)),
            },
            "value",
        ),
        method="offences of the group ÷ all recorded crime",
        detail="of recorded crime",
        marking=desk.marking,
    )


def _weights(weights: HarmWeights, names: list[str], typical: bool) -> list[float]:
    held = weights.police_uk
    return [held[name].typical if typical else held[name].value for name in names]


def _score(
    desk: Desk, weights: HarmWeights, area: Area, names: list[str], typical: bool
) -> float | NotKnown:
    known = known_counts(desk, area, desk.latest, names)
    if isinstance(known, NotKnown):
        return known
    unweighed = [name for name in names if name not in weights.police_uk]
    if unweighed:
        return NotKnown(f"there is no weight for {', '.join(unweighed)}")
    return harm_score(counts=known, weights=_weights(weights, names, typical)).value


def _recipe(
    desk: Desk, weights: HarmWeights, area: Area, names: list[str], typical: bool
) -> Recipe:
    fixed: list[Json] = list(_weights(weights, names, typical))
    return Recipe(
        "harm_score",
        {"counts": counts_ask(desk, area, desk.latest, names), "weights": fixed},
        "value",
    )
