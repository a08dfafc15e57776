"""How far what is odd in one month carries over to the next, and what that does to a year."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.change.matched_months import MatchedMonths


LAGS = 3
"""Months over which residuals may go together: a quarter (chosen on real data, see docs)."""


def lagged_sums(pairs: MatchedMonths, lags: int) -> NDArray[np.float64]:
    """Sum of products of residuals so many months apart, both ways. Shape: areas × lags + 1."""
    residual = pairs.residual
    sums = [(residual**2).sum(axis=1)]
    for lag in range(1, lags + 1):
        sums.append(2 * (residual[:, lag:] * residual[:, :-lag]).sum(axis=1))
    return np.stack(sums, axis=1)


def annual_dispersion(*, pairs: MatchedMonths, sums: NDArray[np.float64]) -> float:
    """Dispersion of a year's total, from the pooled lagged sums.

    Residuals about a fitted ratio are the true ones with the component along ``share`` taken
    out, so the sums are biased towards nought. Their expectations are linear in the true
    covariances; the equations are solved for them. With no lag this is Pearson's statistic
    over its degrees of freedom.
    """
    bands = _bands(months=pairs.residual.shape[1], lags=sums.shape[1] - 1)
    out = _without_ratio(pairs)
    halves = [band @ out for band in bands]
    expected = [[float(np.einsum("atu,aut->", row, column)) for column in halves] for row in halves]
    covariance = np.linalg.solve(np.array(expected), sums.sum(axis=0))
    added = [float(np.einsum("at,tu,au->", pairs.share, band, pairs.share)) for band in bands]
    return float(covariance @ np.array(added)) / len(pairs.residual)


def _bands(*, months: int, lags: int) -> list[NDArray[np.float64]]:
    """For each lag, a matrix with ones where two months are that far apart."""
    apart = np.abs(np.subtract.outer(np.arange(months), np.arange(months)))
    return [(apart == lag).astype(float) for lag in range(lags + 1)]


def _without_ratio(pairs: MatchedMonths) -> NDArray[np.float64]:
    """What fitting the yearly ratio does to the residuals. Shape: areas × months × months."""
    used = np.einsum("at,tu->atu", pairs.used, np.eye(pairs.used.shape[1]))
    out: NDArray[np.float64] = used - np.einsum("at,au->atu", pairs.share, pairs.share)
    return out
