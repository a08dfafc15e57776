"""How soon repeats come, one year against another, and distances: drawn again for each seed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.coverage.case import Case, Draw, held
from wardwise.measures.people.journeys import EARTH_RADIUS_KM, distances_from_home
from wardwise.measures.people.repeat_change import repeat_change
from wardwise.measures.people.repeat_course import repeat_course


Random = np.random.Generator
Ints = NDArray[np.int64]

DAY_ONE = np.datetime64("2022-01-01")
LAST_DAY = "2024-12-30"
YEAR = 365
SOON = 95.0
"""Mean days to the next, of those who come again. Unit: days."""
MIDDLE_KM, SPREAD = 3.4, 1.1
"""Median distance, and the standard deviation of its logarithm."""


def course(seeds: int) -> Iterator[Case]:
    """A part of the people come again within the year, the sooner the likelier."""
    for people, again, within in ((300, 0.12, 90), (2000, 0.12, 28), (3000, 0.26, 7)):
        share = _by(within) / _by(YEAR)

        def draw(
            random: Random,
            people: int = people,
            again: float = again,
            within: int = within,
            share: float = share,
        ) -> bool:
            gap = _gaps(random, people)
            keys, days = _rows(random.integers(0, YEAR, people), gap, random.random(people) < again)
            found = repeat_course(
                person_keys=keys, days=days, last_day=LAST_DAY, within_days=[within]
            )
            return found.within[0].lower <= 100 * share <= found.within[0].upper

        yield _case(
            "repeat_course",
            f"{100 * share:.0f}% of the repeats of {people:,} people within {within} days",
            expected=people * again * min(share, 1 - share),
            seeds=seeds,
            draw=draw,
        )


def years(seeds: int) -> Iterator[Case]:
    """Each event is followed by another within a year with the chance of its own year.

    So many people begin in the year before the records and in each of the two years; those who
    go on from one year into the next are first seen in that year by a later event.
    """
    for people, before, after in (
        (300, 0.07, 0.017),
        (1000, 0.07, 0.017),
        (1000, 0.07, 0.07),
        (3000, 0.26, 0.24),
    ):

        def draw(
            random: Random, people: int = people, before: float = before, after: float = after
        ) -> bool:
            keys, days = _followed(random, people=people, chances=(before, before, after))
            found = repeat_change(
                person_keys=keys, days=days, first_day=str(DAY_ONE), last_day=LAST_DAY
            )
            return found.points.lower <= 100 * (after - before) <= found.points.upper

        yield _case(
            "repeat_change",
            f"{100 * before:g}% of {people:,} a year, {100 * after:g}% of those of the next",
            expected=people * min(before, after),
            seeds=seeds,
            draw=draw,
        )


def _followed(
    random: Random, *, people: int, chances: tuple[float, float, float]
) -> tuple[Ints, NDArray[np.datetime64]]:
    """Keys and days from the first day of the records, each event's chance being its year's."""
    who = np.arange(people * len(chances))
    day = random.integers(0, YEAR, len(who)) + YEAR * (who // people - 1)
    keys, days = [who], [day]
    while len(who):
        chance = np.array([*chances, chances[-1]])[np.minimum(day // YEAR + 1, len(chances))]
        again = random.random(len(who)) < chance
        who, day = who[again], day[again] + random.integers(1, YEAR + 1, int(again.sum()))
        keys.append(who)
        days.append(day)
    every, when = np.concatenate(keys), np.concatenate(days)
    return every[when >= 0], DAY_ONE + when[when >= 0]


def distances(seeds: int) -> Iterator[Case]:
    """Homes at distances with a long tail; the middle one is known."""
    for people in (20, 50, 400, 3000):

        def draw(random: Random, people: int = people) -> bool:
            far = MIDDLE_KM * np.exp(random.normal(0, SPREAD, people))
            zeros = np.zeros(people)
            found = distances_from_home(
                home_longitudes=zeros,
                home_latitudes=np.degrees(far / EARTH_RADIUS_KM),
                offence_longitudes=zeros,
                offence_latitudes=zeros,
            )
            return found.median.lower <= MIDDLE_KM <= found.median.upper

        yield _case(
            "distances_from_home",
            f"a median of {MIDDLE_KM} km of {people:,} people",
            expected=people / 2,
            seeds=seeds,
            draw=draw,
        )


def _by(days: int) -> float:
    return float(1 - np.exp(-days / SOON))


def _gaps(random: Random, people: int) -> Ints:
    """Whole days to the next within a year, the sooner the likelier."""
    drawn = -SOON * np.log1p(-random.random(people) * _by(YEAR))
    gaps: Ints = np.ceil(drawn).astype(np.int64)
    return gaps


def _rows(first: Ints, gap: Ints, again: NDArray[np.bool_]) -> tuple[Ints, NDArray[np.datetime64]]:
    who = np.arange(len(first))
    keys = np.concatenate([who, who[again]])
    return keys, DAY_ONE + np.concatenate([first, (first + gap)[again]])


def _case(measure: str, truth: str, *, expected: float, seeds: int, draw: Draw) -> Case:
    times = held(f"{measure} {truth}", seeds=seeds, draw=draw)
    return Case(measure, truth, expected, times, seeds)
