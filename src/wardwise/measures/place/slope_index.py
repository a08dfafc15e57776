"""How much higher the rate is where people are most deprived than where they are least."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import t as student

from wardwise.domain.nothing import NotKnown
from wardwise.measures.arguments import tail
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.rate import rate_per_1000_residents
from wardwise.measures.place.neighbours import known_people
from wardwise.measures.place.places import counted_places


FEWEST = 10
"""Places under which no line is laid through them."""


@dataclass(frozen=True)
class SlopeIndex:
    """The line through the places' rates from the least deprived person to the most.

    Attributes
    ----------
    slope : Estimate
        The slope index of inequality: rate at the most deprived end less that at the least.
        Unit: events per 1,000 residents.
    relative : Estimate or NotKnown
        The relative index: the rate at the most deprived end over that at the least. No unit.
        Not known where the line may meet nought at the least deprived end.
    least, most : float
        The line's ends. Unit: events per 1,000 residents.
    ranks : tuple of float
        Share of residents who are less deprived than the middle of each place, 0 to 1.
    rates : tuple of float
        Unit: events per 1,000 residents.
    fifths : tuple of Estimate
        Rate of the places in each fifth of residents, the least deprived first; fewer where no
        place stands in one. Unit: events per 1,000 residents.
    """

    slope: Estimate
    relative: Estimate | NotKnown
    least: float
    most: float
    ranks: tuple[float, ...]
    rates: tuple[float, ...]
    fifths: tuple[Estimate, ...]


def slope_index(
    *, counts: ArrayLike, people: ArrayLike, deprivation_ranks: ArrayLike, level: float = 0.95
) -> SlopeIndex:
    """Slope and relative index of inequality over places in the order of their deprivation.

    Parameters
    ----------
    counts : array
        Offences by place. Unit: offences. Shape: places.
    people : array
        Residents by place. Unit: people. Shape: places.
    deprivation_ranks : array
        Rank of each place in the published index, 1 being the most deprived. Shape: places.
    level : float
        Of the intervals.

    Returns
    -------
    SlopeIndex

    Raises
    ------
    ValueError
        If a number is not known, the places are fewer than 10, or all have one rank.

    Notes
    -----
    Each place stands at the share of residents who live in less deprived ones, its own to the
    half (the ridit); places of one rank stand together. The line is fitted by least squares with
    the residents as weights. Its errors are those that hold where places differ in how much they
    scatter (HC3), so that the interval has whatever spread there is beyond Poisson's in it; its
    quantile is Student's. The interval of the relative index is Fieller's.

    References
    ----------
    Pamuk ER (1985) Population Studies 39:17, for the index. Office for Health Improvement and
    Disparities, Technical guide: assigning deprivation categories, and Slope index of inequality,
    for its use by place. MacKinnon JG, White H (1985) Journal of Econometrics 29:305, for HC3.
    Fieller EC (1954) Journal of the Royal Statistical Society B 16:175.

    Examples
    --------
    >>> found = slope_index(
    ...     counts=range(10, 30, 2), people=[1000] * 10, deprivation_ranks=range(10, 0, -1)
    ... )
    >>> round(found.slope.value, 6), round(found.least, 6), round(found.most, 6)
    (20.0, 9.0, 29.0)
    """
    offences = counted_places(counts=counts)
    residents = known_people(people=people, places=len(offences))
    ranks = np.asarray(deprivation_ranks, dtype=float)
    if ranks.shape != offences.shape or not np.isfinite(ranks).all():
        raise ValueError(f"ranks of shape {ranks.shape} for {len(offences)} places, all known.")
    lived_in = residents > 0
    offences, residents, ranks = offences[lived_in], residents[lived_in], ranks[lived_in]
    if len(offences) < FEWEST or len(np.unique(ranks)) < 2:
        raise ValueError(f"{len(offences)} places: expected {FEWEST} or more, of several ranks.")
    stands, rates = _ridits(ranks, residents), 1000 * offences / residents
    (least, slope), spread = _line(stands, rates, residents)
    wide = float(student.ppf(1 - tail(level=level), len(rates) - 2))
    half = wide * math.sqrt(spread[1, 1])
    method = "weighted least squares, HC3"
    return SlopeIndex(
        slope=Estimate(slope, slope - half, slope + half, level, method),
        relative=_relative(least, slope, spread, wide, level),
        least=least,
        most=least + slope,
        ranks=tuple(stands.tolist()),
        rates=tuple(rates.tolist()),
        fifths=_fifths(stands, offences, residents, level),
    )


def _fifths(
    stands: NDArray[np.float64],
    offences: NDArray[np.float64],
    people: NDArray[np.float64],
    level: float,
) -> tuple[Estimate, ...]:
    fifth = np.minimum((stands * 5).astype(int), 4)
    return tuple(
        rate_per_1000_residents(
            offences=float(offences[fifth == n].sum()),
            residents=float(people[fifth == n].sum()),
            level=level,
        )
        for n in range(5)
        if (fifth == n).any()
    )


def _ridits(ranks: NDArray[np.float64], people: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of people less deprived than the middle of each place's people."""
    each, where = np.unique(-ranks, return_inverse=True)  # the least deprived first
    together = np.bincount(where, weights=people, minlength=len(each))
    middle = (np.cumsum(together) - together / 2) / together.sum()
    found: NDArray[np.float64] = middle[where]
    return found


def _line(
    stands: NDArray[np.float64], rates: NDArray[np.float64], people: NDArray[np.float64]
) -> tuple[tuple[float, float], NDArray[np.float64]]:
    """Rate at the least deprived end and slope, and their covariance (HC3)."""
    weight = people / people.sum()
    terms = np.column_stack([np.ones_like(stands), stands])
    inverse = np.linalg.inv(terms.T @ (terms * weight[:, None]))
    fitted = inverse @ (terms.T @ (weight * rates))
    leverage = weight * np.einsum("ij,jk,ik->i", terms, inverse, terms)
    error = weight * (rates - terms @ fitted) / (1 - leverage)
    spread = inverse @ (terms.T @ (terms * (error**2)[:, None])) @ inverse
    return (float(fitted[0]), float(fitted[1])), spread


def _relative(
    least: float, slope: float, spread: NDArray[np.float64], wide: float, level: float
) -> Estimate | NotKnown:
    """Ratio of the two ends with Fieller's limits."""
    most = least + slope
    of_least, of_most = float(spread[0, 0]), float(spread.sum())
    together = float(spread[0, 0] + spread[0, 1])
    square = least**2 - wide**2 * of_least
    if least <= 0 or square <= 0:
        return NotKnown("the line may meet nought where people are least deprived")
    middle = most * least - wide**2 * together
    root = math.sqrt(max(middle**2 - square * (most**2 - wide**2 * of_most), 0.0))
    return Estimate(
        most / least, (middle - root) / square, (middle + root) / square, level, "Fieller"
    )
