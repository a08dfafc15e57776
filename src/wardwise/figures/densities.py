"""Density of offences on the map, and where it changed, as figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.density_maker import SHARES, DensityMaker
from wardwise.figures.desk import Desk
from wardwise.figures.points_used import PointsUsed, points_used
from wardwise.measures.density.bandwidths import MapScale
from wardwise.measures.density.densest_land import densest_land
from wardwise.measures.density.density_change import DensityChange, density_change
from wardwise.measures.density.kernel_density import DensitySurface


FEWEST = 200
"""Offences a year with which a map says something."""
NO_OUTLINES = NotKnown("it needs the outlines of every neighbourhood")
TOO_FEW = NotKnown(f"there are fewer than {FEWEST} with a point")


@dataclass(frozen=True, eq=False)
class Density:
    """One group's map: the surface, the least land that holds parts of it, and the peak's ward.

    ``land`` are shares of the partnership's land, one for each of ``SHARES``.
    """

    offence: str | None
    used: PointsUsed
    scale: MapScale
    surface: DensitySurface
    edges: tuple[float, ...]
    land: tuple[Figure, ...]
    bandwidth: Figure
    spacing: Figure | None
    ward: str


@dataclass(frozen=True, eq=False)
class Changed:
    """Where a group grew thicker or thinner beyond chance: land, offences in both years, wards."""

    found: DensityChange
    more_km2: Figure
    less_km2: Figure
    in_more: tuple[Figure, Figure]
    in_less: tuple[Figure, Figure]
    more_wards: tuple[str, ...]
    less_wards: tuple[str, ...]


def density(desk: Desk, *, offence: str | None) -> Density | NotKnown:
    """The latest year's density inside the partnership's boundary."""
    outlines = _outlines(desk)
    used = points_used(desk, offence=offence)
    if isinstance(used, NotKnown):
        return used
    if outlines is None:
        return NO_OUTLINES
    if len(used.latest) < FEWEST:
        return TOO_FEW
    made = DensityMaker(desk, offence, used, outlines)
    surface = made.surface()
    bands = densest_land(surface=surface, events_percent=SHARES)
    return Density(
        offence=offence,
        used=used,
        scale=made.scale,
        surface=surface,
        edges=bands.per_km2,
        land=tuple(made.land(value, n) for n, value in enumerate(bands.land_percent)),
        bandwidth=made.bandwidth(),
        spacing=made.spacing(),
        ward=made.ward_at(*surface.peak_at),
    )


def changed(desk: Desk, found: Density, *, looks: int) -> Changed | NotKnown:
    """The latest year against the year before, ``looks`` groups being looked at together."""
    if found.used.not_comparable:
        return NotKnown(found.used.not_comparable)
    outlines = _outlines(desk)
    assert outlines is not None  # there would be no density
    return _changed(DensityMaker(desk, found.offence, found.used, outlines), looks)


def _outlines(desk: Desk) -> list[str] | None:
    """Of every LSOA in the order of their codes; None where one is not held."""
    held = desk.evidence.place.outlines
    codes = sorted(area.code for area in desk.evidence.place.lsoas)
    return [held[code] for code in codes] if all(code in held for code in codes) else None


def _changed(made: DensityMaker, looks: int) -> Changed:
    found = density_change(
        points=made.used.points,
        months=made.used.months,
        outline=made.outlines,
        bandwidth_metres=made.scale.bandwidth_metres,
        looks=looks,
    )
    arguments: Mapping[str, Ask | Recipe | Json] = {
        "points": made.used.both_ask,
        "months": made.used.months_ask,
        "outline": made.outline,
        "bandwidth_metres": made.scale_recipe("bandwidth_metres"),
        "looks": looks,
    }

    def figure(value: float, unit: Unit, take: str, detail: str) -> Figure:
        return made.figure(value, unit, Recipe("density_change", arguments, take), detail)

    def both_years(sign: str, values: tuple[int, int]) -> tuple[Figure, Figure]:
        before, after = (
            figure(values[n], Unit.OFFENCES, f"in_{sign}[{n}]", f"where there was {sign}, {period}")
            for n, period in enumerate((made.desk.before, made.desk.latest))
        )
        return before, after

    km2 = Unit.SQUARE_KILOMETRES
    return Changed(
        found=found,
        more_km2=figure(found.more_km2, km2, "more_km2", "land with more than before"),
        less_km2=figure(found.less_km2, km2, "less_km2", "land with less than before"),
        in_more=both_years("more", found.in_more),
        in_less=both_years("less", found.in_less),
        more_wards=made.wards_of(found, found.is_more),
        less_wards=made.wards_of(found, found.is_less),
    )
