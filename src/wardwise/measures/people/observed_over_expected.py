"""What happened against what was predicted."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.measures.arguments import check_count
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.byar import byar_interval
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class ObservedOverExpected:
    """The ratio and whether it can be told from 1.

    Attributes
    ----------
    ratio : Estimate
        1 is as predicted. No unit.
    observed, expected : float
        Unit: people who reoffended.
    people : int
        How many were followed. Unit: people.
    """

    ratio: Estimate
    observed: float
    expected: float
    people: int

    @property
    def is_distinguishable(self) -> bool:
        """Whether the interval leaves out 1."""
        return not self.ratio.holds(1)


def observed_over_expected(
    *, observed: float, expected: float, people: int, level: float = 0.95
) -> ObservedOverExpected:
    """Those who did reoffend over those who were predicted to.

    Parameters
    ----------
    observed : float
        People who reoffended. Unit: people.
    expected : float
        The sum of everybody's predicted chance, of the same people. Unit: people; above 0.
    people : int
        How many were followed: a ratio without it is not given. Unit: people.
    level : float
        Of the interval.

    Returns
    -------
    ObservedOverExpected

    Raises
    ------
    ValueError
        If nothing was expected, or more people reoffended than were followed.

    Notes
    -----
    The prediction is taken as known; only what was observed has a range. Everybody reoffends or
    does not, so the range is that of a share of the people followed, and not the wider one of a
    count. A ratio below 1 may say that the prediction is too high for this area, and not that
    the work succeeds: see whether it holds in each band of risk.

    References
    ----------
    Breslow NE, Day NE (1987) Statistical Methods in Cancer Research, vol. II, 2.3.
    See ``proportion_percent``.

    Examples
    --------
    >>> found = observed_over_expected(observed=52, expected=73, people=1000)
    >>> round(found.ratio.value, 3), found.is_distinguishable
    (0.712, True)
    """
    if not expected > 0:
        raise ValueError(f"{expected} were expected: a ratio to nought is not known.")
    share = proportion_percent(part=observed, whole=people, level=level)
    return ObservedOverExpected(
        ratio=share.per(expected, times=people / 100),
        observed=observed,
        expected=expected,
        people=people,
    )


def count_over_expected(*, observed: float, expected: float, level: float = 0.95) -> Estimate:
    """Events counted over events expected, where one person may have several.

    Parameters
    ----------
    observed : float
        Events. Unit: events.
    expected : float
        Events expected of the same people and time. Unit: events; above 0.
    level : float
        Of the interval.

    Returns
    -------
    Estimate
        No unit; 1 is as expected. Byar's limits of the count, exact below 10.

    Raises
    ------
    ValueError
        If nothing was expected.

    References
    ----------
    See ``byar_interval``.

    Examples
    --------
    >>> round(count_over_expected(observed=65, expected=100).lower, 5)
    0.50163
    """
    seen = check_count(name="observed", count=observed)
    if not expected > 0:
        raise ValueError(f"{expected} were expected: a ratio to nought is not known.")
    limits = byar_interval(count=seen, level=level)
    return Estimate(seen, limits.lower, limits.upper, level, limits.method).per(expected, times=1)
