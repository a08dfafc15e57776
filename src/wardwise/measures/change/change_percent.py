"""The change between two periods, with its range and the word that the test allows."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import ndtr

from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.measures.arguments import check_count, normal_quantile
from wardwise.measures.change.exact import exact_p_value, exact_ratio_limits


EXACT_UNDER = 20
"""Under so many events in either period the test is exact."""


@dataclass(frozen=True)
class Change:
    """A change and what may be said of it.

    Attributes
    ----------
    value : float or NotKnown
        Change of the count, as anyone can work it from the two counts. Unit: percent.
    lower, upper : float or None
        Limits of that same change, so that it lies between them. Unit: percent; ``upper`` may
        be infinite; None where ``value`` is not known.
    level : float
        Of the limits and of the word: 0.95 or 0.998.
    verdict : Verdict
        The only word for it.
    p_value : float or None
        Chance of a difference at least so large if nothing had changed.
    method : str
        In words.
    """

    value: float | NotKnown
    lower: float | None
    upper: float | None
    level: float
    verdict: Verdict
    p_value: float | None
    method: str


def change_percent(
    *,
    before: float,
    after: float,
    phi: float = 1.0,
    days_before: int = 365,
    days_after: int = 365,
    level: float = 0.95,
    not_comparable: str | None = None,
) -> Change:
    """Percentage change between two counts, and whether it is more than chance.

    Parameters
    ----------
    before, after : float
        Events in each period. Unit: events; 0 or more.
    phi : float
        Dispersion of the offence (``dispersion``). Not used by the exact test.
    days_before, days_after : int
        Length of each period. Unit: days.
    level : float
        0.95, or 0.998 in ward and LSOA tables, where many are looked at together.
    not_comparable : str, optional
        Why the two may not be compared (a break, an incomplete period), if they may not.

    Returns
    -------
    Change
        Unit: percent.

    Raises
    ------
    ValueError
        If a count is negative, phi is below 1 or a period has no days.

    Notes
    -----
    With under 20 events in either period: the exact conditional test (given the sum, the
    second count is binomial), with Clopper and Pearson's limits. Otherwise the log ratio of
    the counts ± z √(φ (1/before + 1/after)). *Rose* and *fell* are said only if the limits
    leave out no change of the count and none by the day: a leap year alone is no rise.

    The exact test takes the counts as Poisson: where φ is well above 1 it calls a change too
    readily: on real wards, years exchanged by halves as for ``dispersion``, 3 to 12% at 95%
    by offence. For ward and LSOA tables work φ from the
    partnership's own wards, not from whole partnerships, whose totals vary more: so done,
    4 to 6% of wards with 20 offences or more are called changed at 95% (shoplifting, which
    a few shops make, 21%).

    References
    ----------
    Przyborowski J, Wilenski H (1940) Biometrika 31:313, for the conditional test.
    Clopper CJ, Pearson ES (1934) Biometrika 26:404.
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., 4.5, for φ.

    Examples
    --------
    >>> change = change_percent(before=193, after=176)
    >>> round(change.value, 2), str(change.verdict)
    (-8.81, 'no clear change')
    >>> str(change_percent(before=10_309, after=8_130, phi=4.0).verdict)
    'fell'
    """
    before = check_count(name="before", count=before)
    after = check_count(name="after", count=after)
    days = _days_ratio(before=days_before, after=days_after)
    if phi < 1 or math.isnan(phi):
        raise ValueError(f"phi is {phi}: a dispersion is 1 or more.")
    if not_comparable:
        reason = NotKnown(not_comparable)
        return Change(reason, None, None, level, Verdict.NOT_COMPARABLE, None, "not compared")
    if min(before, after) < EXACT_UNDER:
        return _exact(before=before, after=after, days=days, level=level)
    return _log_ratio(before=before, after=after, phi=phi, days=days, level=level)


def _days_ratio(*, before: int, after: int) -> float:
    if before <= 0 or after <= 0:
        raise ValueError(f"Periods of {before} and {after} days: expected at least one day each.")
    return after / before


def _exact(*, before: float, after: float, days: float, level: float) -> Change:
    low, high = exact_ratio_limits(before=before, after=after, days=days, level=level)
    return _change(
        counts=(before, after),
        ratios=(low, high),
        days=days,
        level=level,
        p_value=exact_p_value(before=before, after=after, days=days),
        method="exact conditional test",
    )


def _log_ratio(*, before: float, after: float, phi: float, days: float, level: float) -> Change:
    middle = math.log(after / before / days)
    error = math.sqrt(phi * (1 / before + 1 / after))
    reach = normal_quantile(level=level) * error
    return _change(
        counts=(before, after),
        ratios=(math.exp(middle - reach), math.exp(middle + reach)),
        days=days,
        level=level,
        p_value=float(2 * ndtr(-abs(middle) / error)),
        method=f"log ratio, dispersion {phi:.2f}",
    )


def _change(
    *,
    counts: tuple[float, float],
    ratios: tuple[float, float],
    days: float,
    level: float,
    p_value: float,
    method: str,
) -> Change:
    before, after = counts
    by_day = ratios
    low, high = by_day[0] * days, by_day[1] * days
    verdict = _verdict(low=min(low, by_day[0]), high=max(high, by_day[1]))
    if before == 0:
        nothing = NotKnown("none were recorded before, so there is no percentage")
        return Change(nothing, None, None, level, verdict, p_value, method)
    value = 100 * (after - before) / before
    return Change(value, 100 * (low - 1), 100 * (high - 1), level, verdict, p_value, method)


def _verdict(*, low: float, high: float) -> Verdict:
    """The word that holds of the count and by the day: a leap year may part them by 0.3%."""
    if low > 1:
        return Verdict.ROSE
    return Verdict.FELL if high < 1 else Verdict.NO_CLEAR_CHANGE
