"""Circles that hold more offences for their residents than chance, as figures.

One scan of the latest year for all recorded crime and one for each group with enough offences;
chance is as uneven as the neighbourhoods are, and a cluster has to be beyond it after that many
looks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.by_lsoa import ByLsoa, offences_by_lsoa, residents_by_lsoa
from wardwise.figures.desk import Desk
from wardwise.figures.scanned import FEWEST_OFFENCES, FEWEST_PLACES, LEVEL, MOST_PERCENT
from wardwise.measures.scan.clusters import ScanFound
from wardwise.measures.scan.expected_dispersion import expected_dispersion
from wardwise.measures.scan.poisson_scan import poisson_scan
from wardwise.measures.scan.windows import ScanWindows, scan_windows


TOLD = 5


@dataclass(frozen=True)
class PlaceCluster:
    """The likeliest circle of a group. ``areas`` are LSOAs, the middle of the circle first."""

    offence: str | None
    areas: tuple[Area, ...]
    recorded: Figure
    expected: Figure
    ratio: Figure
    chance: Figure
    phi: Figure


@dataclass(frozen=True)
class PlacesScanned:
    """Groups with a cluster beyond chance, the least likely first; the names of the others."""

    period: Period
    looks: int
    clusters: tuple[PlaceCluster, ...]
    without: tuple[str | None, ...]


def places_scanned(desk: Desk) -> PlacesScanned | NotKnown:
    """Circles of up to a quarter of the residents."""
    place, residents = desk.evidence.place, residents_by_lsoa(desk)
    if len(desk.evidence.local.areas) < FEWEST_PLACES:
        return NotKnown(f"there are fewer than {FEWEST_PLACES} neighbourhoods")
    if len(place.metres) != len(desk.evidence.local.areas):
        return NotKnown("where the middle of each neighbourhood is, is not known")
    if isinstance(residents, NotKnown):
        return residents
    if not (residents.values > 0).all():
        return NotKnown("somewhere nobody lives")
    scans = _Scans(desk, residents)
    made = {name: counts for name in (None, *desk.offences) if (counts := scans.enough(name))}
    if not made:
        return NotKnown("too few offences were recorded")
    found = {name: scans.scan(counts) for name, counts in made.items()}
    beyond = [name for name, one in found.items() if one.p_value * len(found) < LEVEL]
    beyond.sort(key=lambda name: (found[name].p_value, -found[name].clusters[0].score))
    return PlacesScanned(
        period=desk.latest,
        looks=len(found),
        clusters=tuple(scans.cluster(name, made[name], found[name]) for name in beyond),
        without=tuple(name for name in found if name not in beyond),
    )


@dataclass(frozen=True, eq=False)
class _Scans:
    """What every scan of the partnership has in common."""

    desk: Desk
    residents: ByLsoa

    def enough(self, offence: str | None) -> ByLsoa | None:
        """The counts of a group with enough of them."""
        counts = offences_by_lsoa(self.desk, offence=offence, period=self.desk.latest)
        if isinstance(counts, NotKnown) or counts.values.sum() < FEWEST_OFFENCES:
            return None
        return counts

    def scan(self, counts: ByLsoa) -> ScanFound:
        """With φ of the group's own counts."""
        return poisson_scan(
            counts=counts.values,
            expected=self.residents.values,
            windows=self.windows(),
            seed=self.desk.settings.seed,
            dispersion=expected_dispersion(counts=counts.values, expected=self.residents.values),
        )

    def windows(self) -> ScanWindows:
        """The same for every group; worked once."""

        def made() -> ScanWindows:
            place = self.desk.evidence.place
            middles = np.array([place.metres[one.code] for one in self.desk.evidence.local.areas])
            return scan_windows(
                x=middles[:, 0],
                y=middles[:, 1],
                weights=self.residents.values,
                limits={"most_percent": MOST_PERCENT},
            )

        return self.desk.once("scan windows by residents", made)

    def cluster(self, offence: str | None, counts: ByLsoa, scan: ScanFound) -> PlaceCluster:
        """The likeliest of one scan as figures."""
        areas, best = self.desk.evidence.local.areas, scan.clusters[0]

        def figure(take: str, value: float, unit: Unit) -> Figure:
            recipe = self._recipe(counts, f"clusters[0].{take}" if take != "dispersion" else take)
            return self._figure(offence, recipe, value, unit)

        return PlaceCluster(
            offence=offence,
            areas=tuple(areas[one] for one in best.areas),
            recorded=figure("observed", best.observed, Unit.OFFENCES),
            expected=figure("expected", best.expected, Unit.OFFENCES),
            ratio=figure("ratio", best.ratio, Unit.RATIO),
            chance=figure("p_value", best.p_value, Unit.RATIO),
            phi=figure("dispersion", scan.dispersion, Unit.RATIO),
        )

    def _figure(self, offence: str | None, recipe: Recipe, value: float, unit: Unit) -> Figure:
        return Figure(
            measure="poisson_scan",
            offence=offence,
            area=self.desk.area,
            period=self.desk.latest,
            value=value,
            unit=unit,
            sources=(self.desk.source, self.desk.evidence.people.source),
            recipe=recipe,
            method="Poisson scan against residents, replicates as dispersed as the counts",
            detail=str(recipe.take),
            marking=self.desk.marking,
        )

    def _recipe(self, counts: ByLsoa, take: str) -> Recipe:
        beside = {"counts": counts.asked, "expected": self.residents.asked}
        windows: dict[str, Ask | Recipe | Json] = {
            name: Ask("metres_by_lsoa", {"area": self.desk.area.code, "axis": axis})
            for name, axis in (("x", "east"), ("y", "north"))
        }
        windows |= {"weights": self.residents.asked, "limits": {"most_percent": MOST_PERCENT}}
        return Recipe(
            "poisson_scan",
            {
                **beside,
                "windows": Recipe("scan_windows", windows),
                "seed": self.desk.settings.seed,
                "dispersion": Recipe("expected_dispersion", beside),
            },
            take,
        )
