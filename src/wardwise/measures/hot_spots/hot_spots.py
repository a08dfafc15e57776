"""Which places lie in a hot spot, more than chance would put there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.hot_spots.exact_p import LocalP, exact_local_p
from wardwise.measures.hot_spots.false_discovery import false_discovery
from wardwise.measures.hot_spots.local_g import local_g


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LEVEL = 0.05
"""Of the places called hot or cold, the share that may be called so by chance."""


@dataclass(frozen=True, eq=False)
class HotSpots:
    """What is hot and what is cold. Shape of each array: places.

    Attributes
    ----------
    sums : array
        Events in the surroundings. Unit: events.
    z : array
        Gi*. No unit; NaN where there is nothing to tell.
    p_value, adjusted_p : array
        Exact and two-sided; then allowing for the number of places. A share.
    is_hot, is_cold : array
        Whether the sum is high, or low, beyond chance by ``adjusted_p``.
    """

    sums: Floats
    z: Floats
    p_value: Floats
    adjusted_p: Floats
    is_hot: NDArray[np.bool_]
    is_cold: NDArray[np.bool_]

    @classmethod
    def of(
        cls, sums: Floats, z: Floats, p: LocalP, level: float = LEVEL, *, times: Ints | None = None
    ) -> HotSpots:
        """What these chances allow to be called; each of so many places alike, where given."""
        adjusted = false_discovery(p_values=p.two_sided, times=times)
        called, high = adjusted <= level, p.at_least < p.at_most
        return cls(sums, z, p.two_sided, adjusted, called & high, called & ~high)

    def taken(self, at: Ints) -> HotSpots:
        """The same of the places at these positions. Shape: as given."""
        return HotSpots(
            sums=self.sums[at],
            z=self.z[at],
            p_value=self.p_value[at],
            adjusted_p=self.adjusted_p[at],
            is_hot=self.is_hot[at],
            is_cold=self.is_cold[at],
        )


def hot_spots(
    *, counts: ArrayLike, neighbours: Sequence[Sequence[int]], level: float = LEVEL
) -> HotSpots:
    """Gi* of counts, its exact p-value, and what is hot or cold beyond chance.

    Parameters
    ----------
    counts : array
        Events of every place. Unit: events; whole, 0 or more. Shape: places.
    neighbours : sequence of sequences
        Positions of the places that each place touches, itself left out.
    level : float
        The share of the places called that may be called by chance.

    Returns
    -------
    HotSpots

    Raises
    ------
    ValueError
        If a count is not whole, negative or not known, or a neighbour is not a place.

    Notes
    -----
    What is tested is where *counts* lie together: whether a place and those that touch it hold
    more events than so many places would if the same counts were dealt out to all places at
    random. A place may be called for its neighbours' sake and have few events itself. Rates
    are not tested: where people shop, work or go out few live, and a rate on residents would
    mark those places however safe they are. Areas of about equal population, as LSOAs are,
    keep counts from only saying where many people live.

    References
    ----------
    Ord JK, Getis A (1995) Geographical Analysis 27:286.
    Benjamini Y, Hochberg Y (1995) Journal of the Royal Statistical Society B 57:289.
    Caldas de Castro M, Singer BH (2006) Geographical Analysis 38:180, for the two together.

    Examples
    --------
    >>> row = [[n for n in (place - 1, place + 1) if 0 <= n < 40] for place in range(40)]
    >>> found = hot_spots(counts=[0] * 18 + [9, 9, 9, 9] + [0] * 18, neighbours=row)
    >>> found.is_hot.nonzero()[0].tolist()
    [19, 20]
    """
    g = local_g(values=counts, neighbours=neighbours)
    p = exact_local_p(counts=counts, neighbours=neighbours)
    return HotSpots.of(g.sums, g.z, p, level)
