"""Early alarms from the last few weeks alone: EARS C1, C2 and C3."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from wardwise.measures.arguments import check_counts


Floats = NDArray[np.float64]
LAGS = {"C1": 0, "C2": 2, "C3": 2}
"""Weeks left out between the baseline and the week that is judged."""


@dataclass(frozen=True, eq=False)
class Ears:
    """One method's answer for every week.

    Attributes
    ----------
    upper : array
        The most that is no alarm, NaN where there is too little before it; for C3 what this week
        may hold, given the two before it. Unit: events. Shape: weeks.
    statistic : array
        Standard deviations above the baseline; for C3 the sum of three weeks' excesses.
        Shape: weeks.
    alarm : array of bool
        Whether ``statistic`` is above what chance allows. Shape: weeks.
    """

    upper: Floats
    statistic: Floats
    alarm: NDArray[np.bool_]


def ears(*, counts: ArrayLike, method: str = "C1", alpha: float = 0.001, baseline: int = 7) -> Ears:
    """Alarms of the Early Aberration Reporting System.

    Parameters
    ----------
    counts : array
        Events in each week (or day), in order, none missing. Unit: events. Shape: weeks.
    method : str
        ``C1`` (baseline of the weeks just before), ``C2`` (two weeks between), or ``C3`` (the
        excesses of three weeks added up).
    alpha : float
        Chance of a false alarm in a week whose count is normal.
    baseline : int
        Weeks of the baseline.

    Returns
    -------
    Ears

    Raises
    ------
    ValueError
        If the method is none of the three, or a count is missing or negative.

    Notes
    -----
    The bound is the baseline's mean and so many of its standard deviations, with no allowance
    for the season nor for how few weeks the baseline has: with seven, a bound at 0.1% is passed
    far more often than that. It is for short series of which nothing else is known; with three
    years of weeks use ``farrington``. A baseline without any spread makes every higher count an
    alarm.

    References
    ----------
    Hutwagner L and others (2003) Journal of Urban Health 80(2), Supplement 1:i89.
    Fricker RD, Hegler BL, Dunfee DA (2008) Statistics in Medicine 27:3407, whose C3 this is.

    Examples
    --------
    >>> found = ears(counts=[4, 6, 5, 4, 6, 5, 5, 15])
    >>> round(float(found.upper[7]), 3), bool(found.alarm[7])
    (7.523, True)
    """
    array = check_counts(name="counts", counts=counts)
    if method not in LAGS:
        raise ValueError(f"method is '{method}': expected C1, C2 or C3.")
    if np.isnan(array).any():
        raise ValueError("counts hold a week that is not known.")
    mean, spread = _baseline(array, LAGS[method], baseline)
    reach = float(ndtri(1 - alpha))
    with np.errstate(divide="ignore", invalid="ignore"):
        above = (array - mean) / spread
    if method != "C3":
        return Ears(mean + spread * reach, above, above > reach)
    excess = np.where(np.isnan(above), 0.0, np.maximum(above - 1, 0.0))
    before = np.r_[0.0, excess[:-1]] + np.r_[0.0, 0.0, excess[:-2]]
    added = np.where(np.isnan(above), np.nan, excess + before)
    return Ears(mean + spread * (reach + 1 - before), added, added > reach)


def _baseline(counts: Floats, lag: int, baseline: int) -> tuple[Floats, Floats]:
    """Mean and standard deviation of the weeks before each; NaN where there are too few."""
    mean, spread = np.full((2, len(counts)), np.nan)
    first = baseline + lag
    if len(counts) > first:
        windows = np.lib.stride_tricks.sliding_window_view(counts, baseline)
        windows = windows[: len(counts) - first]
        mean[first:], spread[first:] = windows.mean(axis=1), windows.std(axis=1, ddof=1)
    return mean, spread
