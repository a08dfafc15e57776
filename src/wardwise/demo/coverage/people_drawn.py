"""Measures of whole lists of people, made up with a truth and drawn again for each seed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wardwise.demo.coverage.case import Case, Draw, Kind, held
from wardwise.domain.period import Month, Period
from wardwise.measures.people.cohort import Cohort
from wardwise.measures.people.denominator_alarm import denominator_alarm
from wardwise.measures.people.observed_over_expected import observed_over_expected
from wardwise.measures.people.overlap_share import overlap_share_percent
from wardwise.measures.people.reoffending import reoffending_frequency
from wardwise.measures.people.repeat_share import repeat_share_percent
from wardwise.measures.people.vulnerability_share import vulnerability_share_percent


Random = np.random.Generator

LAST_DAY = "2024-12-31"
FOLLOWED = 365
TWO_YEARS = 730
DAYS_FROM = np.datetime64("2023-01-01")
REPEATS_A_YEAR = 0.12
"""Everybody's chance of another event in the year after the first."""
REOFFENCES, SHAPE = 0.67, 0.35
"""Mean number, and the shape of the gamma by which people differ: a few do most."""


def repeats(seeds: int) -> Iterator[Case]:
    """People harmed over two years, each again within 12 months with the same chance."""
    for people in (100, 400, 2000):

        def draw(random: Random, people: int = people) -> bool:
            first = random.integers(0, TWO_YEARS, people)
            gap = random.geometric(1 - (1 - REPEATS_A_YEAR) ** (1 / FOLLOWED), people)
            again = first + gap < TWO_YEARS
            found = repeat_share_percent(
                person_keys=np.concatenate([np.arange(people), np.flatnonzero(again)]),
                days=DAYS_FROM + np.concatenate([first, (first + gap)[again]]),
                last_day=LAST_DAY,
            )
            return found.share.lower <= 100 * REPEATS_A_YEAR <= found.share.upper

        # half of the people come in the first year, and can be followed for one
        yield _case(
            "repeat_share_percent",
            f"12% of {people:,} over two years come again within 12 months",
            expected=people / 2 * REPEATS_A_YEAR,
            seeds=seeds,
            draw=draw,
        )


def vulnerability(seeds: int) -> Iterator[Case]:
    """Two flags that overlap: 20% and 12%, drawn so that 4% have both, make 28%."""
    for crimes in (100, 1500):

        def draw(random: Random, crimes: int = crimes) -> bool:
            place = random.random(crimes)
            found = vulnerability_share_percent(
                flags={"domestic": place < 0.20, "child": (place > 0.16) & (place < 0.28)}
            )
            return found.share.lower <= 28 <= found.share.upper

        yield _case(
            "vulnerability_share_percent",
            f"28% of {crimes:,} with a flag or two",
            expected=0.28 * crimes,
            seeds=seeds,
            draw=draw,
        )


def overlap(seeds: int) -> Iterator[Case]:
    """Victims of whom 15% offend too."""
    for victims in (60, 800):

        def draw(random: Random, victims: int = victims) -> bool:
            offends = random.random(victims) < 0.15
            found = overlap_share_percent(
                victim_keys=np.arange(victims),
                offender_keys=np.concatenate([np.flatnonzero(offends), [victims, victims + 1]]),
            )
            return found.of_victims.lower <= 15 <= found.of_victims.upper

        yield _case(
            "overlap_share_percent",
            f"15% of {victims} victims",
            expected=0.15 * victims,
            seeds=seeds,
            draw=draw,
        )


def frequency(seeds: int) -> Iterator[Case]:
    """Reoffences of people who differ: with the spread between them, and as if independent."""
    year = Period(Month(2010, 7), Month(2011, 6))
    for people in (40, 100, 340, 2000):
        for spread_known in (True, False):

            def draw(random: Random, people: int = people, known: bool = spread_known) -> bool:
                each = random.poisson(random.gamma(SHAPE, REOFFENCES / SHAPE, people))
                found = reoffending_frequency(
                    cohort=Cohort("Children", year, people),
                    reoffences=int(each.sum()),
                    spread=float(each.std(ddof=1)) if known else None,
                ).estimate
                return found.lower <= REOFFENCES <= found.upper

            how = "with their spread" if spread_known else "taken as independent"
            yield _case(
                "reoffending_frequency",
                f"0.67 each of {people:,}, {how}",
                expected=REOFFENCES * people,
                seeds=seeds,
                draw=draw,
                kind=Kind.INTERVAL if spread_known else Kind.COMPARISON,
            )


def predicted(seeds: int) -> Iterator[Case]:
    """People with chances of their own, as predicted: the ratio is 1."""
    for people, mean in ((100, 0.073), (300, 0.3), (1000, 0.073)):

        def draw(random: Random, people: int = people, mean: float = mean) -> bool:
            chances = random.beta(8 * mean, 8 * (1 - mean), people)
            found = observed_over_expected(
                observed=int((random.random(people) < chances).sum()),
                expected=people * mean,
                people=people,
            )
            return not found.is_distinguishable

        yield _case(
            "observed_over_expected",
            f"{100 * mean:g}% of {people:,} reoffend, as predicted",
            expected=people * mean,
            seeds=seeds,
            draw=draw,
        )


def differences(seeds: int) -> Iterator[Case]:
    """34% and 45% of tests, few and many."""
    for before, after in ((60, 50), (1840, 1376)):

        def draw(random: Random, before: int = before, after: int = after) -> bool:
            found = denominator_alarm(
                part_before=int(random.binomial(before, 0.34)),
                whole_before=before,
                part_after=int(random.binomial(after, 0.45)),
                whole_after=after,
            )
            return found.points.lower <= 11 <= found.points.upper

        yield _case(
            "denominator_alarm",
            f"34% of {before:,} and 45% of {after:,}: 11 points",
            expected=min(0.34 * before, 0.45 * after),
            seeds=seeds,
            draw=draw,
        )


def _case(
    measure: str,
    truth: str,
    *,
    expected: float,
    seeds: int,
    draw: Draw,
    kind: Kind = Kind.INTERVAL,
) -> Case:
    times = held(f"{measure} {truth}", seeds=seeds, draw=draw)
    return Case(measure, truth, expected, times, seeds, kind=kind)
