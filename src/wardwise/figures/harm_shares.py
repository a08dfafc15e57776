"""Parts of the harm: a group's share by mean or by typical weight, beside its share of counts."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.evidence import HarmWeights
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.harm import counts_ask, harm_groups, known_counts
from wardwise.figures.shares import share_of, value_of
from wardwise.measures.harm.score import harm_score


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
    part = _Weighed(area, (offence,) if offence else tuple(harm_groups(desk)), typical)
    whole = _Weighed(desk.area, tuple(harm_groups(desk)), typical)
    value = value_of(
        share_of(
            _score(desk, weights, part),
            _score(desk, weights, whole),
            level=desk.level,
            if_none="no harm",
        )
    )
    index = "typical weights" if typical else "mean weights"
    return Figure(
        measure="share_percent",
        offence=offence,
        area=area,
        period=desk.latest,
        value=value,
        unit=Unit.PERCENT,
        sources=(desk.source, "home_office_prc"),
        recipe=None
        if isinstance(value, NotKnown)
        else Recipe(
            "share_percent",
            {"part": _recipe(desk, weights, part), "whole": _recipe(desk, weights, whole)},
            "value",
        ),
        method=f"harm score ÷ harm score of {desk.area.name}, {index}",
        detail=f"of harm, {index}",
        marking=desk.marking,
    )


def count_share_figure(desk: Desk, *, offence: str) -> Figure:
    """The group's part of the partnership's recorded crime in the latest year."""
    counts, codes = desk.counts_of(desk.area)
    part = counts.total(desk.latest, offence=offence, codes=codes)
    whole = counts.total(desk.latest, offence=None, codes=codes)
    return Figure(
        measure="share_percent",
        offence=offence,
        area=desk.area,
        period=desk.latest,
        value=value_of(share_of(part, whole, level=desk.level, if_none="no crime")),
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


@dataclass(frozen=True)
class _Weighed:
    """Whose offences, of which groups, by the typical weights or by the mean ones."""

    area: Area
    names: tuple[str, ...]
    typical: bool

    def weights(self, weights: HarmWeights) -> list[float]:
        held = [weights.police_uk[name] for name in self.names]
        return [one.typical if self.typical else one.value for one in held]


def _score(desk: Desk, weights: HarmWeights, of: _Weighed) -> float | NotKnown:
    known = known_counts(desk, of.area, desk.latest, list(of.names))
    if isinstance(known, NotKnown):
        return known
    unweighed = [name for name in of.names if name not in weights.police_uk]
    if unweighed:
        return NotKnown(f"there is no weight for {', '.join(unweighed)}")
    return harm_score(counts=known, weights=of.weights(weights)).value


def _recipe(desk: Desk, weights: HarmWeights, of: _Weighed) -> Recipe:
    fixed: list[Json] = list(of.weights(weights))
    return Recipe(
        "harm_score",
        {"counts": counts_ask(desk, of.area, desk.latest, list(of.names)), "weights": fixed},
        "value",
    )
