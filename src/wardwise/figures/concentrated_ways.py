"""Half of crime, and half of harm, in how few neighbourhoods or map points, as figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.by_lsoa import harm_by_lsoa, residents_by_lsoa, weighed_by_lsoa
from wardwise.figures.concentration_curve import FEWEST, Spread
from wardwise.figures.concentrations import DRAWS
from wardwise.figures.desk import Desk
from wardwise.measures.place.gini import generalised_gini, gini
from wardwise.measures.place.harm_places import share_of_places_holding_harm
from wardwise.measures.place.share_of_places import PlacesHolding, share_of_places_holding


Arguments = Mapping[str, Ask | Recipe | Json]


@dataclass(frozen=True)
class Way:
    """One way to look at it: places that hold half, of how many, and what chance would give."""

    name: str
    places: Figure
    of: Figure
    share: Figure
    chance: Figure
    gini: Figure
    by_point: bool = False


def concentrated_ways(desk: Desk, spread: Spread | None, *, period: Period) -> tuple[Way, ...]:
    """By count and by harm over neighbourhoods, and by count over map points where they are held.

    None where nothing can be said of the count itself.
    """
    if spread is None:
        return ()
    count = Way(
        "offences, by neighbourhood",
        spread.places,
        spread.places_of,
        spread.share.places,
        spread.chance_places,
        spread.gini,
    )
    return (count, *_harm(desk, period), *_points(desk, period))


def _harm(desk: Desk, period: Period) -> Iterator[Way]:
    found, people = weighed_by_lsoa(desk, period=period), residents_by_lsoa(desk)
    harm = harm_by_lsoa(desk, period=period)
    if isinstance(found, NotKnown) or isinstance(people, NotKnown) or isinstance(harm, NotKnown):
        return
    held = share_of_places_holding_harm(
        counts=found.counts,
        harm_weights=found.weights,
        weights=people.values,
        seed=desk.settings.seed,
        draws=DRAWS,
    )
    weights: list[Json] = [*found.weights]
    made = _Maker(
        desk,
        period,
        "harm, by neighbourhood",
        "share_of_places_holding_harm",
        {
            "counts": found.asked,
            "harm_weights": weights,
            "weights": people.asked,
            "seed": desk.settings.seed,
            "draws": DRAWS,
        },
    )
    value = gini(counts=harm.values)
    yield made.way(held, value, Recipe("gini", {"counts": harm.asked}))


def _points(desk: Desk, period: Period) -> Iterator[Way]:
    points = desk.evidence.points
    if points is None or period.first < points.months[0] or period.last > points.months[-1]:
        return
    counts = points.over(period)
    if len(counts) < FEWEST or not counts.sum():
        return
    held = share_of_places_holding(counts=counts, seed=desk.settings.seed, draws=DRAWS)
    asked = desk.ask(desk.area, period, None)
    del asked["offence"]
    ask = Ask("offences_by_point", asked)
    arguments: Arguments = {"counts": ask, "seed": desk.settings.seed, "draws": DRAWS}
    made = _Maker(
        desk, period, "offences, by map point", "share_of_places_holding", arguments, by_point=True
    )
    value = generalised_gini(counts=counts)
    yield made.way(held, value, Recipe("generalised_gini", {"counts": ask}))


@dataclass(frozen=True)
class _Maker:
    desk: Desk
    period: Period
    name: str
    measure: str
    arguments: Arguments
    by_point: bool = False

    def way(self, held: PlacesHolding, gini: float, again: Recipe) -> Way:
        """The figures of one way."""
        chance = Interval(held.chance_lower, held.chance_upper, 0.95, "random draws")
        return Way(
            self.name,
            places=self.figure(held.places, Unit.AREAS, "places"),
            of=self.figure(held.of, Unit.AREAS, "of"),
            share=self.figure(held.places_percent, Unit.PERCENT, "places_percent"),
            chance=self.figure(held.chance_percent, Unit.PERCENT, "chance_percent", chance),
            gini=self.made(gini, Unit.RATIO, again, "Gini"),
            by_point=self.by_point,
        )

    def figure(
        self, value: float, unit: Unit, take: str, interval: Interval | None = None
    ) -> Figure:
        """One attribute of the places that hold half."""
        recipe = Recipe(self.measure, self.arguments, take)
        return self.made(value, unit, recipe, take, interval)

    def made(
        self,
        value: float,
        unit: Unit,
        recipe: Recipe,
        detail: str,
        interval: Interval | None = None,
    ) -> Figure:
        """The figure itself."""
        return Figure(
            measure=recipe.measure,
            offence=None,
            area=self.desk.area,
            period=self.period,
            value=value,
            unit=unit,
            sources=(self.desk.source,),
            recipe=recipe,
            method="fewest places that hold half",
            interval=interval,
            detail=f"{self.name}: {detail}",
            marking=self.desk.marking,
        )
