"""How often chance alone gives as much: one cell at a time, and with all of them looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.near_repeats.moments import Moments


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Chances:
    """Shares of permutations, the observed order of times counted among them.

    Attributes
    ----------
    p : array
        In which the cell holds as many pairs or more. Shape: distance × time.
    p_adjusted : array
        The same for all cells together: that any at all is called by chance is no likelier.
    """

    p: Floats
    p_adjusted: Floats


def chances(observed: Ints, moments: Moments, shuffled: Ints) -> Chances:
    """From the counts under each permutation. Shape of those: permutations × distance × time.

    Notes
    -----
    The adjusted p is stepped down over standardised cells: the highest is compared with the
    highest cell of each permutation, the next with the highest of the cells but that one, and so
    on, never less than the one before.

    References
    ----------
    Westfall PH, Young SS (1993) Resampling-based multiple testing, algorithm 2.8.
    """
    together = len(shuffled) + 1
    as_many = (shuffled >= observed).sum(axis=0)
    ours = _standardised(observed.ravel(), moments)
    theirs = _standardised(shuffled.reshape(len(shuffled), -1), moments)
    order = np.argsort(-ours, kind="stable")
    # from the lowest up, the highest so far: each is compared with those that are no higher
    highest = np.maximum.accumulate(theirs[:, order[::-1]], axis=1)[:, ::-1]
    stepped = (1 + (highest >= ours[order]).sum(axis=0)) / together
    adjusted = np.empty(len(ours))
    adjusted[order] = np.maximum.accumulate(stepped)
    return Chances((1 + as_many) / together, adjusted.reshape(observed.shape))


def _standardised(counts: Ints, moments: Moments) -> Floats:
    """Standard deviations above the mean; a cell that never varies lies below every other."""
    mean, variance = moments.mean.ravel(), moments.variance.ravel()
    varies = variance > 0
    deviation = np.sqrt(np.where(varies, variance, 1.0))
    found: Floats = np.where(varies, (counts - mean) / deviation, -np.inf)
    return found
