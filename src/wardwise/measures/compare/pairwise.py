"""One area's rate against each other's: p-values, and which survive being many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr, ndtr


EXACT_BELOW = 20
"""Events of the pair under which the exact test is asked as well."""


def pair_p_values(
    *,
    count: float,
    base: float,
    other_counts: NDArray[np.float64],
    other_bases: NDArray[np.float64],
    phi: float,
) -> NDArray[np.float64]:
    """Two-sided p of 'the two rates are the same', against each other area. Shape: others."""
    if phi < 1:
        raise ValueError(f"phi is {phi}: expected 1 or more.")
    events = count + other_counts
    share = base / (base + other_bases)
    spread = np.sqrt(np.maximum(phi * events * share * (1 - share), np.finfo(float).tiny))
    p_normal = 2 * ndtr(-np.abs(count - events * share) / spread)
    small = np.minimum(count, other_counts) < EXACT_BELOW
    p_exact = _exact(np.full_like(events, count), events, share)
    p_values = np.where(small, np.maximum(p_normal, p_exact), p_normal)
    return np.where(events == 0, 1.0, p_values)


def rejected_by_holm(p_values: NDArray[np.float64], *, level: float) -> NDArray[np.bool_]:
    """Which tests stand when all are looked at together. Shape: as given."""
    order = np.argsort(p_values, kind="stable")
    tests = len(p_values)
    stands = p_values[order] <= (1 - level) / (tests - np.arange(tests))
    rejected = np.zeros(tests, dtype=bool)
    rejected[order] = np.logical_and.accumulate(stands)
    return rejected


def _exact(
    count: NDArray[np.float64], events: NDArray[np.float64], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Twice the smaller binomial tail, at most 1."""
    whole, total = np.floor(count), np.ceil(events)
    lower = bdtr(whole, total.astype(int), share)
    upper = np.where(whole > 0, 1 - bdtr(whole - 1, total.astype(int), share), 1.0)
    return np.asarray(np.minimum(1.0, 2 * np.minimum(lower, upper)))
