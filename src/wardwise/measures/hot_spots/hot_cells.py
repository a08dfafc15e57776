"""Gi* on a grid of cells, where surroundings are boxes and need no list."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.hot_spots.exact_p import LocalP
from wardwise.measures.hot_spots.hot_spots import LEVEL, HotSpots
from wardwise.measures.hot_spots.law_of_sums import law_of_sums
from wardwise.measures.hot_spots.local_g import standard_scores


Ints = NDArray[np.int64]


def hot_cells(
    *, counts: ArrayLike, inside: ArrayLike | None = None, reach: int = 1, level: float = LEVEL
) -> HotSpots:
    """Gi* of every cell of a grid, its exact p-value, and what is hot or cold beyond chance.

    Parameters
    ----------
    counts : array
        Events in each cell. Unit: events; whole, 0 or more. Shape: rows × columns.
    inside : array, optional
        True for the cells of the area; events elsewhere are refused. Shape: as ``counts``.
    reach : int
        How many cells the surroundings reach to each side: 1 is a box of 3 × 3.
    level : float
        The share of the cells called that may be called by chance.

    Returns
    -------
    HotSpots
        Shape of each array: the cells inside, row by row.

    Raises
    ------
    ValueError
        If a count is not whole or negative, lies outside the area, or reach is below 1.

    Notes
    -----
    The same as ``hot_spots`` with the cells of the box as neighbours, and no list of them: box
    sums, then a table of the exact law by size of surroundings and sum. A cell at the edge has
    the smaller surroundings that lie inside.

    References
    ----------
    Ord JK, Getis A (1995) Geographical Analysis 27:286.

    Examples
    --------
    >>> grid = np.zeros((20, 20), dtype=int)
    >>> grid[5:8, 5:8] = 4
    >>> hot = hot_cells(counts=grid).is_hot.reshape(20, 20)
    >>> bool(hot[6, 6]), int(hot.sum())
    (True, 13)
    """
    if reach < 1:
        raise ValueError(f"reach is {reach}: expected 1 cell or more.")
    grid = _checked(counts)
    area = np.ones(grid.shape, dtype=bool) if inside is None else np.asarray(inside, dtype=bool)
    if (grid[~area] > 0).any():
        raise ValueError("A cell outside the area has events: leave them out first.")
    sums = box_sums(grid, reach)[area]
    sizes = box_sums(area.astype(np.int64), reach)[area]
    return _by_table(grid[area], sums, sizes, level)


def _by_table(known: Ints, sums: Ints, sizes: Ints, level: float) -> HotSpots:
    """Cells of one size of surroundings and one sum have everything in common: worked once."""
    law = law_of_sums(counts=known, draws=np.flatnonzero(np.bincount(sizes)), largest=sums.max())
    width = law.at_least.shape[1]
    entry = law.row_of(np.arange(sizes.max() + 1))[sizes] * width + sums
    cells = np.bincount(entry, minlength=law.at_least.size)
    some = np.flatnonzero(cells)
    p = LocalP.of(law.at_least.ravel()[some], law.at_most.ravel()[some])
    z = standard_scores(known.astype(float), some % width, law.draws[some // width], with_own=True)
    found = HotSpots.of((some % width).astype(float), z, p, level, times=cells[some])
    at = np.zeros(len(cells), dtype=np.int64)
    at[some] = np.arange(len(some))
    return found.taken(at[entry])


def _checked(counts: ArrayLike) -> Ints:
    grid = np.asarray(counts)
    if grid.ndim != 2:
        raise ValueError(f"Counts in {grid.ndim} dimensions: expected rows and columns of cells.")
    if grid.dtype.kind in "iub" and grid.min(initial=0) >= 0:
        return grid.astype(np.int64)
    with np.errstate(invalid="ignore"):
        whole = grid.astype(np.int64)
    if (whole != grid).any() or (whole < 0).any():
        raise ValueError("A cell's count is negative, not whole or not known.")
    return whole


def box_sums(grid: Ints, reach: int) -> Ints:
    """Sums over the box of cells within ``reach`` to each side. Shape: as given."""
    for axis in (0, 1):
        added = grid.copy()
        for step in range(1, min(reach, grid.shape[axis] - 1) + 1):
            to, back = [slice(None)] * 2, [slice(None)] * 2
            to[axis], back[axis] = slice(step, None), slice(None, -step)
            added[tuple(to)] += grid[tuple(back)]
            added[tuple(back)] += grid[tuple(to)]
        grid = added
    return grid
