"""Refusals that every measure shares: an argument that cannot be is named, never mended."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri


def check_count(*, name: str, count: float) -> float:
    """The count as a float; a ValueError if it is negative, infinite or not a number."""
    if not np.isfinite(count) or count < 0:
        raise ValueError(f"{name} is {count}: expected a count, 0 or more.")
    return float(count)


def check_counts(*, name: str, counts: ArrayLike) -> NDArray[np.float64]:
    """The counts as a float array; a ValueError if any is negative. NaN is not known."""
    array = np.asarray(counts, dtype=float)
    if np.any(array < 0) or np.any(np.isinf(array)):
        raise ValueError(f"{name} holds a negative or infinite number: expected counts.")
    return array


def normal_quantile(*, level: float) -> float:
    """z such that a standard normal lies within ±z with probability ``level``."""
    return float(ndtri(1 - tail(level=level)))


def tail(*, level: float) -> float:
    """What is left out at each end of an interval of that level."""
    if not 0.5 <= level < 1:
        raise ValueError(f"level is {level}: expected a share such as 0.95 or 0.998.")
    return (1 - level) / 2
