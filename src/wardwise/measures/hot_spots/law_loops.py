"""The loop behind the law of a sum: one distinct count after another, in place."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.compiled import compiled


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@compiled
def shares_drawn(weights: Floats, drawn: int, before: int, times: int) -> int:
    """Chance that j of ``drawn`` places are among the ``times`` new ones, beside ``before`` old.

    Written to ``weights[j]``; returns the largest j. Worked outwards from the likeliest, so that
    nothing underflows that matters and every term is positive.
    """
    least, most = max(0, drawn - before), min(times, drawn)
    middle = (drawn + 1) * (times + 1) // (before + times + 2)
    middle = min(max(middle, least), most)
    weights[middle] = 1.0
    total = 1.0
    for j in range(middle, most):
        up = (times - j) * (drawn - j) / ((j + 1.0) * (before - drawn + j + 1.0))
        weights[j + 1] = weights[j] * up
        total += weights[j + 1]
    for j in range(middle, least, -1):
        down = j * (before - drawn + j) / ((times - j + 1.0) * (drawn - j + 1.0))
        weights[j - 1] = weights[j] * down
        total += weights[j - 1]
    for j in range(least):
        weights[j] = 0.0
    for j in range(least, most + 1):
        weights[j] /= total
    return most


@compiled
def draw_sums(law: Floats, values: Ints, times: Ints) -> None:
    """Fill ``law[k, s]``: the chance that k places drawn without replacement sum to s.

    The last column takes every larger sum. ``values`` are distinct, each on ``times`` places.
    Shape of ``law``: draws + 1 × sums + 1; all nought but ``law[0, 0]``, which is 1.
    """
    draws, above = law.shape[0] - 1, law.shape[1] - 1
    weights = np.zeros(draws + 1)
    reach = np.zeros(draws + 1, dtype=np.int64)  # the largest sum of so many places yet
    before = 0
    for n in range(len(values)):
        value, count = values[n], times[n]
        for drawn in range(min(draws, before + count), 0, -1):
            most = shares_drawn(weights, drawn, before, count)
            furthest = reach[drawn] if drawn <= before else 0
            for s in range(furthest + 1):
                law[drawn, s] *= weights[0]
            for j in range(max(1, drawn - before), most + 1):
                weight, shift, rest = weights[j], j * value, drawn - j
                for s in range(reach[rest] + 1):
                    law[drawn, min(s + shift, above)] += weight * law[rest, s]
                furthest = max(furthest, min(reach[rest] + shift, above))
            reach[drawn] = furthest
        before += count
