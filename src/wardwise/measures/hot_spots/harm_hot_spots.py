"""Where harm lies together beyond chance, beside where offences do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.hot_spots.hot_spots import LEVEL, HotSpots, hot_spots
from wardwise.measures.hot_spots.local_g import local_g
from wardwise.measures.hot_spots.permuted_p import permuted_local_p


FEWEST_DRAWS = 9_999


@dataclass(frozen=True)
class HarmHotSpots:
    """Places hot by harm and by count, of the same year. Shape of each tuple: places.

    Attributes
    ----------
    by_harm, by_count : tuple of bool
        Whether the place and those that touch it hold more than chance would deal to as many.
    adjusted_p : tuple of float
        By harm, allowing for the number of places. A share.
    hot, only_harm, only_count : int
        Hot by harm; by harm and not by count; by count and not by harm. Unit: places.
    draws : int
        How many times places were drawn.
    """

    by_harm: tuple[bool, ...]
    by_count: tuple[bool, ...]
    adjusted_p: tuple[float, ...]
    hot: int
    only_harm: int
    only_count: int
    draws: int


def harm_hot_spots(
    *, harm: ArrayLike, counts: ArrayLike, neighbours: Sequence[Sequence[int]], seed: int
) -> HarmHotSpots:
    """Gi* of harm by permutation, and which places it calls otherwise than Gi* of counts.

    Parameters
    ----------
    harm : array
        Severity points of every place; 0 or more, need not be whole. Shape: places.
    counts : array
        Offences of every place. Unit: offences; whole. Shape: places.
    neighbours : sequence of sequences
        Positions of the places that each place touches, itself left out.
    seed : int
        Of the draws; from the settings.

    Returns
    -------
    HarmHotSpots

    Raises
    ------
    ValueError
        As ``permuted_local_p`` and ``hot_spots``.

    Notes
    -----
    Weights are not whole, so that the law of a sum is not to be had exactly and places are drawn:
    9,999 times, and oftener where there are over 250 places, so that one place alone can still be
    called when it is allowed for how many are looked at. Counts are judged exactly. A place whose
    p lies at the bar may be called with one seed and not with another.

    References
    ----------
    See ``permuted_local_p`` and ``hot_spots``.

    Examples
    --------
    >>> row = [[n for n in (place - 1, place + 1) if 0 <= n < 40] for place in range(40)]
    >>> harm = [1.5] * 18 + [90.5] * 4 + [1.5] * 18
    >>> found = harm_hot_spots(harm=harm, counts=[3] * 40, neighbours=row, seed=1)
    >>> [n for n, is_hot in enumerate(found.by_harm) if is_hot], found.only_harm
    ([19, 20], 2)
    """
    values = np.asarray(harm, dtype=float)
    draws = max(FEWEST_DRAWS, math.ceil(2 * len(values) / LEVEL) - 1)
    p = permuted_local_p(values=values, neighbours=neighbours, seed=seed, draws=draws)
    g = local_g(values=values, neighbours=neighbours)
    weighed = HotSpots.of(g.sums, g.z, p)
    counted = hot_spots(counts=counts, neighbours=neighbours)
    return HarmHotSpots(
        by_harm=tuple(weighed.is_hot.tolist()),
        by_count=tuple(counted.is_hot.tolist()),
        adjusted_p=tuple(weighed.adjusted_p.tolist()),
        hot=int(weighed.is_hot.sum()),
        only_harm=int((weighed.is_hot & ~counted.is_hot).sum()),
        only_count=int((counted.is_hot & ~weighed.is_hot).sum()),
        draws=draws,
    )
