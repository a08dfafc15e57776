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
    up = np.sign(trend)
    # the first rule that holds
    by_rule = np.select(
        [outside, trend > 0, trend < 0, pairs, one_side], range(len(Rule)), default=-1
    )
    sides = np.where((by_rule == 1) | (by_rule == 2), up, side)
    rules = tuple(Rule)
    return tuple(
        Signal(int(index), rules[by_rule[index]], int(sides[index]))
        for index in np.flatnonzero(by_rule >= 0)
    )


def runs_on_one_side(*, side: ArrayLike) -> NDArray[np.bool_]:
    """True from the seventh point of a run on one side. A point on the mean ends a run."""
    sides = np.asarray(side, dtype=int)
    flags = np.zeros(len(sides), dtype=bool)
    flags[RUN - 1 :] = np.abs(_sums(sides, RUN)) == RUN
    return flags


def trends(*, values: ArrayLike) -> NDArray[np.int64]:
    """+1 from the seventh point of a strict rise, -1 of a strict fall, else 0."""
    steps = np.sign(np.nan_to_num(np.diff(np.asarray(values, dtype=float)))).astype(int)
    flags = np.zeros(len(steps) + 1, dtype=np.int64)
    total = _sums(steps, RUN - 1)
    flags[RUN - 1 :] = np.sign(total) * (np.abs(total) == RUN - 1)
    return flags


def two_of_three(*, near: ArrayLike, side: ArrayLike) -> NDArray[np.bool_]:
    """Every point of three neighbours on one side, two or more of them near a limit."""
    close, sides = np.asarray(near, dtype=bool), np.asarray(side, dtype=int)
    flags = np.zeros(len(close), dtype=bool)
    speaks = (_sums(close.astype(int), 3) >= 2) & (np.abs(_sums(sides, 3)) == 3)
    for place in range(3):  # each of the three neighbours
        flags[place : place + len(speaks)] |= speaks
    return flags


def _sums(values: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    """Sums of so many values running; none where there are fewer."""
    if len(values) < length:
        return np.zeros(0, dtype=np.int64)
    total = np.concatenate([[0], np.cumsum(values)])
    sums: NDArray[np.int64] = total[length:] - total[:-length]
    return sums
