"""Ranks for correlations: ties share theirs."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def centred_ranks(values: ArrayLike) -> NDArray[np.float64]:
    """Ranks about their mean, ties sharing theirs, scaled to length 1 (nought if all tie).

    Shape: as the values; of a table each row by itself.
    """
    table = np.atleast_2d(np.asarray(values, dtype=float))
    sizes = np.empty_like(table)
    for row, own in zip(sizes, table, strict=True):
        _, where, number = np.unique(own, return_inverse=True, return_counts=True)
        row[:] = (np.cumsum(number) - (number - 1) / 2)[where]
    ranks = sizes - (table.shape[1] + 1) / 2
    length = np.sqrt((ranks**2).sum(axis=1, keepdims=True))
    centred: NDArray[np.float64] = np.divide(ranks, length, out=ranks, where=length > 0)
    return centred.reshape(np.shape(values))
