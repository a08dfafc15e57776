"""How much of a later period's events last period's worst places would have found."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import normal_quantile, tail
from wardwise.measures.hot_spots.law_of_sums import MANY, law_of_sums, steps_of
from wardwise.measures.place.places import counted_places


Floats = NDArray[np.float64]

FURTHEST = 6.0
"""Standard deviations above the mean up to which the law of chance is worked."""


@dataclass(frozen=True)
class PredictionAccuracy:
    """The places with most events before, judged on the events after.

    Attributes
    ----------
    places, of : int
        Places chosen, and all. Unit: places.
    hit_percent : float
        Events of the later period that happened in them. Unit: percent of all events.
    best_percent : float
        The most that so many places could have found. Unit: percent of all events.
    pai : float
        Prediction accuracy index: ``hit_percent`` over the percent of places. 1 is chance.
    pei : float
        Prediction efficiency index: ``hit_percent`` over ``best_percent``. 1 is perfect.
    chance_percent, chance_lower, chance_upper : float
        What as many places chosen at random find: on average, and between which limits at
        ``level``. Unit: percent of all events.
    method : str
        ``exact`` or ``normal``, of those limits.
    """

    places: int
    of: int
    hit_percent: float
    best_percent: float
    pai: float
    pei: float
    chance_percent: float
    chance_lower: float
    chance_upper: float
    method: str


def prediction_accuracy(
    *, before: ArrayLike, after: ArrayLike, top_percent: float, level: float = 0.95
) -> PredictionAccuracy:
    """Hit rate, PAI and PEI of the places that had most events before.

    Parameters
    ----------
    before, after : array
        Events of each place, or what was foretold for it, and events of the later period in the
        same places. Unit: events; 0 or more. Shape: places.
    top_percent : float
        Which share of the places is chosen; at least one is. Unit: percent, above 0 to 100.
    level : float
        Of the limits of what random places find.

    Returns
    -------
    PredictionAccuracy

    Raises
    ------
    ValueError
        If the places differ in number, nothing happened, or the share is not a percentage.

    Notes
    -----
    Area is counted in places, each as large as another: for LSOAs that is a share of the
    residents, for cells of a grid a share of the land. Where places tie for the last to be
    chosen, those that come first in the list are.

    A high hit rate is easy where crime is concentrated; ``chance`` says what knowing nothing
    gives and ``pei`` what knowing everything would. The limits of chance are those of the sum
    of so many later counts drawn without replacement: exact, without a seed, or normal where
    the exact law would take billions of steps.

    References
    ----------
    Chainey S, Tompson L, Uhlig S (2008) Security Journal 21:4, for the PAI.
    Hunt JM (2016) Do crime hot spots move? American University, for the PEI.

    Examples
    --------
    >>> found = prediction_accuracy(before=[3, 2, 1], after=[6, 3, 0], top_percent=34)
    >>> found.pai, found.pei, found.chance_percent.__round__(1)
    (2.0, 1.0, 33.3)
    """
    first, later = counted_places(counts=before), counted_places(counts=after)
    if len(first) != len(later):
        raise ValueError(f"{len(first)} and {len(later)} places: expected the same.")
    if not 0 < top_percent <= 100:
        raise ValueError(f"top_percent is {top_percent}: expected above 0 and at most 100.")
    places = max(1, round(len(first) * top_percent / 100))
    chosen = np.argsort(-first, kind="stable")[:places]
    hits, total = float(later[chosen].sum()), float(later.sum())
    best = float(np.sort(later)[-places:].sum())
    share = places / len(later)
    lower, upper, method = _by_chance(later, places, level)
    return PredictionAccuracy(
        places=places,
        of=len(later),
        hit_percent=100 * hits / total,
        best_percent=100 * best / total,
        pai=hits / total / share,
        pei=hits / best,
        chance_percent=100 * share,
        chance_lower=100 * lower / total,
        chance_upper=100 * upper / total,
        method=method,
    )


def _by_chance(later: Floats, places: int, level: float) -> tuple[float, float, str]:
    """Limits of the sum of so many places drawn at random. Unit: events."""
    end, of = tail(level=level), len(later)
    mean = places * later.mean()
    spread = math.sqrt(later.var() * places * (of - places) / max(1, of - 1))
    largest = math.ceil(min(later.sum(), mean + FURTHEST * spread))
    whole = bool((later == np.floor(later)).all())
    if whole and steps_of(counts=later, draws=places, largest=largest) <= MANY:
        law = law_of_sums(counts=later, draws=[places], largest=largest)
        lower = int(np.argmax(law.at_most[0] > end))
        beyond = law.at_least[0] <= end  # a sum that chance so seldom reaches lies outside
        upper = int(np.argmax(beyond)) - 1 if beyond.any() else largest
        return lower, upper, "exact"
    reach = normal_quantile(level=level) * spread
    return max(0.0, mean - reach), min(float(later.sum()), mean + reach), "normal"
