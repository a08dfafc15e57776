"""Do two figures put areas in the same order?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import tail
from wardwise.measures.place.ranks import centred_ranks


Floats = NDArray[np.float64]

FEWEST = 12
"""Areas under which a correlation says nothing."""


@dataclass(frozen=True)
class RankAgreement:
    """Spearman's correlation over areas.

    Attributes
    ----------
    correlation : float
        1 is the same order, −1 the opposite one. No unit.
    lower, upper : float
        The middle ``level`` of correlations over areas drawn again with replacement.
    level : float
        Of the interval.
    p_value : float
        Share of random orders with a correlation as far from 0 or farther, this one counted.
    areas : int
        Areas compared.
    """

    correlation: float
    lower: float
    upper: float
    level: float
    p_value: float
    areas: int


def rank_agreement(
    *, first: ArrayLike, second: ArrayLike, seed: int, level: float = 0.95, draws: int = 1_999
) -> RankAgreement:
    """Rank correlation of two figures over areas, with a bootstrap interval and a permutation p.

    Parameters
    ----------
    first, second : array
        A figure for each area, the same areas in the same order. Shape: areas.
    seed : int
        Of the draws; from the settings.
    level : float
        Of the interval.
    draws : int
        Random orders, and sets of areas drawn again.

    Returns
    -------
    RankAgreement

    Raises
    ------
    ValueError
        If the figures differ in number, are fewer than 12, or one of them is not known.

    Notes
    -----
    Areas are not people: that areas with more crime hold more worried people does not say that
    those who were harmed are those who worry (the ecological fallacy). Neighbouring areas are
    alike, so p is somewhat too small. The interval is the plain percentile one.

    References
    ----------
    Spearman C (1904) American Journal of Psychology 15:72.
    Efron B, Tibshirani R (1993) An Introduction to the Bootstrap, chapter 13.
    Robinson WS (1950) American Sociological Review 15:351, for the fallacy.

    Examples
    --------
    >>> found = rank_agreement(first=range(12), second=[n * n for n in range(12)], seed=1)
    >>> found.correlation, found.p_value, found.areas
    (1.0, 0.0005, 12)
    """
    one, other = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    if one.shape != other.shape or len(one) < FEWEST:
        raise ValueError(f"{len(one)} and {len(other)} areas: expected the same, {FEWEST} or more.")
    if not (np.isfinite(one) & np.isfinite(other)).all():
        raise ValueError("A figure of some area is not known: leave that area out.")
    random, out = np.random.default_rng(seed), tail(level=level)
    ranks = centred_ranks(one), centred_ranks(other)
    observed = float(ranks[0] @ ranks[1])
    orders = random.permuted(np.tile(ranks[1], (draws, 1)), axis=1) @ ranks[0]
    again = random.integers(len(one), size=(draws, len(one)))
    drawn = (centred_ranks(one[again]) * centred_ranks(other[again])).sum(axis=1)
    lower, upper = (float(one) for one in np.quantile(drawn, [out, 1 - out]))
    as_far = int((np.abs(orders) >= abs(observed) - 1e-12).sum())
    return RankAgreement(
        correlation=round(observed, 12),
        lower=min(lower, observed),
        upper=max(upper, observed),
        level=level,
        p_value=(1 + as_far) / (draws + 1),
        areas=len(one),
    )
