"""Month effects and the level of each year, fitted together (quasi-Poisson regression)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Fit:
    """A fitted log-linear model. Shapes: effects, effects × effects."""

    effect: NDArray[np.float64]
    covariance: NDArray[np.float64]  # without φ
    deviance: float
    pearson: float
    degrees_of_freedom: int


def levels(*, months: int) -> NDArray[np.float64]:
    """One column for each year: its level at mid-year, joined by straight lines.

    Straight lines and not steps, so that a steady rise within the years is not taken for a
    season. Before the first and after the last mid-year the lines run on.
    """
    years = months // 12
    when = (np.arange(months) - 5.5) / 12
    left = np.clip(np.floor(when), 0, years - 2).astype(int)
    part = when - left
    columns = np.zeros((months, years))
    columns[np.arange(months), left] = 1 - part
    columns[np.arange(months), left + 1] = part
    return columns


def seasons(*, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
    """Eleven columns of month effects that sum to nought over the twelve."""
    full = (numbers[:, None] == np.arange(1, 13)).astype(float)
    contrast: NDArray[np.float64] = full[:, :11] - full[:, 11:]
    return contrast


def fit(
    *, counts: NDArray[np.float64], days: NDArray[np.float64], design: NDArray[np.float64]
) -> Fit:
    """Maximum likelihood by weighted least squares, repeated; the days are the exposure."""
    expected = np.maximum(counts, 0.5)
    effect = np.zeros(design.shape[1])
    for _ in range(50):
        working = np.log(expected / days) + (counts - expected) / expected
        effect = _effects(design, expected, working)
        previous, expected = expected, days * np.exp(np.clip(design @ effect, -30, 30))
        if np.allclose(previous, expected, rtol=1e-10, atol=1e-10):
            break
    return Fit(
        effect=effect,
        covariance=_inverse(design.T @ (design * expected[:, None])),
        deviance=_deviance(counts, expected),
        pearson=float(((counts - expected) ** 2 / expected).sum()),
        degrees_of_freedom=len(counts) - design.shape[1],
    )


def _effects(
    design: NDArray[np.float64], weight: NDArray[np.float64], working: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weighted least squares: the effects that fit the working values best."""
    information = design.T @ (design * weight[:, None])
    effect = np.linalg.solve(information, design.T @ (weight * working))
    return np.asarray(effect, dtype=np.float64)


def _inverse(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.linalg.inv(matrix), dtype=np.float64)


def _deviance(counts: NDArray[np.float64], expected: NDArray[np.float64]) -> float:
    logs = np.where(counts > 0, counts * np.log(np.maximum(counts, 1e-300) / expected), 0.0)
    return float(2 * (logs - (counts - expected)).sum())
