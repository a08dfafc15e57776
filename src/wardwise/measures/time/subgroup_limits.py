"""Limits of control charts of lots of measurements: their means (x̄) and their spread (s)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln


Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SubgroupLimits:
    """Both charts. Unit: that of the measurements. Shape of tuples: lots.

    ``means`` and ``deviations`` are what is drawn, NaN where a lot has too few measurements.
    """

    means: tuple[float, ...]
    mean: float
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    deviations: tuple[float, ...]
    deviation: float
    deviation_lower: tuple[float, ...]
    deviation_upper: tuple[float, ...]


def subgroup_limits(*, lots: Sequence[Sequence[float]]) -> SubgroupLimits:
    """Limits for the mean and for the standard deviation of each lot.

    Parameters
    ----------
    lots : sequence of sequences of float
        Measurements of each lot in order of time, such as the days that each case of a month
        took; NaN where not known. Unit: yours. Shape: lots × any number.

    Returns
    -------
    SubgroupLimits

    Raises
    ------
    ValueError
        If no lot has two measurements.

    Notes
    -----
    The spread within lots is the mean of their standard deviations where all lots are as large,
    else it is pooled, √(Σ(n−1)s² ÷ Σ(n−1)). Limits are three standard errors
    from the mean of all measurements, with c₄ of each lot's own size; those of a spread do not
    go below nought.

    References
    ----------
    Montgomery DC (2009) Introduction to Statistical Quality Control, 6th ed., section 6.3.

    Examples
    --------
    >>> found = subgroup_limits(lots=[[1.0, 3.0], [2.0, 4.0]])
    >>> found.mean, round(found.deviation, 3), round(found.upper[0], 2)
    (2.5, 1.414, 6.26)
    """
    known = [np.asarray(lot, dtype=float) for lot in lots]
    known = [lot[~np.isnan(lot)] for lot in known]
    size = np.array([len(lot) for lot in known], dtype=float)
    if not (size >= 2).any():
        raise ValueError("No lot has two measurements: the spread within lots is not known.")
    means = np.array([lot.mean() if len(lot) else np.nan for lot in known])
    deviations = np.array([lot.std(ddof=1) if len(lot) > 1 else np.nan for lot in known])
    several = size >= 2
    within = _within(deviations[several], size[several])
    middle = float(np.concatenate(known).mean())
    c4 = _c4(np.where(several, size, np.nan))
    reach = 3 * within / c4 / np.sqrt(size, where=size > 0, out=np.full(len(size), np.nan))
    wide = 3 * within * np.sqrt(1 - c4**2) / c4
    return SubgroupLimits(
        means=tuple(means.tolist()),
        mean=middle,
        lower=tuple((middle - reach).tolist()),
        upper=tuple((middle + reach).tolist()),
        deviations=tuple(deviations.tolist()),
        deviation=within,
        deviation_lower=tuple(np.maximum(0, within - wide).tolist()),
        deviation_upper=tuple((within + wide).tolist()),
    )


def _within(deviations: Floats, size: Floats) -> float:
    if (size == size[0]).all():
        return float(deviations.mean())
    return float(np.sqrt(((size - 1) * deviations**2).sum() / (size - 1).sum()))


def _c4(size: Floats) -> Floats:
    """Mean of the standard deviation of so many normal values, in standard deviations."""
    found: Floats = np.sqrt(2 / (size - 1)) * np.exp(gammaln(size / 2) - gammaln((size - 1) / 2))
    return found
