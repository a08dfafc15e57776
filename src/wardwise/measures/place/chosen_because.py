"""How often would an area drawn at random hold as much?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.place.neighbours import known_people
from wardwise.measures.place.places import counted_places


@dataclass(frozen=True)
class ChosenBecause:
    """The area's quotient beside those of areas drawn at random.

    Attributes
    ----------
    quotient : float
        Share of what is held over share of people. No unit.
    chance_lower, chance_upper : float
        The middle 95% of the random areas' quotients. No unit.
    p_value : float
        Share of random areas with so high a quotient or higher, this one counted.
    """

    quotient: float
    chance_lower: float
    chance_upper: float
    p_value: float


def chosen_because(
    *, held: ArrayLike, people: ArrayLike, inside: ArrayLike, areas: ArrayLike
) -> ChosenBecause:
    """Whether the area holds more for its people than random areas about as large do.

    Parameters
    ----------
    held : array
        Offences, severity points or people by place. Shape: places.
    people : array
        Residents by place. Unit: people. Shape: places.
    inside : array
        1 for a place in the area, else 0. Shape: places.
    areas : array
        Whether each place is in each random area, as ``random_areas`` draws them. Shape:
        draws × places; 19 draws or more.

    Returns
    -------
    ChosenBecause

    Raises
    ------
    ValueError
        If a number is not known, all are nought, or the areas do not fit or are too few.

    Notes
    -----
    The random areas are only about as large, so that quotients are compared and not shares. An
    area that was picked for being high in the very counts it is tested on passes too easily:
    test it on a later period. Small p says that the area is unlike others, not why.

    References
    ----------
    Hope ACA (1968) Journal of the Royal Statistical Society B 30:582.

    Examples
    --------
    >>> found = chosen_because(
    ...     held=[9, 1, 1], people=[1, 1, 1], inside=[1, 0, 0], areas=[[0, 1, 0], [0, 0, 1]] * 10
    ... )
    >>> round(found.p_value, 3)
    0.048
    """
    counts = counted_places(counts=held)
    residents = known_people(people=people, places=len(counts))
    drawn = np.asarray(areas, dtype=float)
    if drawn.ndim != 2 or drawn.shape[1] != len(counts) or len(drawn) < 19:
        raise ValueError(f"areas of shape {drawn.shape}: expected 19 or more × {len(counts)}.")
    both = np.vstack([np.asarray(inside, dtype=float)[None, :], drawn])
    # sums of each area on its own, so that equal areas have equal quotients to the last digit
    part = (both * (counts / counts.sum())).sum(axis=1)
    quotients = part / (both * (residents / residents.sum())).sum(axis=1)
    observed, others = float(quotients[0]), quotients[1:]
    lower, upper = np.quantile(others, [0.025, 0.975])
    as_high = int((others >= observed - 1e-9).sum())
    return ChosenBecause(observed, float(lower), float(upper), (1 + as_high) / (len(others) + 1))
