"""How often people would come again if events fell on them blindly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import pdtr, pdtrc


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NOBODY = 1e-9
"""So few people are expected beyond the largest number that is dealt. Unit: people."""


def shares_held(people: Ints, *, amounts: NDArray[Any], percents: Sequence[float]) -> Floats:
    """Share held by the first so many percent of people. Shape: draws × percents. Unit: percent.

    ``people`` and ``amounts`` are by kind, those with most events first. Shape: draws × kinds.
    """
    amounts = np.broadcast_to(amounts, people.shape)
    edges = np.cumsum(people, axis=1)
    held = np.cumsum(amounts, axis=1)
    return np.array(
        [
            np.interp(np.array(percents) / 100 * edge[-1], [0, *edge], [0, *sums]) / sums[-1] * 100
            for edge, sums in zip(edges, held, strict=True)
        ]
    )


def dealt_by_chance(*, mean: float, at_risk: int, seed: int, draws: int) -> Ints:
    """People with each number of events, the largest number first, none left out.

    Shape: draws × numbers from the largest that may be down to 1.
    """
    most = 1
    while at_risk * pdtrc(most, mean) > NOBODY:
        most += 1
    at_most = pdtr(np.arange(most + 1), mean)
    chances = np.diff(at_most, prepend=0)
    random = np.random.default_rng(seed)
    numbers = random.multinomial(at_risk, chances / chances.sum(), size=draws)[:, :0:-1]
    # a draw in which nobody has an event has no share to compare
    kept: Ints = numbers[numbers.sum(axis=1) > 0]
    return kept
