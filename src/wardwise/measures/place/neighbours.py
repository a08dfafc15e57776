"""Which places touch which, as every measure of whole areas takes it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_counts


Marks = NDArray[np.bool_]


def touching(*, neighbours: Sequence[Sequence[int]], places: int) -> Marks:
    """True where two places touch, both ways round; none touches itself. Shape: n × n."""
    if len(neighbours) != places:
        raise ValueError(f"{len(neighbours)} lists of neighbours for {places} places.")
    found = np.zeros((places, places), dtype=bool)
    for place, beside in enumerate(neighbours):
        if any(not 0 <= other < places for other in beside):
            raise ValueError(f"A neighbour of place {place} is not one of the {places} places.")
        found[place, list(beside)] = True
    found |= found.T
    np.fill_diagonal(found, val=False)
    return found


def in_one_piece(inside: Marks, touch: Marks) -> bool:
    """Whether one can walk from each marked place to each other without leaving them."""
    if not inside.any():
        return False
    reached = np.zeros_like(inside)
    edge = reached.copy()
    edge[int(np.argmax(inside))] = True
    while edge.any():
        reached |= edge
        edge = touch[edge].any(axis=0) & inside & ~reached
    return bool((reached == inside).all())


def known_people(*, people: ArrayLike, places: int) -> NDArray[np.float64]:
    """Residents of every place, all known and not all nought."""
    array = check_counts(name="people", counts=people)
    if array.shape != (places,) or np.isnan(array).any() or not array.sum() > 0:
        raise ValueError(f"people of shape {array.shape} for {places} places, all known.")
    return array
