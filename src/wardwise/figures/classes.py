"""Round numbers between the classes of a map."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np


ROUND = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
CUTS = (0.3, 0.6, 0.8, 0.93)
"""Shares of the areas below each break: the highest class is kept for few."""


def round_breaks(values: Iterable[float | None]) -> tuple[float, ...]:
    """At most four breaks, each near its share of the areas and a number one can say.

    >>> round_breaks([12, 18, 33, 41, 55, 64, 70, 92, 130, 410])
    (40.0, 60.0, 100.0, 250.0)
    """
    known = np.array([value for value in values if value is not None], dtype=float)
    if not known.size:
        return ()
    near = {_round(float(cut)) for cut in np.quantile(known, CUTS) if cut > 0}
    return tuple(sorted(one for one in near if known.min() < one <= known.max()))


def _round(value: float) -> float:
    scale = 10.0 ** math.floor(math.log10(value))
    return round(min(ROUND, key=lambda one: abs(one - value / scale)) * scale, 10)
