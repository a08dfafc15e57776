"""What stands beside a group's mean weight: its middle offence, and how much has a weight."""

from __future__ import annotations

from typing import Literal

from wardwise.domain.evidence import HarmWeights
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.harm import weight_recipe


def typical_weight_figure(desk: Desk, weights: HarmWeights, *, offence: str) -> Figure:
    """Weight of the middle offence of the group. Unit: severity points."""
    return _figure(desk, weights, offence, "typical")


def coverage_figure(desk: Desk, weights: HarmWeights, *, offence: str) -> Figure:
    """Offences of the group whose code has a weight. Unit: percent."""
    return _figure(desk, weights, offence, "coverage_percent")


METHODS = {
    "typical": "weight of the middle offence of the force's own codes",
    "coverage_percent": "offences whose code has a weight ÷ all offences of the group",
}


def _figure(
    desk: Desk, weights: HarmWeights, offence: str, take: Literal["typical", "coverage_percent"]
) -> Figure:
    group = weights.police_uk.get(offence)
    return Figure(
        measure="category_weight",
        offence=offence,
        area=desk.evidence.place.force,
        period=Period(weights.quarters[0].first, weights.quarters[-1].last),
        value=getattr(group, take) if group else NotKnown("no code of the group has a weight"),
        unit=Unit.HARM if take == "typical" else Unit.PERCENT,
        sources=("home_office_prc",),
        recipe=weight_recipe(weights, group, take) if group else None,
        method=METHODS[take],
        detail=f"police.uk type, {'middle offence' if take == 'typical' else 'with a weight'}",
        marking=desk.marking,
    )
