"""How much more areas differ than chance would have them."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike


def overdispersion_ratio(
    *, counts: ArrayLike, expected: ArrayLike, winsorise_percent: float = 0.0
) -> float:
    """Mean squared distance of areas from their target, in Poisson standard deviations.

    Parameters
    ----------
    counts : array of float
        Events by area. Shape: areas.
    expected : array of float
        Events expected by area. Shape: areas; over 0.
    winsorise_percent : float
        Share of areas at either end that is pulled in to the next, so that a few outliers do
        not excuse themselves. Unit: percent, 0 to below 50.

    Returns
    -------
    float
        Unit: ratio; 1 is chance alone. Not held to 1 from below: the caller decides.

    Notes
    -----
    z = √E × log(O / E) by area, which has spread 1 if chance alone is at work, then the mean of
    z². A count of 0 is taken as half an event, for its logarithm's sake.

    References
    ----------
    Spiegelhalter DJ (2005) Handling over-dispersion of performance indicators, Quality and
    Safety in Health Care 14:347; FunnelPlotR (NHS-R community).

    Examples
    --------
    >>> round(overdispersion_ratio(counts=[121, 81], expected=[100, 100]), 2)
    4.04
    """
    seen, due = np.asarray(counts, dtype=float), np.asarray(expected, dtype=float)
    z = np.sqrt(due) * np.log(np.maximum(seen, 0.5) / due)
    if winsorise_percent:
        ends = np.percentile(z, [winsorise_percent, 100 - winsorise_percent])
        z = np.clip(z, *ends)
    return float(np.mean(z**2))
