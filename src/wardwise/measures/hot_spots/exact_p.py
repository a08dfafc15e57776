"""The exact p-value of Gi* and Gi for counts, without a seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.hot_spots.law_of_sums import law_of_sums
from wardwise.measures.hot_spots.surroundings import surroundings, whole_counts


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class LocalP:
    """Chances under random places. Shape of each array: places.

    Attributes
    ----------
    at_least, at_most : array
        Chance of a sum so high or higher, so low or lower. A share.
    two_sided : array
        Twice the smaller of them, at most 1. A share.
    """

    at_least: Floats
    at_most: Floats
    two_sided: Floats

    @classmethod
    def of(cls, at_least: Floats, at_most: Floats) -> LocalP:
        """With the two-sided chance that belongs to these tails."""
        return cls(at_least, at_most, np.minimum(1.0, 2 * np.minimum(at_least, at_most)))


def exact_local_p(
    *, counts: ArrayLike, neighbours: Sequence[Sequence[int]], own: str = "drawn"
) -> LocalP:
    """How likely so high a sum of a place's surroundings is if counts lay anywhere at random.

    Parameters
    ----------
    counts : array
        Events of every place. Unit: events; whole, 0 or more. Shape: places.
    neighbours : sequence of sequences
        Positions of the places that each place touches, itself left out.
    own : str
        ``drawn``: Gi*, the place's own count among those dealt out. ``held``: the place keeps
        its count, and its neighbours' are drawn from the other places, which is Gi.

    Returns
    -------
    LocalP

    Raises
    ------
    ValueError
        If a count is not whole, negative or not known, a neighbour is not a place, or ``own``
        is neither word.

    Notes
    -----
    The hypothesis is that these counts belong to the places in no order: any place could have
    had any of them. With k places in the surroundings, the sum is then that of k counts drawn
    without replacement, whose law is exact (``law_of_sums``).

    Is the own count held? For Gi* we deal it out with the rest, as its mean and variance in
    Ord and Getis do. To hold it, as common permutation tests do, takes from Gi* the very count
    that tells it from Gi: the constant stands on both sides, and the p is that of Gi.

    Two-sided is twice the smaller tail: a place called high at 5% has a chance of 2.5% at most
    of so high a sum. Tests that take the nearer tail alone call about twice as many places.

    One enormous count cannot make a hot spot by itself: a place with k of n places around it
    meets the largest count by chance in k ÷ n of all orders.

    References
    ----------
    Ord JK, Getis A (1995) Geographical Analysis 27:286.
    Streitberg B, Röhmel J (1986) Statistical Software Newsletter 12:10.

    Examples
    --------
    >>> touching = [[1], [0, 2], [1, 3], [2, 4], [3]]
    >>> exact_local_p(counts=[9, 8, 1, 0, 1], neighbours=touching).at_least.round(2)
    array([0.1, 0.2, 0.9, 1. , 1. ])
    """
    if own not in ("drawn", "held"):
        raise ValueError(f"own is '{own}': expected 'drawn' or 'held'.")
    around = surroundings(neighbours=neighbours, with_own=own == "drawn")
    known = whole_counts(counts=counts, places=len(around.sizes))
    sums = np.rint(around.sums(known.astype(float))).astype(np.int64)
    if own == "drawn":
        return LocalP.of(*tails(known, sums, around.sizes))
    at_least, at_most = np.ones(len(known)), np.ones(len(known))
    for value in np.unique(known):
        these = np.flatnonzero(known == value)
        others = np.delete(known, these[0])
        at_least[these], at_most[these] = tails(others, sums[these], around.sizes[these])
    return LocalP.of(at_least, at_most)


def tails(pool: Ints, sums: Ints, sizes: Ints) -> tuple[Floats, Floats]:
    """Both tails of sums of so many of the pool; 1 where nothing is drawn."""
    at_least, at_most = np.ones(len(sums)), np.ones(len(sums))
    some = sizes > 0
    if some.any():
        law = law_of_sums(counts=pool, draws=np.unique(sizes[some]), largest=int(sums.max()))
        rows = law.row_of(sizes[some])
        at_least[some] = law.at_least[rows, sums[some]]
        at_most[some] = law.at_most[rows, sums[some]]
    return at_least, at_most
