"""Limits of a control chart of single values (XmR)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


MEAN_RANGE_OF_TWO = 1.128
"""Mean range of two values of a normal distribution, in standard deviations."""

LIMIT = 2.66
"""3 ÷ 1.128: three standard deviations from the mean range of two successive values."""

SCREEN = 3.267
"""Upper limit of a range of two, in mean ranges: larger ones are screened out, once."""


@dataclass(frozen=True)
class ControlLimits:
    """Mean and limits, unclipped: a drawing may stop at nought, the arithmetic does not.

    Unit of all but ``trial``, ``screened`` and ``points``: that of the values.
    """

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    moving_range_mean: float
    trial: bool
    screened: int
    points: int


def control_limits(
    *, values: ArrayLike, screen: bool = True, trial_under: int = 12
) -> ControlLimits:
    """Natural process limits of a run of single values.

    Parameters
    ----------
    values : array
        Values in order of time; NaN where not known. Shape: points, two neighbours or more.
    screen : bool
        Leave out, once, moving ranges of 3.267 times their mean or more (the setting
        ``screen_moving_ranges``). Without it one wild point widens the limits.
    trial_under : int
        With fewer known points the limits are called trial limits.

    Returns
    -------
    ControlLimits
        Mean ± 2.66 mean moving ranges, and the near limits at two thirds of that.

    Raises
    ------
    ValueError
        If no two neighbouring values are known.

    Notes
    -----
    A value that is not known takes the two ranges beside it with it: ranges are never taken
    across a gap.

    References
    ----------
    Wheeler DJ, Chambers DS (1992) Understanding Statistical Process Control, 2nd ed., ch. 3.
    NHS England (2018) Making Data Count, for the rules as drawn.

    Examples
    --------
    >>> limits = control_limits(values=[1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1])
    >>> round(limits.mean, 2), round(limits.lower, 2), round(limits.upper, 2)
    (1.94, -0.72, 4.6)
    """
    array = np.asarray(values, dtype=float)
    known = array[~np.isnan(array)]
    ranges = np.abs(np.diff(array))
    ranges = ranges[~np.isnan(ranges)]
    if not len(ranges):
        raise ValueError("No two neighbouring values are known: there are no limits.")
    kept = _screened(ranges) if screen else ranges
    mean, moving = float(known.mean()), float(kept.mean())
    reach = LIMIT * moving
    return ControlLimits(
        mean=mean,
        lower=mean - reach,
        upper=mean + reach,
        near_lower=mean - 2 * reach / 3,
        near_upper=mean + 2 * reach / 3,
        moving_range_mean=moving,
        trial=len(known) < trial_under,
        screened=len(ranges) - len(kept),
        points=len(known),
    )


def _screened(ranges: NDArray[np.float64]) -> NDArray[np.float64]:
    kept = ranges[ranges < SCREEN * float(ranges.mean())]
    # where nearly all are nought, every other one would go and leave limits of no width
    return kept if kept.any() else ranges
