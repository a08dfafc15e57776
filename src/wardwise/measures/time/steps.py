"""Series as a few steps: the levels that fit best, for many series at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LEAST = 4
"""Months that a level lasts at least."""
MOST = 3
"""Changes that are looked for at most."""


def best_steps(series: Floats, *, most: int = MOST, least: int = LEAST) -> tuple[Floats, Ints]:
    """Least sum of squares with 0 to ``most`` changes of level, and where the changes are.

    Parameters
    ----------
    series : array
        Shape: series × points.
    most, least : int
        Changes looked for, and points between two of them.

    Returns
    -------
    squares : array
        Infinite where the series is too short for so many levels. Shape: series × (most + 1).
    changes : array
        First point of each new level, for the most changes that fit; 0 where there is none. Row
        k is for k changes. Shape: series × (most + 1) × most.

    Notes
    -----
    The exact optimum (segment neighbourhood), by dynamic programming over all series together.

    References
    ----------
    Auger IE, Lawrence CE (1989) Bulletin of Mathematical Biology 51:39.
    """
    cost = _costs(series, least)
    rows, points = series.shape
    best = cost[:, 0, :].copy()  # the first so many points on one level
    squares, came_from = [best[:, points]], []
    for _ in range(most):
        candidates = best[:, :, None] + cost
        origin = candidates.argmin(axis=1)
        best = np.take_along_axis(candidates, origin[:, None, :], axis=1)[:, 0, :]
        squares.append(best[:, points])
        came_from.append(origin)
    changes = np.zeros((rows, most + 1, most), dtype=np.int64)
    for count in range(1, most + 1):
        end = np.full(rows, points)
        for step in range(count - 1, -1, -1):
            end = came_from[step][np.arange(rows), end]
            changes[:, count, step] = end
    return np.stack(squares, axis=1), changes


def _costs(series: Floats, least: int) -> Floats:
    """Sum of squares about the mean from each point up to each later one; ∞ if too few."""
    rows, points = series.shape
    nought = np.zeros((rows, 1))
    sums = np.hstack([nought, np.cumsum(series, axis=1)])
    squared = np.hstack([nought, np.cumsum(series**2, axis=1)])
    first, end = np.arange(points + 1)[:, None], np.arange(points + 1)[None, :]
    length = np.maximum(end - first, 1)
    total = sums[:, None, :] - sums[:, :, None]
    about = squared[:, None, :] - squared[:, :, None] - total**2 / length
    return np.where(end - first >= least, np.maximum(about, 0), np.inf)


def levels_of(series: Floats, starts: Ints) -> Floats:
    """Each point's level, where new ones begin at those points. Shape: that of the series."""
    rows, points = series.shape
    begins = np.zeros((rows, points), dtype=np.int64)
    for column in starts.T:
        begins[np.arange(rows), column] = 1
    begins[:, 0] = 0
    part = np.cumsum(begins, axis=1)
    parts = int(part.max()) + 1
    cell = (part + parts * np.arange(rows)[:, None]).ravel()
    sums = np.bincount(cell, series.ravel(), minlength=rows * parts)
    sizes = np.bincount(cell, minlength=rows * parts)
    means = sums / np.maximum(sizes, 1)
    levels: Floats = means[cell].reshape(rows, points)
    return levels
