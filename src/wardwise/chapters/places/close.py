"""The sums of a half-page: groups beside the whole partnership, deprivation, months."""

from __future__ import annotations

from collections.abc import Mapping

from wardwise.chapters.places.findings import (
    ClosePlace,
    GroupInPlace,
    Neighbourhood,
    PlaceLine,
)
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.figures.changes import change_figure
from wardwise.figures.control import control
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.place_shares import quotient_figure
from wardwise.figures.population import share_figure
from wardwise.figures.population_traits import traits_of_deprivation
from wardwise.figures.rates import rate_figure


def close_place(
    desk: Desk,
    line: PlaceLine,
    groups: tuple[GroupInPlace, ...],
    nearby: tuple[Neighbourhood, ...],
) -> ClosePlace:
    """One place with everything that its half-page shows."""
    place = desk.evidence.place
    members = place.members[line.area.code]
    return ClosePlace(
        line=line,
        groups=groups,
        deprived=_deprived(desk, line.area),
        chart=control(desk, area=line.area, offence=None),
        neighbourhoods=tuple(one for one in nearby if one.area.code in members),
    )


def groups_in(
    desk: Desk, area: Area, whole_rates: Mapping[str, Figure]
) -> tuple[GroupInPlace, ...]:
    """Every group of the source, the largest in this place first."""
    groups = [_group(desk, area, name, rate) for name, rate in whole_rates.items()]
    groups.sort(key=lambda group: -group.count.number if group.count.status == "known" else 1.0)
    return tuple(groups)


def _group(desk: Desk, area: Area, offence: str, whole_rate: Figure) -> GroupInPlace:
    return GroupInPlace(
        offence=offence,
        count=offences_figure(desk, area=area, period=desk.latest, offence=offence),
        rate=rate_figure(desk, area=area, period=desk.latest, offence=offence),
        whole_rate=whole_rate,
        quotient=quotient_figure(desk, area=area, period=desk.latest, offence=offence),
        change=change_figure(
            desk, area=area, period=desk.latest, before=desk.before, offence=offence
        ),
    )


def _deprived(desk: Desk, area: Area) -> tuple[Figure, Figure] | None:
    """The leading measure of deprivation, here and in the whole partnership."""
    traits = traits_of_deprivation(desk)
    if not traits:
        return None
    ours = share_figure(desk, area, traits[0])
    return (ours, share_figure(desk, desk.area, traits[0])) if ours.status == "known" else None
