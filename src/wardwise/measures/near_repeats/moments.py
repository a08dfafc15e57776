"""Mean and variance of every count under permutation of the times, in closed form."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.near_repeats.pair_counts import Linked, PairCounts


Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Moments:
    """Of the pairs in each class, were every time as likely at every place.

    Attributes
    ----------
    mean, variance : array
        Unit: pairs, and their square. Shape: classes of distance × classes of time.
    """

    mean: Floats
    variance: Floats

    def within(self, cells: tuple[slice, slice]) -> Moments:
        """Those classes alone."""
        return Moments(self.mean[cells], self.variance[cells])


def moments(counts: PairCounts, *, events: int) -> Moments:
    """Exact, from the pairs of each class and the pairs of pairs that share an event.

    Notes
    -----
    The square of a count is a sum over pairs of pairs. Two pairs are the same, or share one
    event, or none; a permutation of the times takes each kind to itself, evenly, so that the
    mean of each part is a product of how many there are of the kind by distance and by time,
    over how many there are at all. Worked in whole numbers: the variance is a small difference
    of large ones.

    References
    ----------
    Barton DE, David FN (1966) The random intersection of two graphs, in David FN (ed.) Research
    Papers in Statistics. Mantel N (1967) Cancer Research 27:209.
    """
    found = [[_of_class(space, time, events) for time in counts.time] for space in counts.space]
    mean, square = (np.array([[float(each[n]) for each in row] for row in found]) for n in (0, 1))
    return Moments(mean, square)


def _of_class(space: Linked, time: Linked, n: int) -> tuple[Fraction, Fraction]:
    pairs, paths = n * (n - 1), n * (n - 1) * (n - 2)
    mean = Fraction(2 * space.pairs * time.pairs, pairs)
    square = mean
    if n > 2:
        square += Fraction(4 * space.paths * time.paths, paths)
    if n > 3:
        square += Fraction(4 * _apart(space) * _apart(time), paths * (n - 3))
    return mean, square - mean**2


def _apart(linked: Linked) -> int:
    """Ordered pairs of pairs that share no event."""
    return linked.pairs * (linked.pairs - 1) - 2 * linked.paths
