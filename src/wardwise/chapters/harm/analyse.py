"""The sums: harm by group and by ward, and its change beside that of the count."""

from __future__ import annotations

from wardwise.chapters.harm.findings import GroupHarm, HarmFindings, PlaceHarm
from wardwise.chapters.harm.key_findings import key_findings
from wardwise.domain.area import Area
from wardwise.domain.evidence import HarmWeights, NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.period import Period
from wardwise.figures.changes import change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.harm import harm_figure, harm_groups, weight_figure
from wardwise.figures.harm_changes import harm_change_figure
from wardwise.figures.harm_rates import harm_rate_figure
from wardwise.figures.harm_shares import count_share_figure, harm_share_figure
from wardwise.figures.harm_weights import coverage_figure, typical_weight_figure
from wardwise.figures.offences import offences_figure
from wardwise.figures.rates import rate_figure


def analyse(desk: Desk) -> HarmFindings:
    """The latest year by the force's own mean weights, and by typical ones."""
    weights = desk.evidence.harm
    if isinstance(weights, NotHeld):
        raise ValueError("The harm chapter needs severity weights, and none are held.")
    place = desk.evidence.place
    groups = tuple(
        sorted((_group(desk, weights, name) for name in harm_groups(desk)), key=_most_first)
    )
    change = harm_change_figure(desk, weights)
    count_change = change_figure(
        desk, area=desk.area, period=desk.latest, before=desk.before, offence=None
    )
    total = harm_figure(desk, weights, area=desk.area, period=desk.latest, offence=None)
    return HarmFindings(
        area=desk.area,
        force=place.force,
        period=desk.latest,
        source=desk.source,
        scheme=weights.scheme,
        weights_from=Period(weights.quarters[0].first, weights.quarters[-1].last),
        total=total,
        total_count=offences_figure(desk, area=desk.area, period=desk.latest, offence=None),
        change=change,
        count_change=count_change,
        groups=groups,
        whole=_place(desk, weights, desk.area),
        wards=_places(desk, weights, place.wards),
        own=_places(desk, weights, place.own),
        key_findings=key_findings(desk, groups, change, count_change),
    )


def _most_first(group: GroupHarm) -> tuple[float, str]:
    return (-_number(group.harm), group.offence)


def _number(figure: Figure) -> float:
    return figure.number if figure.status == "known" else -1.0


def _group(desk: Desk, weights: HarmWeights, offence: str) -> GroupHarm:
    area, period = desk.area, desk.latest
    return GroupHarm(
        offence=offence,
        count=offences_figure(desk, area=area, period=period, offence=offence),
        count_share=count_share_figure(desk, offence=offence),
        weight=weight_figure(desk, weights, offence=offence, official=False),
        typical=typical_weight_figure(desk, weights, offence=offence),
        coverage=coverage_figure(desk, weights, offence=offence),
        harm=harm_figure(desk, weights, area=area, period=period, offence=offence),
        share=harm_share_figure(desk, weights, area=area, offence=offence),
        by_typical=harm_share_figure(desk, weights, area=area, offence=offence, typical=True),
    )


def _places(desk: Desk, weights: HarmWeights, areas: tuple[Area, ...]) -> tuple[PlaceHarm, ...]:
    found = [_place(desk, weights, area) for area in areas]
    return tuple(sorted(found, key=lambda one: (-_number(one.rate), one.area.name)))


def _place(desk: Desk, weights: HarmWeights, area: Area) -> PlaceHarm:
    return PlaceHarm(
        area=area,
        rate=harm_rate_figure(desk, weights, area=area),
        harm=harm_figure(desk, weights, area=area, period=desk.latest, offence=None),
        share=harm_share_figure(desk, weights, area=area, offence=None),
        offence_rate=rate_figure(desk, area=area, period=desk.latest, offence=None),
    )
