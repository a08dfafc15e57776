"""Counts, rates and shares: one number drawn, one interval; exactly as well as by drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom, poisson

from wardwise.demo.coverage.case import Case, Kind, held, holds
from wardwise.domain.interval import Interval
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.offences import offences
from wardwise.measures.levels.share import share_percent
from wardwise.measures.people.age_rates import age_rates_per_1000_residents
from wardwise.measures.people.group_rate import group_rates_per_1000_residents
from wardwise.measures.people.observed_over_expected import count_over_expected
from wardwise.measures.people.proportion import proportion_percent


EVENTS = (5, 20, 60, 300)
EXPECTED = 50
WHOLES = (10, 30, 100, 500, 2000)
PERCENTS = (2, 10, 30, 50)
RARE = 1e-12
"""Counts with so small a chance are left out of the exact share."""


def counts(seeds: int) -> Iterator[Case]:
    """Counts with 5, 20, 60 and 300 expected; the rate and the ratio have the same interval."""
    for mean in EVENTS:
        possible = np.arange(int(poisson.isf(RARE, mean)) + 1)
        for measure, interval, truth in _of_a_count(mean):
            yield _case(
                (measure, f"{mean} expected", mean),
                holds=holds(interval, truth),
                draw=_drawn_count(mean),
                exact=(possible, poisson.pmf(possible, mean)),
                seeds=seeds,
            )


def _drawn_count(mean: int) -> Callable[[np.random.Generator], int]:
    return lambda random: int(random.poisson(mean))


def _of_a_count(mean: int) -> Iterator[tuple[str, Callable[[int], Interval], float]]:
    yield "offences", lambda count: offences(count=count).interval, mean
    yield "group_rates_per_1000_residents", _rate, mean
    yield "age_rates_per_1000_residents", _age_rate, mean
    yield "count_over_expected", _ratio, mean / EXPECTED


def _rate(count: int) -> Interval:
    # of 1,000 residents, so that the rate is the count
    rate = group_rates_per_1000_residents(
        groups=["14", "15"], people=[count, 1], residents=[1000, None], not_known=0
    ).rates[0]
    assert isinstance(rate, Estimate), "the residents are given"
    return rate.interval


def _age_rate(count: int) -> Interval:
    found = age_rates_per_1000_residents(
        people=[count, 1], people_of_all=[count + 1, 1], residents=[1000, 800], youngest=14
    )
    return found.rates[0].interval


def _ratio(count: int) -> Interval:
    return count_over_expected(observed=count, expected=EXPECTED).interval


def shares(seeds: int) -> Iterator[Case]:
    """Shares of 10 to 2,000; Wilson's beside Blaker's, where it holds too little."""
    for whole in WHOLES:
        for percent in PERCENTS:
            yield _share("proportion_percent", whole, percent, kind=Kind.INTERVAL, seeds=seeds)
    for whole, rare in ((10, 1.7), (100, 5.5), (2000, 0.0085)):
        for measure in ("proportion_percent", "share_percent"):
            kind = Kind.COMPARISON if measure == "share_percent" else Kind.INTERVAL
            yield _share(measure, whole, rare, kind=kind, seeds=seeds)


def _share(measure: str, whole: int, percent: float, *, kind: Kind, seeds: int) -> Case:
    function = {"share_percent": share_percent, "proportion_percent": proportion_percent}[measure]
    possible = np.arange(whole + 1)
    chances = binom.pmf(possible, whole, percent / 100)
    return _case(
        (measure, f"{percent:g}% of {whole:,}", whole * min(percent, 100 - percent) / 100),
        holds=holds(lambda count: function(part=count, whole=whole).interval, percent),
        draw=lambda random: int(random.binomial(whole, percent / 100)),
        exact=(possible, chances),
        seeds=seeds,
        kind=kind,
    )


def _case(
    told: tuple[str, str, float],
    *,
    holds: Callable[[int], bool],
    draw: Callable[[np.random.Generator], int],
    exact: tuple[NDArray[np.int64], NDArray[np.float64]],
    seeds: int,
    kind: Kind = Kind.INTERVAL,
) -> Case:
    measure, truth, expected = told
    return Case(
        measure=measure,
        truth=truth,
        expected=expected,
        held=held(f"{measure} {truth}", seeds=seeds, draw=lambda random: holds(draw(random))),
        seeds=seeds,
        exactly=100
        * sum(
            float(chance)
            for count, chance in zip(*exact, strict=True)
            if chance > RARE and holds(int(count))
        ),
        kind=kind,
    )
