"""Hot spots of the neighbourhoods over the years, as figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.pooled import dispersion_of, dispersion_recipe
from wardwise.measures.hot_spots.hot_spot_classes import (
    HOT,
    HotSpotClass,
    HotSpotClasses,
    hot_spot_classes,
)


MOST_YEARS = 5
FEWEST = 30
"""Neighbourhoods under which the largest count is met by chance too often to tell."""
NO_OUTLINES = NotKnown("no outlines are held, and so not which neighbourhoods touch")
TOO_FEW = NotKnown("the partnership has too few neighbourhoods to tell hot spots from chance")
ONE_YEAR = NotKnown("fewer than two whole years are held for every neighbourhood")
NONE_RECORDED = NotKnown("none was recorded in one of the years")


@dataclass(frozen=True)
class HotPlace:
    """A neighbourhood with a class: its own offences, and the years in which it was hot."""

    area: Area
    ward: str
    kind: HotSpotClass
    count: Figure
    years_hot: Figure


@dataclass(frozen=True, eq=False)
class HotSpotsFound:
    """One group's classes; ``places`` are those with one, in the order of the rule.

    ``hot_percent`` is the share of the latest year's offences in those that are hot today; the
    other figures count places.
    """

    offence: str | None
    years: tuple[Period, ...]
    found: HotSpotClasses | NotKnown
    places: tuple[HotPlace, ...]
    long_term: Figure
    persistent: Figure
    new: Figure
    fading: Figure
    off_and_on: Figure
    hot: Figure
    hot_percent: Figure

    @property
    def codes(self) -> frozenset[str]:
        """Neighbourhoods that are hot: long-term active, persistent or new."""
        return frozenset(one.area.code for one in self.places if one.kind in HOT)


def whole_years(desk: Desk) -> tuple[Period, ...]:
    """Years back from the latest that are held for every neighbourhood, earliest first."""
    years: list[Period] = []
    for back in range(MOST_YEARS):
        year = desk.latest.earlier(12 * back)
        if np.isnan(desk.evidence.local.by_area(year)).any():
            break
        years.insert(0, year)
    return tuple(years)


def hot_spots_found(desk: Desk, *, offence: str | None) -> HotSpotsFound:
    """The classes of one offence group, or of all recorded crime; worked once in a run."""
    return desk.once(("hot_spots", offence), lambda: _found(desk, offence))


def _found(desk: Desk, offence: str | None) -> HotSpotsFound:
    years = whole_years(desk)
    found = _classes(desk, offence, years)
    made = _Maker(desk, offence, years, found)
    return HotSpotsFound(
        offence=offence,
        years=years,
        found=found,
        places=made.places(),
        long_term=made.figure("long_term", "long-term active"),
        persistent=made.figure("persistent", "persistent"),
        new=made.figure("new", "new"),
        fading=made.figure("fading", "fading"),
        off_and_on=made.figure("off_and_on", "off and on"),
        hot=made.figure("hot", "long-term active, persistent or new"),
        hot_percent=made.figure("hot_percent", "offences in hot spots", Unit.PERCENT),
    )


def _classes(
    desk: Desk, offence: str | None, years: tuple[Period, ...]
) -> HotSpotClasses | NotKnown:
    place, local = desk.evidence.place, desk.evidence.local
    if any(area.code not in place.neighbours for area in local.areas):
        return NO_OUTLINES
    if len(local.areas) < FEWEST:
        return TOO_FEW
    if len(years) < 2:
        return ONE_YEAR
    counts = [local.by_area(year, offence=offence) for year in years]
    if any(not one.sum() for one in counts):
        return NONE_RECORDED
    at = local.area_index
    return hot_spot_classes(
        counts=counts,
        neighbours=[[at[code] for code in place.neighbours[area.code]] for area in local.areas],
        phi=_phi(desk, offence),
        change_level=desk.small_level,
    )


def _phi(desk: Desk, offence: str | None) -> float:
    """As for every change in a ward or neighbourhood."""
    return dispersion_of(
        desk, period=desk.latest, before=desk.before, offence=offence, small=True
    ).phi


@dataclass(frozen=True)
class _Maker:
    """What every figure of one group has in common."""

    desk: Desk
    offence: str | None
    years: tuple[Period, ...]
    found: HotSpotClasses | NotKnown

    def figure(self, take: str, detail: str, unit: Unit = Unit.AREAS) -> Figure:
        """One number of the whole partnership."""
        value = self.found if isinstance(self.found, NotKnown) else getattr(self.found, take)
        return Figure(
            measure="hot_spot_classes",
            offence=self.offence,
            area=self.desk.area,
            period=self.desk.latest,
            value=value,
            unit=unit,
            sources=(self.desk.source,),
            recipe=self._recipe(take),
            method="Gi*, exact p-value, false discovery 5%; classes over the years",
            detail=detail,
            marking=self.desk.marking,
        )

    def places(self) -> tuple[HotPlace, ...]:
        """Neighbourhoods with a class, most offences first within each."""
        if isinstance(self.found, NotKnown):
            return ()
        kinds = [list(HotSpotClass).index(kind) for kind in self.found.classes]
        most = self.desk.evidence.local.by_area(self.desk.latest, offence=self.offence)
        held = [n for n, kind in enumerate(self.found.classes) if kind is not HotSpotClass.NONE]
        held.sort(key=lambda n: (kinds[n], -most[n]))
        return tuple(self._place(n, self.found.classes[n]) for n in held)

    def _place(self, n: int, kind: HotSpotClass) -> HotPlace:
        assert isinstance(self.found, HotSpotClasses)
        area, place = self.desk.evidence.local.areas[n], self.desk.evidence.place
        names = {ward.code: ward.name for ward in place.wards}
        years = Figure(
            measure="hot_spot_classes",
            offence=self.offence,
            area=area,
            period=self.desk.latest,
            value=self.found.years_hot[n],
            unit=Unit.YEARS,
            sources=(self.desk.source,),
            recipe=self._recipe(f"years_hot[{n}]"),
            method="Gi*, exact p-value, false discovery 5%",
            detail="years in which it was hot",
            marking=self.desk.marking,
        )
        count = offences_figure(self.desk, area=area, period=self.desk.latest, offence=self.offence)
        return HotPlace(area, names[place.ward_of[area.code]], kind, count, years)

    def _recipe(self, take: str) -> Recipe:
        years: list[Json] = [[str(year.first), str(year.last)] for year in self.years]
        asked = self.desk.asked(self.desk.area, self.offence) | {"years": years}
        return Recipe(
            "hot_spot_classes",
            {
                "counts": Ask("offences_by_lsoa_of_years", asked),
                "neighbours": Ask("neighbours_by_lsoa", {"area": self.desk.area.code}),
                "phi": dispersion_recipe(
                    self.desk,
                    period=self.desk.latest,
                    before=self.desk.before,
                    offence=self.offence,
                    small=True,
                ),
                "change_level": self.desk.small_level,
            },
            take,
        )
