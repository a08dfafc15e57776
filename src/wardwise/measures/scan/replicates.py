"""Replicates shared out to threads; the answer does not depend on how many."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.scan.windows import ScanWindows
from wardwise.measures.threads import in_threads


Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

CHUNKS = 2
MOST_EVENTS = 100_000_000
"""They are drawn one by one, in every replicate."""
REPLICATES = 999


def maxima(work: Callable[[Ints], Floats], *, replicates: int) -> Floats:
    """The highest score of each replicate: ``work`` is given their numbers. Shape: replicates."""
    if replicates < 1:
        raise ValueError(f"replicates is {replicates}: expected 1 or more, 999 as a rule.")
    numbers = np.array_split(np.arange(replicates), min(CHUNKS, replicates))
    return np.concatenate(list(in_threads(lambda n: work(numbers[n]), range(len(numbers)))))


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
    if cells.sum() > MOST_EVENTS:
        raise ValueError(
            f"{name} add up to {cells.sum():,.0f}: expected {MOST_EVENTS:,} at most, because every "
            "replicate draws each of them."
        )
    return np.ascontiguousarray(cells.astype(np.int64))
