"""The four rules by which a control chart speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray


class Rule(StrEnum):
    """A rule, in the words that are printed."""

    OUTSIDE = "outside the limits"
    RISING = "seven rising"
    FALLING = "seven falling"
    NEAR = "two of three near a limit"
    ONE_SIDE = "seven on one side"


@dataclass(frozen=True)
class Signal:
    """A point that speaks: where in the series, by which rule, and on which side."""

    index: int
    rule: Rule
    side: int  # +1 above the mean or rising, -1 below or falling


RUN = 7


class Limits(Protocol):
    """A centre line with limits, the same for all points or one for each."""

    @property
    def mean(self) -> float:
        """The centre line."""
        ...

    @property
    def lower(self) -> float | tuple[float, ...]:
        """Below it a point speaks."""
        ...

    @property
    def upper(self) -> float | tuple[float, ...]:
        """Above it a point speaks."""
        ...

    @property
    def near_lower(self) -> float | tuple[float, ...]:
        """Two thirds of the way to the lower limit."""
        ...

    @property
    def near_upper(self) -> float | tuple[float, ...]:
        """Two thirds of the way to the upper limit."""
        ...


def signals(*, values: ArrayLike, limits: Limits) -> tuple[Signal, ...]:
    """Points of a series that are more than the usual up and down.

    Parameters
    ----------
    values : array
        Values in order of time; NaN where not known, which ends every run. Shape: points.
    limits : ControlLimits or AttributeLimits
        From ``control_limits``, of these values or of those before a recorded change, or from
        ``attribute_limits``.

    Returns
    -------
    tuple of Signal
        At most one for each point, by the first rule that holds in the order: outside the
        limits; seventh or later of a run of seven rising or falling; two of three
        neighbours near the same limit (beyond two thirds, not outside); seventh or later of
        a run on one side of the mean.

    References
    ----------
    NHS England (2018) Making Data Count; checked case by case against NHSRplotthedots.

    Examples
    --------
    >>> from wardwise.measures.time.control_limits import control_limits
    >>> usual = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6]
    >>> limits = control_limits(values=usual)
    >>> [(s.index, str(s.rule)) for s in signals(values=[*usual, 30], limits=limits)]
    [(12, 'outside the limits')]
    """
    array = np.asarray(values, dtype=float)
    side = np.sign(np.nan_to_num(array - limits.mean)).astype(int)
    outside = (array > np.asarray(limits.upper)) | (array < np.asarray(limits.lower))
    near = (array > np.asarray(limits.near_upper)) | (array < np.asarray(limits.near_lower))
    near &= ~outside
    trend = trends(values=array)
    pairs = near & two_of_three(near=near, side=side)
    one_side = runs_on_one_side(side=side)
    found = []
    for index in range(len(array)):
        if outside[index]:
            found.append(Signal(index, Rule.OUTSIDE, int(side[index])))
        elif trend[index]:
            rule = Rule.RISING if trend[index] > 0 else Rule.FALLING
            found.append(Signal(index, rule, int(trend[index])))
        elif pairs[index]:
            found.append(Signal(index, Rule.NEAR, int(side[index])))
        elif one_side[index]:
            found.append(Signal(index, Rule.ONE_SIDE, int(side[index])))
    return tuple(found)


def runs_on_one_side(*, side: ArrayLike) -> NDArray[np.bool_]:
    """True from the seventh point of a run on one side. A point on the mean ends a run."""
    sides = np.asarray(side, dtype=int)
    flags = np.zeros(len(sides), dtype=bool)
    for end in range(RUN, len(sides) + 1):
        flags[end - 1] = abs(sides[end - RUN : end].sum()) == RUN
    return flags


def trends(*, values: ArrayLike) -> NDArray[np.int64]:
    """+1 from the seventh point of a strict rise, -1 of a strict fall, else 0."""
    steps = np.sign(np.nan_to_num(np.diff(np.asarray(values, dtype=float)))).astype(int)
    flags = np.zeros(len(steps) + 1, dtype=np.int64)
    for end in range(RUN - 1, len(steps) + 1):
        total = steps[end - RUN + 1 : end].sum()
        flags[end] = np.sign(total) if abs(total) == RUN - 1 else 0
    return flags


def two_of_three(*, near: ArrayLike, side: ArrayLike) -> NDArray[np.bool_]:
    """Every point of three neighbours on one side, two or more of them near a limit."""
    close, sides = np.asarray(near, dtype=bool), np.asarray(side, dtype=int)
    flags = np.zeros(len(close), dtype=bool)
    for start in range(len(close) - 2):
        window = slice(start, start + 3)
        if close[window].sum() >= 2 and abs(sides[window].sum()) == 3:
            flags[window] = True
    return flags
