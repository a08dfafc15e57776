"""The sums: a line for every ward and own area, neighbourhoods, and the close places."""

from __future__ import annotations

from wardwise.chapters.places.close import close_place, groups_in
from wardwise.chapters.places.findings import Neighbourhood, PlaceLine, PlacesFindings
from wardwise.chapters.places.key_findings import key_findings
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Figure
from wardwise.figures.changes import change_figure
from wardwise.figures.concentrated_ways import concentrated_ways
from wardwise.figures.concentration_curve import spread
from wardwise.figures.desk import Desk
from wardwise.figures.moved import moved
from wardwise.figures.near_repeats import near_repeats
from wardwise.figures.offences import offences_figure
from wardwise.figures.place_shares import area_share_figure
from wardwise.figures.rates import rate_figure
from wardwise.figures.stable import stability
from wardwise.figures.ward_ranks import ward_rank_figure


WITH_CHANGE = 25
"""Neighbourhoods, those with most offences first, whose change is worked out."""


def analyse(desk: Desk) -> PlacesFindings:
    """Everything about the latest year, against the year before."""
    place = desk.evidence.place
    wards = tuple(sorted((_line(desk, ward) for ward in place.wards), key=_most_first))
    own = tuple(sorted((_line(desk, area) for area in place.own), key=_most_first))
    nearby = _neighbourhoods(desk)
    lines = {line.area.code: line for line in (*wards, *own)}
    whole_rates = _whole_rates(desk)
    groups = {code: groups_in(desk, line.area, whole_rates) for code, line in lines.items()}
    close = {
        area.code: close_place(desk, lines[area.code], groups[area.code], nearby)
        for area in (*place.commissioned, *place.own)
    }
    found = spread(desk, offence=None, period=desk.latest)
    same = stability(desk, offence=None)
    return PlacesFindings(
        area=desk.area,
        period=desk.latest,
        before=desk.before,
        source=desk.source,
        whole=_line(desk, desk.area),
        wards=wards,
        own=own,
        standing_out=groups,
        spread=found,
        stability=same,
        moved=moved(desk, offence=None),
        ways=concentrated_ways(desk, found, period=desk.latest),
        neighbourhoods=nearby,
        commissioned=tuple(close[area.code] for area in place.commissioned),
        own_close=tuple(close[line.area.code] for line in own),
        key_findings=key_findings(desk, wards, found, same),
        no_near_repeats=near_repeats(desk).why_none,
    )


def _most_first(line: PlaceLine) -> tuple[float, str]:
    return (-line.count.number if line.count.status == "known" else 1.0, line.area.name)


def _line(desk: Desk, area: Area) -> PlaceLine:
    change = change_figure(desk, area=area, period=desk.latest, before=desk.before, offence=None)
    return PlaceLine(
        area=area,
        count=offences_figure(
            desk, area=area, period=desk.latest, offence=None, comparison=change.comparison
        ),
        rate=rate_figure(desk, area=area, period=desk.latest, offence=None),
        share=area_share_figure(desk, area=area, period=desk.latest, offence=None),
        change=change,
        rank=ward_rank_figure(desk, ward=area, period=desk.latest, offence=None)
        if area.kind is AreaKind.WARD
        else None,
    )


def _whole_rates(desk: Desk) -> dict[str, Figure]:
    return {
        name: rate_figure(desk, area=desk.area, period=desk.latest, offence=name)
        for name in desk.offences
    }


def _neighbourhoods(desk: Desk) -> tuple[Neighbourhood, ...]:
    """Every LSOA, those with most offences first."""
    counts = desk.evidence.local.by_area(desk.latest)
    size = dict(zip((area.code for area in desk.evidence.local.areas), counts, strict=True))
    ordered = sorted(
        desk.evidence.place.lsoas,
        key=lambda area: (-size[area.code] if size[area.code] >= 0 else 1.0, area.code),
    )
    return tuple(_neighbourhood(desk, area, n < WITH_CHANGE) for n, area in enumerate(ordered))


def _neighbourhood(desk: Desk, area: Area, with_change: bool) -> Neighbourhood:
    place = desk.evidence.place
    names = {ward.code: ward.name for ward in place.wards}
    return Neighbourhood(
        area=area,
        ward=names[place.ward_of[area.code]],
        count=offences_figure(desk, area=area, period=desk.latest, offence=None),
        rate=rate_figure(desk, area=area, period=desk.latest, offence=None),
        change=change_figure(desk, area=area, period=desk.latest, before=desk.before, offence=None)
        if with_change
        else None,
    )
