"""How much the neighbourhoods with most offences hold, point by point, beside chance."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.period import Period
from wardwise.figures.concentrations import (
    DRAWS,
    ConcentrationFound,
    concentration,
    places_recipe,
)
from wardwise.figures.desk import Desk
from wardwise.measures.place.chance_curve import chance_curve
from wardwise.measures.place.gini import gini
from wardwise.measures.place.lorenz_curve import LorenzCurve, lorenz_curve
from wardwise.measures.place.share_of_places import PlacesHolding


SHARES = (5, 10, 20, 30, 50, 75)
"""Percent of places at which the curve is printed."""
FEWEST = 4
"""Places under which nothing can be said of concentration."""


@dataclass(frozen=True)
class CurvePoint:
    """The share of offences in so many places, as recorded and by chance."""

    places: int
    places_percent: float
    recorded: Figure
    by_chance: Figure


@dataclass(frozen=True)
class Spread:
    """Both curves, the points that are printed, and how many places hold half."""

    curve: LorenzCurve
    chance: LorenzCurve
    points: tuple[CurvePoint, ...]
    places: Figure
    places_of: Figure
    chance_places: Figure
    gini: Figure
    share: ConcentrationFound

    @property
    def beyond_chance(self) -> bool:
        """Whether so few places would hold half by chance in fewer than one draw of twenty."""
        return isinstance(self.share.found, PlacesHolding) and self.share.found.p_value < 0.05


def spread(desk: Desk, *, offence: str | None, period: Period) -> Spread | None:
    """Over the LSOAs of the partnership; None where nothing is known or recorded, or few places."""
    share = concentration(desk, offence=offence, period=period)
    if not isinstance(share.found, PlacesHolding) or share.found.of < FEWEST:
        return None
    residents = desk.evidence.people.residents
    weights = [float(residents.get(area.code, 0)) for area in share.areas]
    curve = lorenz_curve(counts=share.counts)
    chance = chance_curve(
        counts=share.counts, weights=weights, seed=desk.settings.seed, draws=DRAWS
    )
    made = _Maker(desk, offence, period)
    return Spread(
        curve=curve,
        chance=chance,
        points=tuple(made.point(curve, chance, n) for n in _printed(share.found.of)),
        places=made.holding(share.found.places, "places", "number of places"),
        places_of=made.holding(share.found.of, "of", "all places"),
        chance_places=share.chance,
        gini=made.gini(gini(counts=share.counts)),
        share=share,
    )


def _printed(places: int) -> list[int]:
    return sorted({max(1, round(places * share / 100)) for share in SHARES})


@dataclass(frozen=True)
class _Maker:
    """What every figure of the spread has in common."""

    desk: Desk
    offence: str | None
    period: Period

    def figure(
        self, value: float, unit: Unit, recipe: Recipe, *, method: str, detail: str = ""
    ) -> Figure:
        """One figure of the whole area and period."""
        return Figure(
            measure=recipe.measure,
            offence=self.offence,
            area=self.desk.area,
            period=self.period,
            value=value,
            unit=unit,
            sources=(self.desk.source,),
            recipe=recipe,
            method=method,
            detail=detail,
            marking=self.desk.marking,
        )

    @property
    def counts(self) -> Ask:
        """Offences by LSOA."""
        return Ask("offences_by_lsoa", self.desk.ask(self.desk.area, self.period, self.offence))

    def point(self, curve: LorenzCurve, chance: LorenzCurve, n: int) -> CurvePoint:
        """The curve at the first ``n`` places."""
        take, detail = f"offences_percent[{n}]", f"the first {n} places"
        by_residents = places_recipe(self.desk, "chance_curve", self.offence, self.period, take)
        return CurvePoint(
            places=n,
            places_percent=curve.places_percent[n],
            recorded=self.figure(
                curve.offences_percent[n],
                Unit.PERCENT,
                Recipe("lorenz_curve", {"counts": self.counts}, take),
                method="share of offences in the LSOAs with most",
                detail=detail,
            ),
            by_chance=self.figure(
                chance.offences_percent[n],
                Unit.PERCENT,
                by_residents,
                method="the same, offences dealt out at random by residents",
                detail=detail,
            ),
        )

    def holding(self, value: int, take: str, detail: str) -> Figure:
        """How many LSOAs hold half of the offences, or how many there are."""
        return self.figure(
            value,
            Unit.AREAS,
            places_recipe(self.desk, "share_of_places_holding", self.offence, self.period, take),
            method="fewest LSOAs that hold half of the offences",
            detail=detail,
        )

    def gini(self, value: float) -> Figure:
        """The Gini coefficient over LSOAs."""
        return self.figure(
            value,
            Unit.RATIO,
            Recipe("gini", {"counts": self.counts}),
            method="0 is the same in every LSOA, near 1 all in one",
        )
