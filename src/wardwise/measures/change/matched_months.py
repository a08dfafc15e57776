"""The same month of two years, side by side, about each area's own yearly ratio."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_counts


@dataclass(frozen=True, eq=False)
class MatchedMonths:
    """Pearson residuals of matched months. Shape of all but ``months``: areas × months.

    ``residual`` is 0 where a pair is not known; ``share`` is the pair's share of the area's
    events as a square root, so that the fitted ratio takes out the component along it.
    ``used`` is 1 for a pair that is known and not empty, else 0; ``months`` sums it.
    """

    residual: NDArray[np.float64]
    share: NDArray[np.float64]
    used: NDArray[np.float64]
    months: NDArray[np.int64]


def matched_months(
    *, before: ArrayLike, after: ArrayLike, days_before: ArrayLike, days_after: ArrayLike
) -> MatchedMonths:
    """Residuals of every area that has two usable months and events in both years."""
    first = np.atleast_2d(check_counts(name="before", counts=before))
    second = np.atleast_2d(check_counts(name="after", counts=after))
    if first.shape != second.shape:
        raise ValueError(f"before is {first.shape} and after {second.shape}: expected the same.")
    both = np.nan_to_num(first + second)
    used = both > 0
    first, second = np.where(used, first, 0.0), np.where(used, second, 0.0)
    keep = (used.sum(axis=1) >= 2) & (first.sum(axis=1) > 0) & (second.sum(axis=1) > 0)
    days = np.asarray(days_after, dtype=float) / np.asarray(days_before, dtype=float)
    both, second, used = both[keep], second[keep], used[keep]
    chance = _chance_of_after(both=both, after=second, days=days)
    spread = np.sqrt(both * chance * (1 - chance))
    return MatchedMonths(
        residual=np.where(used, (second - both * chance) / np.where(used, spread, 1.0), 0.0),
        share=np.sqrt(spread**2 / np.maximum((spread**2).sum(axis=1, keepdims=True), 1e-300)),
        used=used.astype(float),
        months=used.sum(axis=1),
    )


def _chance_of_after(
    *, both: NDArray[np.float64], after: NDArray[np.float64], days: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Chance that an event of a pair fell in the second year, by the area's own ratio.

    The ratio of daily rates is found so that each area's expected second year is its own: a
    short fixed-point search, because February alone has another number of days.
    """
    total = after.sum(axis=1, keepdims=True)
    ratio = total / (both.sum(axis=1, keepdims=True) - total)
    for _ in range(25):
        chance = ratio * days / (1 + ratio * days)
        ratio = ratio * total / (both * chance).sum(axis=1, keepdims=True)
    chance = ratio * days / (1 + ratio * days)
    return np.broadcast_to(chance, both.shape)
