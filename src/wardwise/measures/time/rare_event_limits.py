"""Limits for the time between rare events (t chart)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.time.control_limits import control_limits


POWER = 3.6
"""Times between chance events, to the power of 1 ÷ 3.6, are nearly normal."""


@dataclass(frozen=True)
class RareEventLimits:
    """Usual time between events. Unit of the three: that of the gaps."""

    centre: float
    lower: float
    upper: float
    trial: bool


def rare_event_limits(*, gaps: ArrayLike) -> RareEventLimits:
    """Limits for the time from each event to the next, where there are too few to count by month.

    Parameters
    ----------
    gaps : array
        Time between events in order. Unit: yours, such as days. Shape: gaps, 2 or more.

    Returns
    -------
    RareEventLimits
        A gap above ``upper`` is unusually long, that is events have become rarer.

    Raises
    ------
    ValueError
        If a gap is below nought, or there are fewer than two.

    Notes
    -----
    XmR limits of the gaps to the power of 1 ÷ 3.6, taken back; the lower is nought where it would
    be below.

    References
    ----------
    Nelson LS (1994) Journal of Quality Technology 26:239.

    Examples
    --------
    >>> found = rare_event_limits(gaps=[20, 30, 25, 40, 20, 35])
    >>> round(found.centre, 1), round(found.lower), round(found.upper)
    (27.6, 6, 80)
    """
    array = np.asarray(gaps, dtype=float)
    if (array < 0).any():
        raise ValueError("A gap is below nought: expected events in order of time.")
    limits = control_limits(values=array ** (1 / POWER))
    lower = max(0.0, limits.lower)
    return RareEventLimits(
        centre=limits.mean**POWER,
        lower=lower**POWER,
        upper=limits.upper**POWER,
        trial=limits.trial,
    )
