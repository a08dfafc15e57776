"""Area against control since the start, added up month by month or week by week."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_counts, normal_quantile


@dataclass(frozen=True, eq=False)
class CumulativeDifference:
    """Since the start, at the end of each step. Shape of each: steps.

    Attributes
    ----------
    difference, lower, upper : array
        Events in the area less those in the control, with limits. Unit: events.
    standard_error : array
        Of ``difference``.
    ratio, ratio_lower, ratio_upper : array
        Area ÷ control with limits; NaN while either is nought.
    """

    difference: NDArray[np.float64]
    standard_error: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    ratio: NDArray[np.float64]
    ratio_lower: NDArray[np.float64]
    ratio_upper: NDArray[np.float64]


def cumulative_difference(
    *, treated: ArrayLike, control: ArrayLike, phi: float = 1.0, level: float = 0.95
) -> CumulativeDifference:
    """Difference and ratio of an area and a control of the same level, cumulated.

    Parameters
    ----------
    treated, control : array
        Events in each step since the start. Shape: steps. Unit: events.
    phi : float
        Dispersion; 1 is the published variance.
    level : float
        Of the limits, at each step by itself: who looks every week and stops at the first that
        leaves out nought is wrong more often than that.

    Returns
    -------
    CumulativeDifference
        Unit: events, and a ratio without one.

    Raises
    ------
    ValueError
        If the shapes differ, a count is negative or not known, or phi is below 1.

    Notes
    -----
    Standard error √(φ (ΣT + ΣC)); of the logarithm of the ratio √(φ (1/ΣT + 1/ΣC)).

    References
    ----------
    Wheeler AP, Ratcliffe JH (2018) Crime Science 7:11.

    Examples
    --------
    >>> found = cumulative_difference(treated=[3, 4], control=[5, 8])
    >>> found.difference.tolist(), found.ratio.round(2).tolist()
    ([-2.0, -6.0], [0.6, 0.54])
    """
    ours = check_counts(name="treated", counts=treated)
    theirs = check_counts(name="control", counts=control)
    if ours.shape != theirs.shape or ours.ndim != 1 or np.isnan(ours + theirs).any():
        raise ValueError(f"Shapes {ours.shape}, {theirs.shape}: expected known counts in one each.")
    if not phi >= 1:
        raise ValueError(f"phi is {phi}: a dispersion is 1 or more.")
    ours, theirs = np.cumsum(ours), np.cumsum(theirs)
    z, error = normal_quantile(level=level), np.sqrt(phi * (ours + theirs))
    both = (ours > 0) & (theirs > 0)
    first, second = np.where(both, ours, np.nan), np.where(both, theirs, np.nan)
    log, reach = np.log(first / second), z * np.sqrt(phi * (1 / first + 1 / second))
    return CumulativeDifference(
        difference=ours - theirs,
        standard_error=error,
        lower=ours - theirs - z * error,
        upper=ours - theirs + z * error,
        ratio=first / second,
        ratio_lower=np.exp(log - reach),
        ratio_upper=np.exp(log + reach),
    )
