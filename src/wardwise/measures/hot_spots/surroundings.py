"""Each place with those that it touches, as every local measure takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import ArrayLike, NDArray


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Surroundings:
    """Positions in the surroundings of each place, one place after the other.

    ``sizes`` is how many each has. Shape: places. ``members`` has their sum.
    """

    members: Ints
    sizes: Ints

    def sums(self, values: Floats) -> Floats:
        """The values of each place's surroundings added up. Shape: places."""
        before = np.concatenate([[0.0], np.cumsum(values[self.members])])
        ends = np.cumsum(self.sizes)
        found: Floats = before[ends] - before[ends - self.sizes]
        return found


def surroundings(*, neighbours: Sequence[Sequence[int]], with_own: bool) -> Surroundings:
    """Neighbours of each place, by position, the place itself among them if asked."""
    sizes = np.array([len(touching) for touching in neighbours], dtype=np.int64)
    members = np.fromiter(chain.from_iterable(neighbours), dtype=np.int64, count=int(sizes.sum()))
    owners = np.repeat(np.arange(len(sizes)), sizes)
    if len(members) and not 0 <= members.min() <= members.max() < len(sizes):
        raise ValueError(f"A neighbour's position lies outside the {len(sizes)} places.")
    if (members == owners).any():
        raise ValueError("A place is listed as its own neighbour: leave it out, it is added.")
    if with_own:
        members = np.concatenate([members, np.arange(len(sizes))])
        owners = np.concatenate([owners, np.arange(len(sizes))])
        order = np.lexsort((members, owners))
        members, sizes = members[order], sizes + 1
    return Surroundings(members, sizes)


def known_values(*, values: ArrayLike, places: int) -> Floats:
    """A known number, 0 or more, for every place."""
    array = np.asarray(values, dtype=float)
    if array.shape != (places,):
        raise ValueError(f"{array.size} values for {places} places: expected one for each.")
    if not np.isfinite(array).all() or (array < 0).any():
        raise ValueError("A place's value is negative or not known: expected 0 or more everywhere.")
    return array


def whole_counts(*, counts: ArrayLike, places: int) -> Ints:
    """A whole number, 0 or more, for every place."""
    array = known_values(values=counts, places=places)
    if (array != np.floor(array)).any():
        raise ValueError("A count is not whole: for harm take the p-value by permutation.")
    return array.astype(np.int64)
