"""What could be seen at all: power of a displacement difference before the money is spent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtr, ndtri

from wardwise.domain.nothing import NotKnown
from wardwise.measures.arguments import check_counts, normal_quantile


LONGEST = 60
"""Months beyond which nobody waits for an answer."""


@dataclass(frozen=True)
class Visible:
    """What so many months can show.

    Attributes
    ----------
    power : float
        Chance that the limits leave out nought if the fall is real; 0 to 1.
    least_percent : float
        The least fall that is seen with the power asked for. Unit: percent; above 100 where
        even the last crime's going would not be seen.
    """

    power: float
    least_percent: float


def difference_visible(
    *,
    treated: ArrayLike,
    control: ArrayLike,
    fall_percent: float,
    months: int,
    phi: float = 1.0,
    level: float = 0.95,
    power: float = 0.8,
) -> Visible:
    """Power of the difference between an area and its control after so many months.

    Parameters
    ----------
    treated, control : array
        Months before the start, in area and control: their mean is what is expected. NaN where
        not known. Shape: months. Unit: events.
    fall_percent : float
        What is hoped for. Unit: percent; above 0, at most 100.
    months : int
        Months that are compared, as many before the start as after it.
    phi : float
        Dispersion of the offence (``dispersion``).
    level, power : float
        Of the limits; and the chance of seeing it that is thought enough.

    Returns
    -------
    Visible
        Power as a share, least fall in percent.

    Raises
    ------
    ValueError
        If no event is known, the fall is not above 0 and at most 100, or phi is below 1.

    Notes
    -----
    The control is brought to the area's level (``level_weights``), so that with m months the
    variance is φ m (e + e (1 − f) + 2 e² ÷ c). Displacement, a season and choice for height are
    not in it: they make it harder, never easier.

    References
    ----------
    Wheeler AP, Ratcliffe JH (2018) Crime Science 7:11, for the variance.
    Cohen J (1988) Statistical Power Analysis for the Behavioral Sciences, 2nd ed.

    Examples
    --------
    >>> found = difference_visible(
    ...     treated=[18, 22], control=[95, 105], fall_percent=20, months=12
    ... )
    >>> round(found.power, 2), round(found.least_percent)
    (0.55, 26)
    """
    if not 0 < fall_percent <= 100 or not phi >= 1:
        raise ValueError(
            f"fall_percent {fall_percent}, phi {phi}: expected 0 to 100, and 1 or more."
        )
    events, beside = (
        months * _a_month(name, counts)
        for name, counts in (("treated", treated), ("control", control))
    )
    z = normal_quantile(level=level)
    share = fall_percent / 100
    error = (phi * (events * (2 - share) + 2 * events**2 / beside)) ** 0.5
    return Visible(
        power=float(ndtr(events * share / error - z)),
        least_percent=_least(events, beside, phi, z + float(ndtri(power))),
    )


def months_until_visible(
    *,
    treated: ArrayLike,
    control: ArrayLike,
    fall_percent: float,
    phi: float = 1.0,
    level: float = 0.95,
    power: float = 0.8,
) -> int | NotKnown:
    """Months after the start in which a fall would be seen.

    Parameters
    ----------
    treated, control, fall_percent, phi, level, power
        As for ``difference_visible``.

    Returns
    -------
    int or NotKnown
        The fewest months, as many before as after. Unit: months. Not known beyond five years.

    Raises
    ------
    ValueError
        As for ``difference_visible``.

    References
    ----------
    Wheeler AP, Ratcliffe JH (2018) Crime Science 7:11, for the variance.

    Examples
    --------
    >>> months_until_visible(treated=[18, 22], control=[95, 105], fall_percent=20)
    22
    """
    for months in range(1, LONGEST + 1):
        found = difference_visible(
            treated=treated,
            control=control,
            fall_percent=fall_percent,
            months=months,
            phi=phi,
            level=level,
            power=power,
        )
        if found.power >= power:
            return months
    return NotKnown(f"not within {LONGEST} months")


def _least(events: float, control: float, phi: float, reach: float) -> float:
    """The share f with e f = reach √(φ (e (2 − f) + 2 e² ÷ c)), a quadratic in f."""
    wide = phi * reach**2
    linear, constant = wide / events, wide * (2 / events + 2 / control)
    return float(50 * ((linear**2 + 4 * constant) ** 0.5 - linear))


def _a_month(name: str, counts: ArrayLike) -> float:
    known = check_counts(name=name, counts=counts)
    known = known[~np.isnan(known)]
    if not known.sum() > 0:
        raise ValueError(f"{name} holds no event: expected some in the months before the start.")
    return float(known.mean())
