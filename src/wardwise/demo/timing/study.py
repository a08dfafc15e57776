"""The study: each measure asked of worlds with something planted and of worlds with nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wardwise.demo.timing.worlds import PERIOD, Hours, Moments, Months
from wardwise.domain.nothing import NotKnown
from wardwise.figures.calendar_days import bank_holidays, between, clocks_change
from wardwise.measures.time.change_points import ChangePoints, change_points
from wardwise.measures.time.dark_evenings import dark_evenings
from wardwise.measures.time.month_index import MonthIndex, month_index
from wardwise.measures.time.special_days import special_days


SEEDS = 500
NEAR = 2
"""Months either way within which a change is said to be named rightly."""
CHANCE = 0.05


@dataclass(frozen=True)
class Called:
    """In how many of the seeds something was said; ``wanted`` as it should be."""

    part: str
    world: str
    said: str
    times: int
    seeds: int
    wanted: bool

    @property
    def percent(self) -> float:
        """Unit: percent of the seeds."""
        return 100 * self.times / self.seeds

    @property
    def error(self) -> float:
        """Standard error of ``percent``. Unit: percentage points."""
        share = self.times / self.seeds
        return 100 * math.sqrt(share * (1 - share) / self.seeds)


@dataclass(frozen=True)
class Study:
    """Every rate, in the order printed."""

    seeds: int
    called: tuple[Called, ...]

    def one(self, part: str, world: str, said: str) -> Called:
        """The rate of that part, world and saying."""
        (found,) = [
            one for one in self.called if (one.part, one.world, one.said) == (part, world, said)
        ]
        return found


NO_STEP = {
    "36 months that do not remember": Months(),
    "36 months, memory 0.3": Months(memory=0.3),
    "36 months, memory 0.5": Months(memory=0.5),
    "60 months, memory 0.5": Months(count=60, memory=0.5),
    "36 months, memory 0.3, July 30% high": Months(memory=0.3, season=0.3),
    "60 months, memory 0.3, July 30% high": Months(count=60, memory=0.3, season=0.3),
    "36 months, memory 0.3, 15% more each year": Months(memory=0.3, growth=0.15),
    "36 months of 20 offences, memory 0.3": Months(mean=20, memory=0.3),
}
STEPS = {
    f"{count} months, memory 0.3, {step:.0%} more from three quarters on": Months(
        count=count, memory=0.3, step=step
    )
    for count in (36, 60)
    for step in (0.2, 0.35, 0.5)
}
SEASONS = {
    "memory 0, none": (Months(), False),
    "memory 0.3, none": (Months(memory=0.3), False),
    "memory 0.5, none": (Months(memory=0.5), False),
    "memory 0.3, July 10% high": (Months(memory=0.3, season=0.1), True),
    "memory 0.3, July 20% high": (Months(memory=0.3, season=0.2), True),
    "memory 0.3, July 30% high": (Months(memory=0.3, season=0.3), True),
}
HOLIDAYS = {"nothing": 0.0, "10% more": 0.1, "25% more": 0.25, "50% more": 0.5}


def study(seeds: int = SEEDS) -> Study:
    """All of it. Unit of the sizes: shares."""
    return Study(seeds, (*_changes(seeds), *_seasons(seeds), *_days(seeds)))


def _changes(seeds: int) -> Iterator[Called]:
    part = "A change of level"
    for name, world in NO_STEP.items():
        found = [_asked(world, seed) for seed in range(seeds)]
        times = sum(bool(one.points) for one in found)
        yield Called(part, name, "a month is named", times, seeds, wanted=False)
    for name, world in STEPS.items():
        found = [_asked(world, seed) for seed in range(seeds)]
        named = [[point.index - world.at for point in one.points] for one in found]
        near = sum(any(abs(away) <= NEAR for away in each) for each in named)
        yield Called(part, name, "its month, or one within two", near, seeds, wanted=True)
        far = sum(any(abs(away) > NEAR for away in each) for each in named)
        yield Called(part, name, "another month", far, seeds, wanted=False)


def _asked(world: Months, seed: int) -> ChangePoints:
    """As in a run: the season fitted where its test finds one."""
    counts = world.drawn(seed)
    index = month_index(months=world.months, values=counts)
    seasonal = isinstance(index, MonthIndex) and index.is_seasonal
    found = change_points(months=world.months, values=counts, seasonal=seasonal)
    assert isinstance(found, ChangePoints), "the worlds have months and offences enough"
    return found


def _seasons(seeds: int) -> Iterator[Called]:
    for name, (world, wanted) in SEASONS.items():
        times = 0
        for seed in range(seeds):
            index = month_index(months=world.months, values=world.drawn(seed))
            times += isinstance(index, MonthIndex) and index.is_seasonal
        yield Called("A season", name, "has a season", times, seeds, wanted)


def _days(seeds: int) -> Iterator[Called]:
    asked: dict[str, tuple[Callable[[float], Hours], Callable[[Moments], float]]] = {
        "Bank holidays": (lambda more: Hours(holidays=more), _holidays_p),
        "Dark evenings": (lambda more: Hours(dark=more), _dark_p),
    }
    for part, (world, p_value) in asked.items():
        for name, more in HOLIDAYS.items():
            times = sum(p_value(world(more).drawn(seed)) < CHANCE for seed in range(seeds))
            yield Called(part, name, "differs beyond chance", times, seeds, wanted=more > 0)


def _holidays_p(moments: Moments) -> float:
    found = special_days(
        starts=moments, ends=moments, between=between(PERIOD), special=bank_holidays(PERIOD)
    )
    return 1.0 if isinstance(found, NotKnown) else found.p_value


def _dark_p(moments: Moments) -> float:
    back, forward = clocks_change(PERIOD)
    found = dark_evenings(
        starts=moments, ends=moments, between=between(PERIOD), back=back, forward=forward
    )
    return 1.0 if isinstance(found, NotKnown) else found.p_value
