"""Two small counts set against each other exactly: the E-test."""

from __future__ import annotations

from scipy.stats import poisson_means_test

from wardwise.domain.nothing import NotKnown
from wardwise.measures.arguments import check_count


HIGHEST = 10_000
"""Largest count that the exact sum is worked for; beyond it normal limits serve."""


def exact_difference_p_value(
    *,
    first: float,
    second: float,
    exposure_first: float = 1.0,
    exposure_second: float = 1.0,
    difference: float = 0.0,
) -> float | NotKnown:
    """Two-sided p of two Poisson counts by the E-test.

    Parameters
    ----------
    first, second : float
        Events in each period or area, whole numbers. Unit: events; 0 or more.
    exposure_first, exposure_second : float
        Length of each period (or people, or dwellings), in one unit.
    difference : float
        Of the rates, first − second, if nothing is amiss; 0 or more. Unit: events per unit of
        exposure.

    Returns
    -------
    float or NotKnown
        Chance of a difference at least as far from ``difference``. Not known if a count is above
        10,000.

    Raises
    ------
    ValueError
        If a count is negative, an exposure not above nought or the difference below it.

    Notes
    -----
    The rate is estimated under the hypothesis, and the chance of every pair of counts whose
    difference, over √(x₁/n₁² + x₂/n₂²), is at least as large as the one seen is added up; the
    sum is SciPy's. It is less cautious than the conditional test (``change_percent`` under 20
    events) and keeps its level almost as well. It takes counts as Poisson: where φ is well above
    1 it calls too readily.

    References
    ----------
    Krishnamoorthy K, Thomson J (2004) Journal of Statistical Planning and Inference 119:23.

    Examples
    --------
    >>> round(exact_difference_p_value(first=0, second=3), 4)
    0.0884
    """
    one = check_count(name="first", count=first)
    two = check_count(name="second", count=second)
    if not (exposure_first > 0 and exposure_second > 0 and difference >= 0):
        raise ValueError(
            f"Exposures {exposure_first} and {exposure_second}, difference {difference}:"
            " expected exposures above 0 and a difference of 0 or more."
        )
    if max(one, two) > HIGHEST:
        return NotKnown(f"a count is above {HIGHEST:,}, where normal limits serve")
    found = poisson_means_test(int(one), exposure_first, int(two), exposure_second, diff=difference)
    return min(1.0, float(found.pvalue))
