"""Funnel limits: how far from the target a small area may lie by chance alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaincinv


@dataclass(frozen=True, eq=False)
class FunnelLimits:
    """Limits by expected count.

    Attributes
    ----------
    expected : array of float
        Events expected at the target. Shape: points.
    lower, upper : array of float
        Limits in the unit of the target. Shape: points.
    target, level, phi : float
        What was asked for.
    method : str
        The method in words.
    """

    expected: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    target: float
    level: float
    phi: float
    method: str = "Poisson, chi-square limits"


def funnel_limits(
    *, expected: ArrayLike, target: float = 1.0, level: float = 0.95, phi: float = 1.0
) -> FunnelLimits:
    """Limits about a target rate or ratio, by how many events are expected.

    Parameters
    ----------
    expected : array of float
        Events expected at the target: denominator × target rate. Shape: points; over 0.
    target : float
        Rate or ratio at the centre. Unit: of the rate drawn.
    level : float
        0.95 or 0.998.
    phi : float
        Dispersion, 1 or more: limits are those of ``expected / phi`` events.

    Returns
    -------
    FunnelLimits
        Unit: of the target. Shape: points.

    Raises
    ------
    ValueError
        If an expected count is not over 0, or phi is below 1.

    Notes
    -----
    Lower = target × χ²(α/2; 2E) / 2E, upper = target × χ²(1 − α/2; 2E + 2) / 2E. An area
    outside a 95% funnel is one in twenty: among twenty areas one is expected there.

    References
    ----------
    Spiegelhalter DJ (2005) Funnel plots for comparing institutional performance, Statistics in
    Medicine 24:1185, with multiplicative over-dispersion in section 3.5; limits as drawn by
    FunnelPlotR (NHS-R community).

    Examples
    --------
    >>> limits = funnel_limits(expected=[15.0])
    >>> round(float(limits.lower[0]), 4), round(float(limits.upper[0]), 4)
    (0.5597, 1.6493)
    """
    events = np.asarray(expected, dtype=float)
    if np.any(~(events > 0)) or phi < 1:
        raise ValueError(f"expected counts must be over 0 and phi 1 or more (phi is {phi}).")
    lower, upper = _gamma_limits(events / phi, level=level)
    return FunnelLimits(
        expected=events,
        lower=target * lower * phi / events,
        upper=target * upper * phi / events,
        target=target,
        level=level,
        phi=phi,
    )


def funnel_events(*, events: ArrayLike, level: float = 0.95) -> FunnelLimits:
    """The same funnel by events seen: where so many events lie just on a limit.

    Parameters
    ----------
    events : array of float
        Events seen. Shape: points; 1 or more.
    level : float
        0.95 or 0.998.

    Returns
    -------
    FunnelLimits
        ``lower`` and ``upper`` are the counts *expected* at which so many events seen lie just
        on the lower and the upper limit; ``expected`` repeats ``events``. Unit: events.

    Notes
    -----
    This is how the public health tables draw their curves: the limit passes through the ratio
    events / expected. The two conventions differ by less than one event.

    References
    ----------
    Public Health England, PHEindicatormethods: control limits for ratios and rates.

    Examples
    --------
    >>> limits = funnel_events(events=[1.0])
    >>> round(float(limits.lower[0]), 4), round(float(limits.upper[0]), 4)
    (5.5716, 0.0253)
    """
    seen = np.asarray(events, dtype=float)
    upper, lower = _gamma_limits(seen, level=level)
    return FunnelLimits(seen, lower, upper, target=1.0, level=level, phi=1.0)


def _gamma_limits(
    events: NDArray[np.float64], *, level: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    tail = (1 - level) / 2
    return gammaincinv(events, tail), gammaincinv(events + 1, 1 - tail)
