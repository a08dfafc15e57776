"""Are the latest months more than the months before them would have?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import t as student

from wardwise.domain.nothing import NotKnown
from wardwise.measures.time.control_limits import ControlLimits, control_limits


Floats = NDArray[np.float64]
FEWEST = 12
"""Months that limits need before those that are judged."""
RANGE_TO_SPREAD = 1.128
"""Mean range of two values in standard deviations, of a normal process."""


@dataclass(frozen=True, eq=False)
class Exceedance:
    """The judged months against the limits of the months before.

    Attributes
    ----------
    limits : ControlLimits
        Of the months before, the judged ones not among them.
    p_value : array
        Chance of so much or more if nothing has changed; 1 where a month is not known.
        Shape: months judged.
    """

    limits: ControlLimits
    p_value: Floats


def exceedance(*, values: ArrayLike, judged: int = 3, screen: bool = True) -> Exceedance | NotKnown:
    """Judge the last months by an XmR chart of the months before them.

    Parameters
    ----------
    values : array
        Months made equal for their days, and for their season where there is one; NaN where not
        known. Shape: months.
    judged : int
        How many of the last to judge.
    screen : bool
        As in ``control_limits``.

    Returns
    -------
    Exceedance or NotKnown
        Not known with fewer than twelve known months before, or where they do not vary at all.

    Raises
    ------
    ValueError
        If no month is judged.

    Notes
    -----
    A month that is judged does not help to set its own limit. The spread is the mean moving
    range over 1.128, which n months know as well as 0.62 (n - 1) degrees of freedom; the mean's
    own error is added. A level that drifts gives more alarms than the p-values say: those of
    ``wardwise.demo.alarms`` tell how many.

    References
    ----------
    Wheeler DJ, Chambers DS (1992) Understanding Statistical Process Control, 2nd ed., ch. 3.
    Patnaik PB (1950) Biometrika 37:78, for the degrees of freedom of a mean range.

    Examples
    --------
    >>> found = exceedance(values=[10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 11, 9, 30])
    >>> round(found.limits.upper, 2), bool(found.p_value[2] < 0.001)
    (16.32, True)
    """
    array = np.asarray(values, dtype=float)
    if judged < 1:
        raise ValueError(f"judged is {judged}: expected one month or more.")
    before, now = array[:-judged], array[-judged:]
    known = int((~np.isnan(before)).sum())
    if known < FEWEST:
        return NotKnown(f"{FEWEST} months are needed before those that are judged; found {known}")
    limits = control_limits(values=before, screen=screen)
    if not limits.moving_range_mean:
        return NotKnown("the months before do not vary at all")
    spread = limits.moving_range_mean / RANGE_TO_SPREAD * math.sqrt(1 + 1 / known)
    chance = student.sf((now - limits.mean) / spread, 0.62 * (known - 1))
    return Exceedance(limits, np.where(np.isnan(now), 1.0, chance))
