"""The p-value of Gi* by drawing, for harm and other values that are not whole."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.hot_spots.exact_p import LocalP
from wardwise.measures.hot_spots.surroundings import known_values, surroundings


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

EVEN = 1e-9
"""Sums of the same values in another order differ by less; as a share of the sum."""


def permuted_local_p(
    *, values: ArrayLike, neighbours: Sequence[Sequence[int]], seed: int, draws: int = 9_999
) -> LocalP:
    """How likely so high a sum of a place's surroundings is if values lay anywhere at random.

    Parameters
    ----------
    values : array
        Harm, or any values, of every place; 0 or more. Shape: places.
    neighbours : sequence of sequences
        Positions of the places that each place touches, itself left out.
    seed : int
        Of the draws; from the settings.
    draws : int
        How many times places are drawn. The least p that can come out is 2 ÷ (draws + 1).

    Returns
    -------
    LocalP

    Raises
    ------
    ValueError
        If a value is negative or not known, a neighbour is not a place, or there is no draw.

    Notes
    -----
    For Gi*, the own value dealt out with the rest, as in ``exact_local_p``, which answers the
    same for whole counts without a draw. Each draw is of different places in random order, and
    its first k values stand for every place with k in its surroundings: the same draws serve
    all places. Each place's p is what draws of its own would give; the p-values of two places
    share the error of the draws.

    References
    ----------
    Ord JK, Getis A (1995) Geographical Analysis 27:286.
    Davison AC, Hinkley DV (1997) Bootstrap Methods and their Application, 4.3, for (1 + n) ÷
    (1 + draws).

    Examples
    --------
    >>> harm = [90.5, 81.0, 1.5, 0.0, 1.0]
    >>> p = permuted_local_p(values=harm, neighbours=[[1], [0, 2], [1, 3], [2, 4], [3]], seed=1)
    >>> p.at_least.round(1)
    array([0.1, 0.1, 0.8, 1. , 1. ])
    """
    if draws < 1:
        raise ValueError(f"{draws} draws: expected at least one.")
    around = surroundings(neighbours=neighbours, with_own=True)
    known = known_values(values=values, places=len(around.sizes))
    sums = around.sums(known)
    at_least, at_most = np.ones(len(known)), np.ones(len(known))
    drawn = np.cumsum(known[drawn_places(len(known), int(around.sizes.max()), draws, seed)], axis=1)
    for size in np.unique(around.sizes):
        these = np.flatnonzero(around.sizes == size)
        ordered = np.sort(drawn[:, size - 1])
        slack = EVEN * np.abs(sums[these])
        below = np.searchsorted(ordered, sums[these] - slack)
        up_to = np.searchsorted(ordered, sums[these] + slack, side="right")
        at_least[these] = (1 + draws - below) / (1 + draws)
        at_most[these] = (1 + up_to) / (1 + draws)
    return LocalP.of(at_least, at_most)


def drawn_places(places: int, most: int, draws: int, seed: int) -> Ints:
    """Different places in random order in each row. Shape: draws × most."""
    random = np.random.default_rng(seed)
    if most**2 > places:
        return np.argsort(random.random((draws, places)), axis=1)[:, :most]
    found = random.integers(0, places, (draws, most))
    again = _repeated(found)
    while len(again):
        # a row in which a place came twice is drawn anew as a whole: all orders stay as likely
        found[again] = random.integers(0, places, (len(again), most))
        again = again[_repeated(found[again])]
    return found


def _repeated(drawn: Ints) -> Ints:
    ordered = np.sort(drawn, axis=1)
    return np.flatnonzero((ordered[:, 1:] == ordered[:, :-1]).any(axis=1))
