"""One group's density map: its sums, and the recipes that give them again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value
from wardwise.domain.points_recorded import PointPrecision
from wardwise.figures.desk import Desk
from wardwise.figures.points_used import PointsUsed, points_used
from wardwise.measures.density.abramson import abramson_bandwidths
from wardwise.measures.density.bandwidths import MapScale, crime_map_bandwidth, spacing_of_points
from wardwise.measures.density.density_change import DensityChange
from wardwise.measures.density.kernel_density import DensitySurface, kernel_density
from wardwise.measures.density.land import shapes_of
from wardwise.measures.place.areas_at_points import areas_at_points


SHARES = (25, 50, 75)
"""Percent of the offences that each band of the map holds."""
KERNEL = "quartic"


@dataclass(frozen=True, eq=False)
class DensityMaker:
    """Sums and recipes of one group's map."""

    desk: Desk
    offence: str | None
    used: PointsUsed
    outlines: list[str]

    @property
    def is_exact(self) -> bool:
        """Whether each point is the place itself."""
        return self.used.precision is PointPrecision.EXACT

    @property
    def scale(self) -> MapScale:
        """Of the whole map: one for every group, from the spacing of all crime's points."""
        return self.desk.once(("map scale", self.is_exact), self._scale)

    def _scale(self) -> MapScale:
        return crime_map_bandwidth(outline=self.outlines, spacing_metres=self._spacing())

    def _spacing(self) -> float:
        if self.is_exact:
            return 0.0
        every = points_used(self.desk, offence=None)
        assert not isinstance(every, NotKnown)  # the group is a part of it
        return spacing_of_points(points=every.latest)

    def surface(self) -> DensitySurface:
        """One bandwidth for snapped points, each event its own for exact ones."""
        wide: object = self.scale.bandwidth_metres
        if self.is_exact:
            wide = abramson_bandwidths(
                points=self.used.latest,
                outline=self.outlines,
                cell_metres=self.scale.cell_metres,
                pilot_metres=self.scale.bandwidth_metres,
            )
        return kernel_density(
            points=self.used.latest,
            outline=self.outlines,
            cell_metres=self.scale.cell_metres,
            bandwidth_metres=np.asarray(wide),
        )

    def ward_at(self, easting: float, northing: float) -> str:
        """The ward that holds a point of the land."""
        return self._wards(np.array([[easting, northing]]))[0]

    def _wards(self, points: np.ndarray) -> list[str]:
        place = self.desk.evidence.place
        names = {ward.code: ward.name for ward in place.wards}
        codes = sorted(area.code for area in place.lsoas)
        at = areas_at_points(
            eastings=points[:, 0], northings=points[:, 1], areas=shapes_of(self.outlines)
        )
        return [names[place.ward_of[codes[n]]] for n in at if n >= 0]

    @property
    def outline(self) -> Ask:
        """The boundary in parts."""
        return Ask("outlines_by_lsoa", {"area": self.desk.area.code})

    def _spacing_recipe(self) -> Recipe:
        every = Ask("recorded_points", self.desk.ask(self.desk.area, self.desk.latest, None))
        return Recipe("spacing_of_points", {"points": every})

    def scale_recipe(self, take: str) -> Recipe:
        """Cell or bandwidth of the map."""
        spacing: Recipe | Json = 0.0 if self.is_exact else self._spacing_recipe()
        return Recipe(
            "crime_map_bandwidth", {"outline": self.outline, "spacing_metres": spacing}, take
        )

    def density_recipe(self, take: str | None) -> Recipe:
        """The surface, or something of it."""
        shared: dict[str, Ask | Recipe | Json] = {
            "points": self.used.latest_ask,
            "outline": self.outline,
            "cell_metres": self.scale_recipe("cell_metres"),
        }
        wide = self.scale_recipe("bandwidth_metres")
        if self.is_exact:
            wide = Recipe("abramson_bandwidths", {**shared, "pilot_metres": wide})
        return Recipe("kernel_density", {**shared, "bandwidth_metres": wide}, take)

    def figure(self, value: Value, unit: Unit, recipe: Recipe, detail: str) -> Figure:
        """A figure of this group and map."""
        return Figure(
            measure=recipe.measure,
            offence=self.offence,
            area=self.desk.area,
            period=self.desk.latest,
            value=value,
            unit=unit,
            sources=(self.used.source,),
            recipe=recipe,
            method=self._method,
            detail=detail,
            marking=self.used.marking,
        )

    @property
    def _method(self) -> str:
        wide = f"{self.scale.bandwidth_metres:g} m"
        each = f"adaptive (Abramson), pilot {wide}" if self.is_exact else f"radius {wide}"
        return (
            f"{KERNEL} kernel, {each}, cells of {self.scale.cell_metres:g} m, inside the boundary"
        )

    def land(self, value: float, at: int) -> Figure:
        """The least land that holds a share of the offences."""
        recipe = Recipe(
            "densest_land",
            {"surface": self.density_recipe(None), "events_percent": list(SHARES)},
            f"land_percent[{at}]",
        )
        return self.figure(
            value, Unit.PERCENT, recipe, f"the least land with {SHARES[at]}% of the offences"
        )

    def bandwidth(self) -> Figure:
        """How wide the map is smoothed."""
        recipe = self.scale_recipe("bandwidth_metres")
        return self.figure(self.scale.bandwidth_metres, Unit.METRES, recipe, "bandwidth")

    def spacing(self) -> Figure | None:
        """How far apart the published points stand; None where points are exact."""
        if self.is_exact:
            return None
        recipe = self._spacing_recipe()
        return self.figure(self._spacing(), Unit.METRES, recipe, "between published points")

    def wards_of(self, found: DensityChange, marks: np.ndarray) -> tuple[str, ...]:
        """Wards of the marked cells, those with most of it first."""
        rows, columns = np.nonzero(marks)
        if not len(rows):
            return ()
        land = found.land
        middles = np.column_stack((columns, rows)) + 0.5
        names = self._wards(middles * land.cell_metres + (land.west, land.south))
        return tuple(sorted(set(names), key=lambda name: (-names.count(name), name)))
