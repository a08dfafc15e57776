"""Months into a quarter or a year: numerators and denominators are added, never rates averaged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from wardwise.domain.nothing import NotKnown, Value


def roll_up(
    *,
    numerators: Sequence[float | None],
    denominators: Sequence[float | None] | None = None,
    per: float = 1.0,
    of: Literal["total", "mean"] = "total",
) -> Value:
    """The value of several periods together.

    Parameters
    ----------
    numerators : sequence of float or None
        Events of each period; None where not known. Unit: yours. Shape: periods.
    denominators : sequence of float or None, optional
        What each is counted on. Unit: yours. Shape: periods.
    per : float
        For how many of the denominator the value is told: 100 for percent, 1,000 for a rate.
    of : {'total', 'mean'}
        Without a denominator: the sum of counts, or the mean of values that do not add up.

    Returns
    -------
    float or NotKnown
        Unit: the numerator's, for ``per`` of the denominator. Not known where any period is
        not: a year of eleven months is no year.

    Raises
    ------
    ValueError
        If there is no period, or numerators and denominators differ in number.

    References
    ----------
    By definition: a ratio of sums, not a mean of ratios.

    Examples
    --------
    Half of 10 and all of 30 are 35 of 40, which is 87.5%; the mean of 50% and 100% is not.

    >>> roll_up(numerators=[5, 30], denominators=[10, 30], per=100)
    87.5
    """
    if not numerators:
        raise ValueError("No period to add up.")
    counted = [one for one in numerators if one is not None]
    if len(counted) < len(numerators):
        missing = len(numerators) - len(counted)
        return NotKnown(f"{missing} of {len(numerators)} periods not known")
    if denominators is None:
        total = float(sum(counted))
        return total if of == "total" else total / len(counted)
    if len(denominators) != len(numerators):
        raise ValueError(f"{len(numerators)} numerators and {len(denominators)} denominators.")
    bases = [one for one in denominators if one is not None]
    if len(bases) < len(denominators):
        return NotKnown("a denominator is not known")
    base = float(sum(bases))
    return per * sum(counted) / base if base > 0 else NotKnown("the denominator is nought")
