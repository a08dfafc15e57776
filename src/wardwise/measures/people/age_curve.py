"""The smooth curve of rates by age: what neighbouring years say of one another."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray


Floats = NDArray[np.float64]

NEIGHBOURS = 8
"""Ages that each age is set against: four on either side, at the ends the nearest eight."""
DEGREE = 3
"""Of the local polynomial."""


@cache
def weights_of_neighbours(*, ages: int, itself: bool, without: tuple[int, ...] = ()) -> Floats:
    """The weight of each age in the local curve at each age. Shape: ages × ages.

    A cubic by least squares through the nearest ages, with the age itself or without it, and
    never through those of ``without``. In the middle the weights are those of Savitzky and
    Golay; each row sums to 1.
    """
    weights = np.zeros((ages, ages))
    for age in range(ages):
        others = [one for one in range(ages) if one != age and one not in without]
        near = np.array(sorted(others, key=lambda one: abs(one - age))[:NEIGHBOURS])
        if itself and age not in without:
            near = np.append(near, age)
        powers = np.vander((near - age).astype(float), DEGREE + 1, increasing=True)
        # the curve at the age itself is the constant of the polynomial
        weights[age, near] = np.linalg.pinv(powers)[0]
    weights.flags.writeable = False
    return weights


def curve_through(*, roots: Floats, weights: Floats) -> Floats:
    """Rates on the local curve, never under nought. Shape: ages."""
    rates: Floats = np.maximum(weights @ roots, 0) ** 2
    return rates
