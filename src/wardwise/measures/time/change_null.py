"""How large the signs of a change get by chance, in series that remember the month before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.time.steps import MOST, best_steps, levels_of


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
ROUNDS = 3
REPLICATES = 999


@dataclass(frozen=True, eq=False)
class Fits:
    """Series with 0 to 3 changes fitted. Shapes: series × points, × 4, × 4 × 3, × 3.

    ``ratios`` are F ratios of one, two and three changes against none.
    """

    levelled: Floats
    squares: Floats
    changes: Ints
    ratios: Floats

    @property
    def largest(self) -> Floats:
        """The largest F ratio of each series."""
        found: Floats = self.ratios.max(axis=1)
        return found


def fitted(series: Floats, *, seasonal: bool) -> Fits:
    """Best steps of each series, month effects fitted with them where there is a season."""
    levelled = without_months(series) if seasonal else series
    squares, changes = best_steps(levelled)
    freedom = series.shape[1] - 1 - (11 if seasonal else 0) - np.arange(1, MOST + 1)
    gained = (squares[:, :1] - squares[:, 1:]) / np.arange(1, MOST + 1)
    return Fits(levelled, squares, changes, gained / (squares[:, 1:] / freedom))


def without_months(series: Floats) -> Floats:
    """Month effects taken out, fitted by turns with the best three changes."""
    points = series.shape[1]
    place = np.arange(points) % 12
    share = np.zeros((points, 12))
    share[np.arange(points), place] = 1
    share /= share.sum(axis=0)
    level = np.broadcast_to(series.mean(axis=1, keepdims=True), series.shape)
    left = series
    for _ in range(ROUNDS + 1):
        effect = (series - level) @ share
        effect -= effect.mean(axis=1, keepdims=True)
        left = series - effect[:, place]
        level = levels_of(left, best_steps(left)[1][:, MOST])
    return left


@lru_cache(maxsize=256)
def by_chance(points: int, seasonal: bool, tenths: int, seed: int) -> tuple[Floats, Floats]:
    """Largest ratio, and ratio of one change, of 999 series without one; each in order of size.

    ``tenths`` is ten times the correlation of a month with the one before.
    """
    random = np.random.default_rng([seed, points, int(seasonal), tenths])
    noise = random.normal(size=(REPLICATES, points))
    memory = tenths / 10
    for n in range(1, points):
        noise[:, n] = memory * noise[:, n - 1] + np.sqrt(1 - memory**2) * noise[:, n]
    found = fitted(noise, seasonal=seasonal)
    return np.sort(found.largest), np.sort(found.ratios[:, 0])


def chance_of(ratio: float, ordered: Floats) -> float:
    """Share of the series without a change whose ratio is as large, the series itself counted."""
    above = len(ordered) - int(np.searchsorted(ordered, ratio, side="left"))
    return (1 + above) / (1 + len(ordered))
