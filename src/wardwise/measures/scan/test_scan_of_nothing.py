"""How often a scan calls a cluster where none is planted, and finds one that is.

Counts are as crime's: places that differ for good, a centre that has five times as many, a
season, and months with twice Poisson's variance.
"""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from wardwise.measures.scan.permutation_scan import permutation_scan
from wardwise.measures.scan.scan_dispersion import scan_dispersion
from wardwise.measures.scan.windows import ScanWindows, scan_windows


AREAS, MONTHS, EVENTS, PHI = 50, 24, 4_000, 2.0
SETS, REPLICATES, LEVEL = 100, 99, 0.05
X, Y = np.random.default_rng(0).uniform(0, 8_000, (2, AREAS))


def _windows(counts: NDArray[np.int64]) -> ScanWindows:
    return scan_windows(
        x=X, y=Y, weights=counts.sum(axis=1), periods=MONTHS, limits={"most_percent": 25}
    )


def _counts(random: np.random.Generator, planted: float = 1.0) -> NDArray[np.int64]:
    """Negative binomial; ``planted`` multiplies the four areas nearest the first, four months."""
    rate = random.gamma(2, 1, AREAS) * np.where(np.hypot(X - 4_000, Y - 4_000) < 1_200, 5, 1)
    season = 1 + 0.2 * np.cos(np.arange(MONTHS) / 6 * np.pi)
    mean = np.outer(rate / rate.sum(), season / season.sum()) * EVENTS
    near = np.argsort(np.hypot(X - X[0], Y - Y[0]))[:4]
    mean[near, -4:] *= planted
    return random.negative_binomial(mean / (PHI - 1) + 1e-9, 1 / PHI)


def _p(counts: NDArray[np.int64], *, seed: int, dispersion: float) -> float:
    found = permutation_scan(
        counts=counts,
        windows=_windows(counts),
        seed=seed,
        replicates=REPLICATES,
        dispersion=dispersion,
    )
    return found.p_value


@pytest.mark.slow
def test_nothing_planted_is_called_about_as_often_as_it_says_and_a_shuffle_cries_wolf() -> None:
    """Of 100 data sets 5 are expected; 12 or more would happen once in 200 times."""
    random, called, shuffled = np.random.default_rng(1), 0, 0
    for seed in range(SETS):
        counts = _counts(random)
        called += _p(counts, seed=seed, dispersion=scan_dispersion(counts=counts)) <= LEVEL
        shuffled += _p(counts, seed=seed, dispersion=1) <= LEVEL
    assert called < 12
    assert shuffled > 40


def test_a_planted_cluster_is_found_where_and_when_it_is() -> None:
    """Three times as many in four areas for four months."""
    random, found = np.random.default_rng(2), 0
    near = set(np.argsort(np.hypot(X - X[0], Y - Y[0]))[:4].tolist())
    for seed in range(25):
        counts = _counts(random, planted=3.0)
        scan = permutation_scan(
            counts=counts,
            windows=_windows(counts),
            seed=seed,
            replicates=REPLICATES,
            dispersion=scan_dispersion(counts=counts),
        )
        first = scan.clusters[0]
        right = len(near & set(first.areas)) >= 2 and abs(first.first - (MONTHS - 4)) <= 2
        found += right and scan.p_value <= LEVEL
    assert found >= 18
