"""Sets and tests: the peak, the key age, and concentration where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.coverage.case import Case, Draw, Kind, held
from wardwise.measures.people.key_age import key_age
from wardwise.measures.people.most_repeated import share_of_most_repeated
from wardwise.measures.people.peak_group import peak_group


Random = np.random.Generator
Floats = NDArray[np.float64]

YOUNGEST = 10
AGES = np.arange(YOUNGEST, 80.0)
CURVES: dict[str, Floats] = {
    "offenders' ages": (AGES - 8) ** 2.2 * np.exp(-(AGES - 8) / 9),
    "victims' ages": 0.3 + np.exp(-(((AGES - 24) / 14) ** 2)),
}
RESIDENTS: Floats = np.round(
    1800 + 250 * np.sin(AGES / 3.1) + 180 * np.sin(AGES / 1.3) - 9.0 * AGES
)
"""Residents of each year of age, by waves of births of a tenth and more. Shape: ages."""
BEFORE: Floats = np.roll(RESIDENTS, -6)
"""The same people six years before: at each age those who are six years older now."""
DRAWS = 199
"""Fewer than in a run, where a p-value is to have more places."""


def peaks(seeds: int) -> Iterator[Case]:
    """Bands of age, one of them the highest: clearly, narrowly, and by a hair."""
    for people, rates in (
        (60, (1, 2, 4, 2, 1)),
        (600, (3, 4, 4.4, 3, 2)),
        (600, (4, 4, 4.01, 4, 4)),
    ):

        def draw(random: Random, people: int = people, rates: tuple[float, ...] = rates) -> bool:
            drawn = random.poisson(people * np.array(rates) / sum(rates))
            found = peak_group(groups=["a", "b", "peak", "d", "e"], people=drawn.tolist())
            return "peak" in found.may_be

        told = ", ".join(f"{rate:g}" for rate in rates)
        yield _case("peak_group", f"{people} people in bands as {told}", seeds=seeds, draw=draw)


def no_key_age(seeds: int) -> Iterator[Case]:
    """Smooth curves of age: nothing is to be called."""
    for name, curve in CURVES.items():
        for people in (300, 5000):

            def draw(random: Random, people: int = people, curve: Floats = curve) -> bool:
                drawn = random.multinomial(people, curve / curve.sum()).tolist()
                seed = int(random.integers(2**31))
                found = key_age(people=drawn, youngest=YOUNGEST, seed=seed, draws=DRAWS)
                return not found.standing_out

            yield _case(
                "key_age",
                f"{people:,} of {name}, none unusual",
                seeds=seeds,
                draw=draw,
            )


def key_ages_found(seeds: int) -> Iterator[Case]:
    """A planted 14: how often it, and nothing else, is called."""
    for times in (1.5, 2.0):
        curve = CURVES["offenders' ages"].copy()
        curve[14 - YOUNGEST] *= times

        def draw(random: Random, curve: Floats = curve) -> bool:
            drawn = random.multinomial(5000, curve / curve.sum()).tolist()
            seed = int(random.integers(2**31))
            found = key_age(people=drawn, youngest=YOUNGEST, seed=seed, draws=DRAWS)
            return found.standing_out == (14,)

        yield _case(
            "key_age",
            f"14 at {times:g} times its place on the curve, 5,000 offenders: 14 alone is called",
            seeds=seeds,
            draw=draw,
            kind=Kind.COMPARISON,
        )


def no_concentration(seeds: int) -> Iterator[Case]:
    """Events dealt out blindly: the most repeated 5% are not to be called at p of 0.05."""
    for at_risk, events in ((2000, 500), (20_000, 10_000)):

        def draw(random: Random, at_risk: int = at_risk, events: int = events) -> bool:
            dealt = np.bincount(random.integers(0, at_risk, events))
            found = share_of_most_repeated(
                events=dealt[dealt > 0],
                at_risk=at_risk,
                seed=int(random.integers(2**31)),
                people_percents=[5],
                draws=DRAWS,
            )
            return found[0].p_value > 0.05

        yield _case(
            "share_of_most_repeated",
            f"{events:,} events over {at_risk:,} people blindly",
            seeds=seeds,
            draw=draw,
        )


def by_residents(seeds: int) -> Iterator[Case]:
    """Rates by residents who differ from age to age: peaks, and nothing or a 14 to be called.

    The last case has residents counted six years before: what was 8 is now 14.
    """
    curve = CURVES["offenders' ages"]
    planted = curve.copy()
    planted[14 - YOUNGEST] *= 2.4
    for told, rates, base, wanted, kind in (
        ("none unusual", curve, RESIDENTS, (), Kind.FLOOR),
        ("14 at 2.4 times: 14 alone is called", planted, RESIDENTS, (14,), Kind.COMPARISON),
        ("none unusual, residents of six years before", curve, BEFORE, (), Kind.COMPARISON),
    ):

        def draw(
            random: Random,
            rates: Floats = rates,
            base: Floats = base,
            wanted: tuple[int, ...] = wanted,
        ) -> bool:
            people = random.multinomial(3000, rates * RESIDENTS / (rates * RESIDENTS).sum())
            found = key_age(
                people=people.tolist(),
                residents=base.tolist(),
                youngest=YOUNGEST,
                seed=int(random.integers(2**31)),
                draws=DRAWS,
            )
            return found.standing_out == wanted

        truth = f"3,000 offenders by residents, {told}"
        yield _case("key_age", truth, seeds=seeds, draw=draw, kind=kind)
    yield _case("peak_group", "900 people of unlike bands by residents", seeds=seeds, draw=_peak)


def _peak(random: Random) -> bool:
    """The band with the highest rate has the second largest number of people."""
    residents = np.array([8_000, 9_000, 24_000, 30_000])
    rates = np.array([4.0, 20.0, 12.0, 10.0]) / 1000
    people = random.poisson(rates * residents)
    found = peak_group(
        groups=["10-17", "18-25", "26-45", "46-65"],
        people=people.tolist(),
        residents=residents.tolist(),
    )
    return "18-25" in found.may_be


def _case(measure: str, truth: str, *, seeds: int, draw: Draw, kind: Kind = Kind.FLOOR) -> Case:
    times = held(f"{measure} {truth}", seeds=seeds, draw=draw)
    return Case(measure, truth, None, times, seeds, kind=kind)
