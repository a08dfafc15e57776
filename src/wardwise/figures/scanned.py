"""Where there are more offences of late than the place's own share: clusters, as figures.

One scan for all recorded crime and one for each group with enough offences; a cluster is told
only if it is beyond chance after that many looks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.measures.scan.clusters import Cluster, ScanFound
from wardwise.measures.scan.permutation_scan import permutation_scan
from wardwise.measures.scan.scan_dispersion import area_dispersions
from wardwise.measures.scan.windows import scan_windows


MONTHS, BEFORE = 24, 12
MOST_PERCENT = 25.0
FEWEST_OFFENCES = 200
"""In the 24 months; a group with fewer is not scanned."""
FEWEST_PLACES = 20
LEVEL, SHORT = 0.05, 0.2
"""p of a scan times the number of scans, under which a cluster is told, or said to fall short."""
TOLD = 5
METHOD = "space-time permutation scan, replicates as dispersed as the counts"


@dataclass(frozen=True)
class ClusterTold:
    """A cluster beyond chance. ``areas`` are LSOAs, the middle of the circle first."""

    offence: str | None
    areas: tuple[Area, ...]
    since: Period
    recorded: Figure
    expected: Figure
    ratio: Figure
    chance: Figure  # p of its own scan


@dataclass(frozen=True)
class Scanned:
    """Every cluster that is told, the least likely by chance first, and how many were sought.

    ``beyond`` counts those beyond chance, told or not. ``nearest`` is the strongest where none
    is and it falls little short. ``why_not`` says why nothing was scanned.
    """

    period: Period
    looks: int
    clusters: tuple[ClusterTold, ...]
    beyond: int
    why_not: NotKnown | None = None
    nearest: ClusterTold | None = None


def scanned(desk: Desk) -> Scanned:
    """Circles of up to a quarter of offences, stretches of 1 to 12 months that end now."""
    return desk.once("scanned", lambda: _scanned(desk))


def _scanned(desk: Desk) -> Scanned:
    period = Period.ending(desk.latest.last, months=MONTHS)
    why_not = _why_not(desk, period)
    if why_not:
        return Scanned(period, 0, (), 0, why_not)
    tables = {one: _table(desk, period, one) for one in (None, *desk.offences)}
    enough = {one: table for one, table in tables.items() if table.sum() >= FEWEST_OFFENCES}
    if not enough:
        return Scanned(period, 0, (), 0, NotKnown("too few offences were recorded"))
    looks = len(enough)
    found = [
        (cluster.p_value, -cluster.score, offence, n, scan)
        for offence, table in enough.items()
        for scan in [_scan(desk, table)]
        for n, cluster in enumerate(scan.clusters)
        if cluster.p_value * looks < SHORT
    ]
    found.sort(key=lambda one: (one[0], one[1]))
    made = tuple(
        _told(desk, period, offence, n, scan.clusters[n]) for _, _, offence, n, scan in found[:TOLD]
    )
    told = tuple(one for one in made if one.chance.number * looks < LEVEL)
    beyond = sum(p_value * looks < LEVEL for p_value, *_ in found)
    nearest = made[0] if made and not told else None
    return Scanned(period, looks, told, beyond, nearest=nearest)


def _why_not(desk: Desk, period: Period) -> NotKnown | None:
    place, counts = desk.evidence.place, desk.evidence.local
    span = counts.span(period)
    if len(counts.areas) < FEWEST_PLACES:
        return NotKnown(f"there are fewer than {FEWEST_PLACES} neighbourhoods")
    if len(place.metres) != len(counts.areas):
        return NotKnown("where the middle of each neighbourhood is, is not known")
    if span is None or not counts.held[:, span].all():
        return NotKnown(f"it needs every month from {period.first.label} on")
    return None


def _table(desk: Desk, period: Period, offence: str | None) -> NDArray[np.float64]:
    """LSOAs × months."""
    counts = desk.evidence.local
    span = counts.span(period)
    table: NDArray[np.float64] = counts.counts[:, span][:, :, counts.columns(offence)].sum(axis=2)
    return table.astype(float)


def _scan(desk: Desk, table: NDArray[np.float64]) -> ScanFound:
    middles = np.array([desk.evidence.place.metres[one.code] for one in desk.evidence.local.areas])
    windows = scan_windows(
        x=middles[:, 0],
        y=middles[:, 1],
        weights=table.sum(axis=1),
        periods=MONTHS,
        limits={"most_percent": MOST_PERCENT},
    )
    return permutation_scan(
        counts=table,
        windows=windows,
        seed=desk.settings.seed,
        dispersion=area_dispersions(counts=table, before=BEFORE),
    )


def _recipe(desk: Desk, period: Period, offence: str | None, take: str) -> Recipe:
    asked = desk.ask(desk.area, period, offence)
    counts = Ask("monthly_offences_by_lsoa", asked)
    middle: dict[str, Ask | Recipe | Json] = {
        name: Ask("metres_by_lsoa", {"area": desk.area.code, "axis": axis})
        for name, axis in (("x", "east"), ("y", "north"))
    }
    windows = middle | {
        "weights": Ask("offences_by_lsoa", asked),
        "periods": MONTHS,
        "limits": {"most_percent": MOST_PERCENT},
    }
    return Recipe(
        "permutation_scan",
        {
            "counts": counts,
            "windows": Recipe("scan_windows", windows),
            "seed": desk.settings.seed,
            "dispersion": Recipe("area_dispersions", {"counts": counts, "before": BEFORE}),
        },
        take,
    )


def _told(desk: Desk, period: Period, offence: str | None, n: int, cluster: Cluster) -> ClusterTold:
    areas = desk.evidence.local.areas
    since = Period(period.months[cluster.first], period.last)

    def figure(take: str, value: float, unit: Unit) -> Figure:
        return Figure(
            measure="permutation_scan",
            offence=offence,
            area=desk.area,
            period=since,
            value=value,
            unit=unit,
            sources=(desk.source,),
            recipe=_recipe(desk, period, offence, f"clusters[{n}].{take}"),
            method=METHOD,
            detail=f"cluster {n + 1}, {take}, within {period}",
            marking=desk.marking,
        )

    chance = figure("p_value", cluster.p_value, Unit.RATIO)
    return ClusterTold(
        offence=offence,
        areas=tuple(areas[one] for one in cluster.areas),
        since=since,
        recorded=figure("observed", cluster.observed, Unit.OFFENCES),
        expected=figure("expected", cluster.expected, Unit.OFFENCES),
        ratio=figure("ratio", cluster.ratio, Unit.RATIO),
        chance=chance,
    )
