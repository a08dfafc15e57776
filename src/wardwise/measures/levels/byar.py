"""The range of a count: Byar's approximation, exact below ten."""

from __future__ import annotations

import math

from scipy.special import gammaincinv

from wardwise.domain.interval import Interval
from wardwise.measures.arguments import check_count, normal_quantile, tail


EXACT_BELOW = 10
"""Counts under this take the exact limits, as the public health tables do."""


def byar_interval(*, count: float, level: float = 0.95) -> Interval:
    """Limits for the count that would be seen in the long run.

    Parameters
    ----------
    count : float
        Events counted. Unit: events; 0 or more.
    level : float
        0.95, or 0.998 where many areas are looked at together.

    Returns
    -------
    Interval
        Unit: events. ``method`` is ``exact`` below 10 and ``Byar`` from 10.

    Raises
    ------
    ValueError
        If the count is negative or not a number.

    Notes
    -----
    The limits hold for events that come singly and independently. Crime does not quite: a
    *change* between two counts is therefore judged with the dispersion (see ``dispersion``).

    References
    ----------
    Breslow NE, Day NE (1987) Statistical Methods in Cancer Research, vol. II, IARC, p. 69.
    Garwood F (1936) Biometrika 28:437, for the exact limits.

    Examples
    --------
    >>> limits = byar_interval(count=65)
    >>> round(limits.lower, 3), round(limits.upper, 3), limits.method
    (50.163, 82.849, 'Byar')
    >>> round(byar_interval(count=5).upper, 3), byar_interval(count=5).method
    (11.668, 'exact')
    """
    count = check_count(name="count", count=count)
    if count < EXACT_BELOW:
        lower, upper = exact_limits(count=count, level=level)
        return Interval(lower, upper, level, "exact")
    lower, upper = byar_limits(count=count, level=level)
    return Interval(lower, upper, level, "Byar")


def byar_limits(*, count: float, level: float) -> tuple[float, float]:
    """Byar's two limits at any count. Unit: events."""
    z = normal_quantile(level=level)
    # under about three events the approximation would fall below nought
    lower = 0.0 if count == 0 else max(0.0, count * _cubed(count, -z))
    return lower, (count + 1) * _cubed(count + 1, z)


def exact_limits(*, count: float, level: float) -> tuple[float, float]:
    """The exact Poisson limits, by the gamma distribution. Unit: events."""
    end = tail(level=level)
    lower = 0.0 if count == 0 else float(gammaincinv(count, end))
    return lower, float(gammaincinv(count + 1, 1 - end))


def _cubed(count: float, z: float) -> float:
    return (1 - 1 / (9 * count) + z / (3 * math.sqrt(count))) ** 3
