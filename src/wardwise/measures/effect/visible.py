"""What could be seen at all: power of a displacement difference before the money is spent."""

from __future__ import annotations

from dataclasses import dataclass

from scipy.special import ndtr, ndtri

from wardwise.domain.nothing import NotKnown
from wardwise.measures.arguments import check_count, normal_quantile


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
    events_a_month: float,
    control_a_month: float,
    fall_percent: float,
    months: int,
    phi: float = 1.0,
    level: float = 0.95,
    power: float = 0.8,
) -> Visible:
    """Power of the difference between an area and its control after so many months.

    Parameters
    ----------
    events_a_month, control_a_month : float
        As they are before the start, in area and control. Unit: events a month; above 0.
    fall_percent : float
        What is hoped for. Unit: percent; above 0, at most 100.
    months : int
        Months before and again after the start that are compared.
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
        If a number is not above nought, or phi is below 1.

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
    ...     events_a_month=20, control_a_month=100, fall_percent=20, months=12
    ... )
    >>> round(found.power, 2), round(found.least_percent)
    (0.55, 26)
    """
    _check(events_a_month, control_a_month, fall_percent, phi)
    events, control = months * events_a_month, months * control_a_month
    z = normal_quantile(level=level)
    share = fall_percent / 100
    error = (phi * (events * (2 - share) + 2 * events**2 / control)) ** 0.5
    return Visible(
        power=float(ndtr(events * share / error - z)),
        least_percent=_least(events, control, phi, z + float(ndtri(power))),
    )


def months_until_visible(
    *,
    events_a_month: float,
    control_a_month: float,
    fall_percent: float,
    phi: float = 1.0,
    level: float = 0.95,
    power: float = 0.8,
) -> int | NotKnown:
    """Months after the start in which a fall would be seen.

    Parameters
    ----------
    events_a_month, control_a_month, fall_percent, phi, level, power
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
    >>> months_until_visible(events_a_month=20, control_a_month=100, fall_percent=20)
    22
    """
    for months in range(1, LONGEST + 1):
        found = difference_visible(
            events_a_month=events_a_month,
            control_a_month=control_a_month,
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


def _check(events: float, control: float, fall: float, phi: float) -> None:
    for name, number in (("events_a_month", events), ("control_a_month", control)):
        if not check_count(name=name, count=number) > 0:
            raise ValueError(f"{name} is {number}: expected more than 0.")
    if not 0 < fall <= 100 or not phi >= 1:
        raise ValueError(f"fall_percent {fall}, phi {phi}: expected 0 to 100 percent, phi from 1.")
