"""Areas as might have been: contiguous, of as many people, anywhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.place.neighbours import known_people, touching


TRIES = 200
"""Times that an area is begun again where it runs out of neighbours."""


def random_areas(
    *,
    people: ArrayLike,
    neighbours: Sequence[Sequence[int]],
    sizes: Sequence[float],
    seed: int,
    draws: int = 999,
) -> NDArray[np.bool_]:
    """Draws of areas in one piece each, one for each size, that share no place.

    Parameters
    ----------
    people : array
        Residents by place. Unit: people. Shape: places.
    neighbours : sequence of sequences of int
        Positions of the places that touch each place. Shape: places.
    sizes : sequence of float
        People that each area shall have, about. Unit: people.
    seed : int
        Of the draws; from the settings.
    draws : int
        How many.

    Returns
    -------
    array of bool
        Whether each place is in one of the areas. Shape: draws × places; fewer draws, and none
        in the end, where the land has no room for areas of that size.

    Raises
    ------
    ValueError
        If people or neighbours do not fit, or no size is named.

    Notes
    -----
    An area begins at a place drawn evenly and takes in touching places, each drawn evenly from
    those at its edge, until one more would take it further from its size. Places in the middle
    of the land are thus drawn a little more often than those at its rim.

    References
    ----------
    Eden M (1961) A two-dimensional growth process, Berkeley Symposium 4:223, for the growth.

    Examples
    --------
    >>> found = random_areas(
    ...     people=[5, 5, 5], neighbours=[[1], [2], []], sizes=[10], seed=1, draws=3
    ... )
    >>> found.sum(axis=1).tolist()
    [2, 2, 2]
    """
    residents = known_people(people=people, places=len(neighbours))
    if not len(sizes):
        raise ValueError("No size is named: expected the people of each area.")
    touch = touching(neighbours=neighbours, places=len(residents))
    beside = [np.flatnonzero(row).tolist() for row in touch]
    random = np.random.default_rng(seed)
    ordered = sorted(sizes, reverse=True)  # the largest first, while there is room
    found = []
    for _ in range(draws):
        drawn = _drawn(random, residents.tolist(), beside, ordered)
        if drawn is None:
            break
        found.append(drawn)
    return np.array(found, dtype=bool).reshape(len(found), len(residents))


def _drawn(
    random: np.random.Generator, people: list[float], beside: list[list[int]], sizes: list[float]
) -> NDArray[np.bool_] | None:
    for _ in range(TRIES):
        inside = np.zeros(len(people), dtype=bool)
        if all(_grown(random, people, beside, size, inside) for size in sizes):
            return inside
    return None


def _grown(
    random: np.random.Generator,
    people: list[float],
    beside: list[list[int]],
    size: float,
    inside: NDArray[np.bool_],
) -> bool:
    """Add an area of about that size to those inside; whether there was room."""
    start = int(random.integers(len(people)))
    if inside[start]:
        return False
    seen, edge, held = {start}, [start], 0.0
    while edge:
        at = int(random.integers(len(edge)))
        place = edge[at]
        if held and held + people[place] - size > size - held:
            return True
        edge[at] = edge[-1]
        edge.pop()
        inside[place] = True
        held += people[place]
        if held >= size:
            return True
        for other in beside[place]:
            if other not in seen and not inside[other]:
                seen.add(other)
                edge.append(other)
    return False
