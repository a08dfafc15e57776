"""Do the same places have most offences from year to year?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.place.places import counted_places
from wardwise.measures.place.ranks import centred_ranks


@dataclass(frozen=True)
class StablePlaces:
    """How far the places with most offences are the same in two periods.

    Attributes
    ----------
    rank_correlation : float
        Spearman's, over all places; 1 is the same order. No unit.
    p_value : float
        Share of random orders with so high a correlation or higher, this one counted.
    in_both, top : int
        Places among the ``top`` of both periods. Unit: places.
    overlap_percent : float
        ``in_both`` of ``top``. Unit: percent.
    chance_percent : float
        Overlap to be expected if the two orders had nothing to do with one another.
    new : tuple of int
        Positions of the places among the ``top`` of the second period and not of the first,
        most offences first.
    """

    rank_correlation: float
    p_value: float
    in_both: int
    top: int
    overlap_percent: float
    chance_percent: float
    new: tuple[int, ...]


def stable_places(
    *, before: ArrayLike, after: ArrayLike, seed: int, top_percent: float = 10, draws: int = 999
) -> StablePlaces:
    """Rank correlation and overlap of the top places between two periods.

    Parameters
    ----------
    before, after : array
        Offences by place, the same places in the same order. Unit: offences. Shape: places.
    seed : int
        Of the random orders; from the settings.
    top_percent : float
        Which places count as the top; at least one. Unit: percent.
    draws : int
        Random orders.

    Returns
    -------
    StablePlaces

    Raises
    ------
    ValueError
        If the places differ in number or are fewer than three, or no offence was counted.

    Notes
    -----
    Where places tie for the last of the top, those that come first in the list are taken.
    Small counts reshuffle by chance alone: low overlap in a rare offence says little.

    References
    ----------
    Spearman C (1904) American Journal of Psychology 15:72.
    Hope ACA (1968) Journal of the Royal Statistical Society B 30:582, for the test.

    Examples
    --------
    >>> found = stable_places(before=[9, 5, 1, 0], after=[8, 6, 2, 1], seed=1, top_percent=50)
    >>> found.rank_correlation, found.in_both, found.chance_percent
    (1.0, 2, 50.0)
    """
    first, second = counted_places(counts=before), counted_places(counts=after)
    if len(first) != len(second) or len(first) < 3:
        raise ValueError(f"{len(first)} and {len(second)} places: expected the same, 3 or more.")
    top = max(1, round(len(first) * top_percent / 100))
    kept, latest = set(_top(first, top)), _top(second, top)
    new = tuple(place for place in latest if place not in kept)
    ranks = centred_ranks(first), centred_ranks(second)
    correlation, p_value = _rank_correlation(ranks, seed=seed, draws=draws)
    return StablePlaces(
        rank_correlation=correlation,
        p_value=p_value,
        in_both=top - len(new),
        top=top,
        overlap_percent=100 * (top - len(new)) / top,
        chance_percent=100 * top / len(first),
        new=new,
    )


def _top(counts: NDArray[np.float64], top: int) -> list[int]:
    order: list[int] = np.argsort(-counts, kind="stable")[:top].tolist()
    return order


def _rank_correlation(
    ranks: tuple[NDArray[np.float64], NDArray[np.float64]], *, seed: int, draws: int
) -> tuple[float, float]:
    first, second = ranks
    observed = float(first @ second)
    random = np.random.default_rng(seed)
    mixed = np.array([float(first @ random.permutation(second)) for _ in range(draws)])
    p_value = float((1 + (mixed >= observed - 1e-12).sum()) / (draws + 1))
    return round(observed, 12), p_value
