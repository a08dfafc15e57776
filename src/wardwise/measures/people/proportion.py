"""A share of people or records, with limits that hold the truth as often as they say."""

from __future__ import annotations

from bisect import bisect_right

from scipy.optimize import brentq
from scipy.special import betainc, betaincinv

from wardwise.measures.arguments import check_count, tail
from wardwise.measures.estimate import Estimate


METHOD = "exact (Blaker)"
CLOSE = 1e-14
"""How near a limit is sought. Unit: share."""
HAIR = 1e-12
"""Limits are set out by so much, so that one that falls on a half holds it. Unit: share."""


def proportion_percent(*, part: float, whole: float, level: float = 0.95) -> Estimate:
    """The part as a percentage of the whole, with Blaker's exact interval.

    Parameters
    ----------
    part : float
        Those that have the property. Unit: people or records; a whole number up to ``whole``.
    whole : float
        All that could have it. Unit: people or records; a whole number, 1 or more.
    level : float
        0.95, or 0.998 where many are looked at together.

    Returns
    -------
    Estimate
        Unit: percent. ``method`` is ``exact (Blaker)``.

    Raises
    ------
    ValueError
        If the whole is 0 (a share of nothing is not known), smaller than the part, or either is
        not a whole number.

    Notes
    -----
    Wilson's interval, which ``share_percent`` gives, holds the truth 95% of the time *on
    average* over shares; of small counts it may hold it only 84 to 93% of the time. Blaker's
    never falls under its level, lies inside Clopper and Pearson's, and where 20 or more are
    expected holds the truth at most 96.5% of the time, but for a share of just a half
    (``docs/reference/coverage.md``).
    A share is in the interval if the smaller tail beyond ``part``, together with the part of the
    other tail that is no more likely, has a probability above 1 − level. The few gaps that this
    can leave are filled.

    References
    ----------
    Blaker H (2000) Canadian Journal of Statistics 28:783.
    Brown LD, Cai TT, DasGupta A (2001) Statistical Science 16:101, for what Wilson's holds.

    Examples
    --------
    >>> share = proportion_percent(part=65, whole=100)
    >>> share.value, round(share.lower, 4), round(share.upper, 4)
    (65.0, 55.0451, 74.2282)
    >>> round(proportion_percent(part=0, whole=20).upper, 2)
    16.01
    """
    some, whole_number = _whole(name="part", count=part), _whole(name="whole", count=whole)
    if whole_number == 0:
        raise ValueError("The whole is 0: a share of nothing is not known.")
    if some > whole_number:
        raise ValueError(f"The part ({some:,}) is larger than the whole ({whole_number:,}).")
    beyond = 2 * tail(level=level)
    lower = _lower(some, whole_number, beyond=beyond)
    upper = 1 - _lower(whole_number - some, whole_number, beyond=beyond)
    return Estimate(100 * some / whole_number, 100 * lower, 100 * upper, level, METHOD)


def _whole(*, name: str, count: float) -> int:
    checked = check_count(name=name, count=count)
    if not checked.is_integer():
        raise ValueError(f"{name} is {count}: expected a whole number of people or records.")
    return int(checked)


def _lower(part: int, whole: int, *, beyond: float) -> float:
    """The smallest share that is not refused.

    Clopper and Pearson's limit leaves half of ``beyond`` above it; from there the share grows
    until the two tails together exceed ``beyond``. The lower tail counts up to ``last``; where
    one more count comes in, the sum jumps to twice the upper tail, which is above ``beyond``.
    """
    if part == 0:
        return 0.0
    start = float(betaincinv(part, whole - part + 1, beyond / 2))
    last = bisect_right(range(part), beyond / 2, key=lambda k: _at_most(k, whole, start)) - 1

    def excess(share: float) -> float:
        return _at_least(part, whole, share) + _at_most(last, whole, share) - beyond

    def to_jump(share: float) -> float:
        return _at_least(part, whole, share) - _at_most(last + 1, whole, share)

    jump = float(brentq(to_jump, start, 1.0, xtol=CLOSE))
    limit = float(brentq(excess, start, jump, xtol=CLOSE)) if excess(jump) > 0 else jump
    return max(0.0, limit - HAIR)


def _at_least(count: int, whole: int, share: float) -> float:
    return float(betainc(count, whole - count + 1, share))


def _at_most(count: int, whole: int, share: float) -> float:
    return 0.0 if count < 0 else float(betainc(whole - count, count + 1, 1 - share))
