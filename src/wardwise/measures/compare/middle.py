"""The middle of several areas' ratios: what median rates and median shares have in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.arguments import check_counts


def median_quotient(*, above: ArrayLike, below: ArrayLike, times: float) -> float:
    """Median of ``times`` × above ÷ below, over the areas that have both.

    Parameters
    ----------
    above : array
        What is counted, by area. Unit: events, people or households; NaN is not known.
        Shape: areas.
    below : array
        What it is counted among, by area; 1 or more. NaN is not known. Shape: areas.
    times : float
        100 for percent, 1,000 for a rate per 1,000.

    Returns
    -------
    float
        Unit: as ``times`` says. Areas of which one is not known are left out.

    Raises
    ------
    ValueError
        If no area has both, or one is counted among 0.

    Notes
    -----
    Each area counts once, whatever its size: the question is what is usual among them, and
    not what all their people together have.

    References
    ----------
    Tukey JW (1977) Exploratory Data Analysis, chapter 2, for the median as the middle.

    Examples
    --------
    >>> median_quotient(above=[10, 30, 20], below=[100, 100, 1000], times=100)
    10.0
    """
    counted = check_counts(name="above", counts=above)
    among = check_counts(name="below", counts=below)
    known = np.isfinite(counted) & np.isfinite(among)
    if not known.any() or np.any(among[known] == 0):
        raise ValueError("No area is known: expected counts, each among 1 or more.")
    return float(np.median(times * counted[known] / among[known]))
