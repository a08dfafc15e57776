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


def _case(measure: str, truth: str, *, seeds: int, draw: Draw, kind: Kind = Kind.FLOOR) -> Case:
    times = held(f"{measure} {truth}", seeds=seeds, draw=draw)
    return Case(measure, truth, None, times, seeds, kind=kind)
