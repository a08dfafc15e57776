"""What the high-impact areas hold of each thing, beside their people and beside chance."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Period
from wardwise.figures.by_lsoa import ByLsoa
from wardwise.figures.desk import Desk
from wardwise.figures.high_impact_areas import Areas
from wardwise.figures.people_withheld import FEW, is_few
from wardwise.measures.hot_spots.false_discovery import false_discovery
from wardwise.measures.place.area_profile import AreaProfile, area_profile
from wardwise.measures.place.chosen_because import ChosenBecause, chosen_because
from wardwise.measures.place.moved_boundary import moved_boundary


FALSE_SHARE = 0.05
"""Share of the lines called beyond chance that may be so by chance, at most."""
FEWEST_DRAWN = 19
"""Random areas under which none can be beyond one in twenty of them."""


@dataclass(frozen=True)
class Thing:
    """One line's subject: what it is called, what is counted, when, and of which source."""

    name: str
    held: ByLsoa
    period: Period
    source: str
    unit: str = "offences"
    offence: str | None = None
    about_people: bool = False
    marking: str = ""


@dataclass(frozen=True)
class ProfileLine:
    """A thing's share in the areas, the share over that of people, and the same by chance.

    ``beside_chance`` has the quotient as its value and the middle 95% of random areas as its
    interval; ``p_value`` the share of them with so high a quotient, not known where the numbers
    are withheld.
    """

    thing: Thing
    share: Figure
    quotient: Figure
    beside_chance: Figure | None
    p_value: float | None
    beyond_chance: bool = False


def profile_line(desk: Desk, areas: Areas, thing: Thing, *, tested: bool = True) -> ProfileLine:
    """One line; of too few people its numbers are withheld."""
    squares = thing.held.squares
    found = area_profile(
        held=thing.held.values,
        base=areas.residents.values,
        inside=areas.inside,
        squares=squares[0] if squares else None,
        level=desk.level,
    )
    least = desk.settings.people.least_count
    few = thing.about_people and is_few(round(found.inside), round(found.total), least=least)
    made = _Maker(desk, areas, thing, few)
    share = made.profile(found, "share.value", found.share.interval, Unit.PERCENT)
    quotient = made.profile(found, "quotient.value", found.quotient.interval, Unit.RATIO)
    if not tested or few or len(areas.drawn) < FEWEST_DRAWN:
        return ProfileLine(thing, share, quotient, None, None)
    chance = chosen_because(
        held=thing.held.values,
        people=areas.residents.values,
        inside=areas.inside,
        areas=areas.drawn,
    )
    return ProfileLine(thing, share, quotient, made.chance(chance), chance.p_value)


def judged(lines: list[ProfileLine]) -> tuple[ProfileLine, ...]:
    """The lines with those beyond chance marked, the number of lines allowed for."""
    tested = [line.p_value for line in lines if line.p_value is not None]
    adjusted = iter(false_discovery(p_values=tested))
    return tuple(
        ProfileLine(
            line.thing,
            line.share,
            line.quotient,
            line.beside_chance,
            line.p_value,
            line.p_value is not None and float(next(adjusted)) <= FALSE_SHARE,
        )
        for line in lines
    )


def moved_quotient(desk: Desk, areas: Areas, thing: Thing, *, metres: float) -> Figure:
    """The quotient with the boundary moved, land standing for what lies on it. Unit: ratio."""
    inside = moved_boundary(outlines=areas.land.outlines, inside=areas.inside, metres=metres)
    value: float | NotKnown = NotKnown("nothing of the areas is left so far within their boundary")
    if (inside * areas.residents.values).sum() > 0:
        found = area_profile(
            held=thing.held.values, base=areas.residents.values, inside=inside, level=desk.level
        )
        value = found.quotient.value
    recipe = Recipe(
        "moved_boundary",
        {
            "outlines": Ask("outlines_by_lsoa", {"area": desk.area.code}),
            "inside": areas.marks,
            "metres": metres,
        },
    )
    made = _Maker(desk, areas, thing, few=False)
    return made.figure(
        value,
        Unit.RATIO,
        None if isinstance(value, NotKnown) else made.recipe(recipe, "quotient.value"),
        f"boundary moved by {metres:+g} m",
    )


@dataclass(frozen=True)
class _Maker:
    desk: Desk
    areas: Areas
    thing: Thing
    few: bool

    def recipe(self, inside: Recipe | None, take: str) -> Recipe:
        """How the profile is worked out again."""
        squares = self.thing.held.squares
        return Recipe(
            "area_profile",
            {
                "held": self.thing.held.asked,
                "base": self.areas.residents.asked,
                "inside": inside or self.areas.marks,
                "level": self.desk.level,
                **({"squares": squares[1]} if squares and inside is None else {}),
            },
            take,
        )

    def profile(self, found: AreaProfile, take: str, interval: Interval, unit: Unit) -> Figure:
        share = take.startswith("share")
        value = found.share.value if share else found.quotient.value
        detail = "share" if share else "share over share of residents"
        return self.figure(value, unit, self.recipe(None, take), detail, interval)

    def chance(self, found: ChosenBecause) -> Figure:
        recipe = Recipe(
            "chosen_because",
            {
                "held": self.thing.held.asked,
                "people": self.areas.residents.asked,
                "inside": self.areas.marks,
                "areas": self.areas.drawn_again,
            },
            "quotient",
        )
        limits = Interval(found.chance_lower, found.chance_upper, 0.95, "random areas")
        return self.figure(
            found.quotient, Unit.RATIO, recipe, "beside areas drawn at random", limits
        )

    def figure(
        self,
        value: float | NotKnown | Withheld,
        unit: Unit,
        recipe: Recipe | None,
        detail: str,
        interval: Interval | None = None,
    ) -> Figure:
        shown = FEW if self.few else value
        return Figure(
            measure=recipe.measure if recipe else "area_profile",
            offence=self.thing.offence,
            area=self.areas.area,
            period=self.thing.period,
            value=shown,
            unit=unit,
            sources=(self.thing.source,),
            recipe=recipe,
            method="the areas' part of the whole partnership's; Wilson's limits",
            interval=None if self.few else interval,
            detail=f"high-impact areas, {self.thing.name}, {detail}",
            marking=self.thing.marking or self.desk.marking,
        )
