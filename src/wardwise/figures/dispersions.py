"""Dispersion φ as figures: what every interval of a change has been widened by."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.pooled import dispersion_of, dispersion_recipe


NOBODY = NotKnown("no area is held for both years")


@dataclass(frozen=True)
class DispersionFigures:
    """φ of partnerships and of our wards, and how many areas the first is pooled over."""

    offence: str | None
    phi: Figure
    areas: Figure
    wards: Figure


def dispersion_figures(desk: Desk, *, offence: str | None) -> DispersionFigures:
    """φ of the latest year against the year before."""
    return DispersionFigures(
        offence=offence,
        phi=_phi(desk, offence, small=False),
        areas=_areas(desk, offence),
        wards=_phi(desk, offence, small=True),
    )


def _phi(desk: Desk, offence: str | None, *, small: bool) -> Figure:
    period, before = desk.latest, desk.before
    found = dispersion_of(desk, period=period, before=before, offence=offence, small=small)
    return Figure(
        measure="dispersion",
        offence=offence,
        area=desk.area,
        period=period,
        value=found.phi if found.areas else NOBODY,
        unit=Unit.RATIO,
        sources=(desk.source,),
        recipe=dispersion_recipe(desk, period=period, before=before, offence=offence, small=small),
        method=found.method,
        detail=f"{'wards' if small else 'partnerships'}, against {before}",
        marking=desk.marking,
    )


def _areas(desk: Desk, offence: str | None) -> Figure:
    phi = _phi(desk, offence, small=False)
    found = dispersion_of(desk, period=desk.latest, before=desk.before, offence=offence)
    assert phi.recipe is not None
    return replace(
        phi,
        value=found.areas,
        unit=Unit.AREAS,
        recipe=replace(phi.recipe, take="areas"),
        method="count",
        detail=f"areas pooled, against {desk.before}",
    )
