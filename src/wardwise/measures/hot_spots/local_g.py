"""Gi and Gi*: whether high values lie next to high values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.hot_spots.surroundings import known_values, surroundings


Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class LocalG:
    """One number for each place. Shape of each array: places.

    Attributes
    ----------
    sums : array
        Values of the place's surroundings added up. Unit: as the values.
    sizes : array
        Places in the surroundings. Unit: places.
    z : array
        The sum less what it would be on average, in standard deviations. No unit. NaN where
        there is nothing to tell: no surroundings, all of the area, or all values equal.
    """

    sums: Floats
    sizes: NDArray[np.int64]
    z: Floats


def local_g(
    *, values: ArrayLike, neighbours: Sequence[Sequence[int]], with_own: bool = True
) -> LocalG:
    """Gi* of every place, or Gi without the place's own value.

    Parameters
    ----------
    values : array
        Events or harm of every place; 0 or more. Shape: places.
    neighbours : sequence of sequences
        Positions of the places that each place touches, itself left out.
    with_own : bool
        Gi*: the place belongs to its own surroundings. False is Gi, which sets the
        neighbours against all places but this one.

    Returns
    -------
    LocalG

    Raises
    ------
    ValueError
        If a value is negative or not known, or a neighbour is not a place.

    Notes
    -----
    Each place of the surroundings has weight one. Row-standardised weights divide the sum and
    its standard deviation by the same number of places and give the same z. (esda 2.9 puts the
    sum of weights for the sum of their squares there; its row-standardised z is another.)

    The z is no p-value: counts of crime are few and skewed, and the normal tail is then wrong
    by up to 0.07. Take ``exact_local_p``.

    References
    ----------
    Getis A, Ord JK (1992) Geographical Analysis 24:189.
    Ord JK, Getis A (1995) Geographical Analysis 27:286, equations 13 and 14.

    Examples
    --------
    >>> local_g(values=[9, 8, 1, 0, 1], neighbours=[[1], [0, 2], [1, 3], [2, 4], [3]]).z.round(2)
    array([ 1.98,  1.39, -0.51, -1.98, -1.39])
    """
    around = surroundings(neighbours=neighbours, with_own=with_own)
    places = len(around.sizes)
    known = known_values(values=values, places=places)
    sums = around.sums(known)
    return LocalG(sums, around.sizes, standard_scores(known, sums, around.sizes, with_own=with_own))


def standard_scores(
    known: Floats, sums: Floats, sizes: NDArray[np.int64], *, with_own: bool
) -> Floats:
    """z of sums over so many places each; the pool is every place, or every other place."""
    own = 0.0 if with_own else known
    pool = len(known) - (0 if with_own else 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = (known.sum() - own) / pool
        variance = ((known**2).sum() - np.square(own)) / pool - np.square(mean)
        # what remains of equal values by rounding is nothing
        variance = np.where(variance > 1e-12 * np.square(mean), variance, 0.0)
        error = np.sqrt(variance * sizes * (pool - sizes) / (pool - 1))
        z: Floats = np.where(error > 0, (sums - sizes * mean) / error, np.nan)
    return z
