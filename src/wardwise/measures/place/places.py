"""Counts by place, as every measure of concentration takes them."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_counts


def counted_places(*, counts: ArrayLike) -> NDArray[np.float64]:
    """Counts of every place, all known and not all nought."""
    array = check_counts(name="counts", counts=counts)
    if np.isnan(array).any():
        raise ValueError("A place's count is not known: leave the place out by name.")
    if array.ndim != 1 or array.sum() == 0:
        raise ValueError("No offence in any place: there is nothing to be concentrated.")
    return array
