"""Replicates shared out to threads; the answer does not depend on how many."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.scan.windows import ScanWindows


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

THREADS = 2
REPLICATES = 999


def maxima(work: Callable[[Ints], Floats], *, replicates: int) -> Floats:
    """The highest score of each replicate: ``work`` is given their numbers. Shape: replicates."""
    if replicates < 1:
        raise ValueError(f"replicates is {replicates}: expected 1 or more, 999 as a rule.")
    shared = np.array_split(np.arange(replicates), min(THREADS, os.cpu_count() or 1))
    with ThreadPoolExecutor(len(shared)) as pool:
        return np.concatenate(list(pool.map(work, shared)))


def counts_of(name: str, counts: object, windows: ScanWindows) -> Ints:
    """Counts as whole numbers, areas × periods; a ValueError if they are not, or do not fit."""
    given = np.asarray(counts, dtype=float)
    cells = given[:, None] if given.ndim == 1 else given
    if cells.shape != (windows.areas, windows.periods):
        raise ValueError(
            f"{name} have the shape {given.shape}: expected {windows.areas} areas ×"
            f" {windows.periods} periods."
        )
    if not (np.isfinite(cells) & (cells >= 0) & (cells == np.floor(cells))).all():
        raise ValueError(f"{name}: expected whole numbers, 0 or more, all of them known.")
    return np.ascontiguousarray(cells.astype(np.int64))
