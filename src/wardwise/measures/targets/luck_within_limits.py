"""The chance that a value meets its target by its usual up and down."""

from __future__ import annotations

import math

from scipy.special import ndtr


def luck_within_limits(
    *, mean: float, upper: float, target: float, points: int, lower_is_better: bool
) -> float:
    """Chance that the mean of the next values meets the target if they go on as they are.

    Parameters
    ----------
    mean, upper : float
        Centre line and upper limit of the control chart (``control_limits``). Unit: yours.
    target : float
        So much or less, or so much or more, on average. Unit: the same.
    points : int
        Values of the target's period, whose mean is judged.
    lower_is_better : bool
        Whether a smaller value meets it.

    Returns
    -------
    float
        Probability.

    Raises
    ------
    ValueError
        If the limits have no width or there is no point.

    Notes
    -----
    The limits stand three standard deviations from the mean; values are taken as normal and apart
    from one another. Values that drift from month to month meet and miss by luck more often.

    References
    ----------
    Wheeler DJ (2000) Understanding Variation, 2nd ed., for the limits.

    Examples
    --------
    The target one standard deviation below the mean, judged by one value: 16%.

    >>> round(luck_within_limits(
    ...     mean=50, upper=65, target=45, points=1, lower_is_better=True), 2)
    0.16
    """
    if not upper > mean or points < 1:
        raise ValueError(f"Limits {mean} to {upper}, {points} points: expected a width, a point.")
    away = (target - mean) / ((upper - mean) / 3 / math.sqrt(points))
    return float(ndtr(away if lower_is_better else -away))
