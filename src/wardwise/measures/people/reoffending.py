"""Reoffending: how many of a cohort, and how often; and the two put together."""

from __future__ import annotations

from dataclasses import dataclass

from scipy.special import stdtrit

from wardwise.measures.arguments import check_count, normal_quantile, tail
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.byar import byar_interval
from wardwise.measures.people.cohort import Cohort, check_same_cohort
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class Reoffending:
    """A figure of reoffending that says what it is a share of.

    Attributes
    ----------
    estimate : Estimate
        Unit: ``unit``.
    unit : str
        The denominator in words.
    cohort : Cohort
        Who was followed and for how long.
    """

    estimate: Estimate
    unit: str
    cohort: Cohort


def reoffending_binary_percent(
    *, cohort: Cohort, reoffenders: float, level: float = 0.95
) -> Reoffending:
    """Share of a cohort with a proved reoffence in the time that it was followed.

    Parameters
    ----------
    cohort : Cohort
        Who was followed.
    reoffenders : float
        Those of them with one proved reoffence or more. Unit: people.
    level : float
        Of the interval.

    Returns
    -------
    Reoffending
        Unit: percent of the people in the cohort.

    Raises
    ------
    ValueError
        If the cohort is empty or there are more reoffenders than people in it.

    References
    ----------
    Ministry of Justice, Guide to proven reoffending statistics. See ``proportion_percent``.

    Examples
    --------
    >>> from wardwise.domain.period import Period, Month
    >>> year = Period(Month(2010, 7), Month(2011, 6))
    >>> found = reoffending_binary_percent(cohort=Cohort("Children", year, 340), reoffenders=100)
    >>> round(found.estimate.value, 1), found.unit
    (29.4, 'percent of the people in the cohort')
    """
    share = proportion_percent(part=reoffenders, whole=cohort.people, level=level)
    return Reoffending(share, "percent of the people in the cohort", cohort)


def reoffending_frequency(
    *, cohort: Cohort, reoffences: float, spread: float | None = None, level: float = 0.95
) -> Reoffending:
    """Proved reoffences for each person in a cohort, those without any included.

    Parameters
    ----------
    cohort : Cohort
        Who was followed.
    reoffences : float
        Proved reoffences of them all. Unit: offences.
    spread : float, optional
        Standard deviation between people of their reoffences, where it is known.
        Unit: offences.
    level : float
        Of the interval.

    Returns
    -------
    Reoffending
        Unit: reoffences for each person in the cohort (not for each *re*offender).

    Raises
    ------
    ValueError
        If the cohort is empty, or a number is negative.

    Notes
    -----
    A few people do most of it, so that reoffences are not independent. With the spread, the count
    is widened by φ = spread² / mean, never under 1, and by Student's t for so many people: Byar's
    limits of the count over φ, times φ. Without it (a return that gives only totals) the interval
    is that of a count of independent events; it says so in ``method``, and where a few do most it
    holds the truth only three times in four. Of 100 people and more the wider one holds it 94 to
    96 times in a hundred; of 30 to 50 of whom very few do nearly all, 92 to 94
    (``docs/reference/coverage.md``).

    References
    ----------
    Ministry of Justice, Guide to proven reoffending statistics.
    McCullagh P, Nelder JA (1989) Generalized Linear Models, 2nd ed., 4.5, for φ.

    Examples
    --------
    >>> from wardwise.domain.period import Period, Month
    >>> year = Period(Month(2010, 7), Month(2011, 6))
    >>> cohort = Cohort("Children", year, 340)
    >>> found = reoffending_frequency(cohort=cohort, reoffences=228, spread=1.4)
    >>> round(found.estimate.value, 2), found.unit
    (0.67, 'reoffences for each person in the cohort')
    """
    people = check_count(name="people in the cohort", count=cohort.people)
    total = check_count(name="reoffences", count=reoffences)
    if people == 0:
        raise ValueError("The cohort is empty: its reoffending is not known.")
    estimate = _frequency(total=total, people=people, spread=spread, level=level)
    return Reoffending(estimate, "reoffences for each person in the cohort", cohort)


def _frequency(*, total: float, people: float, spread: float | None, level: float) -> Estimate:
    wider, method = 1.0, "as if independent: too narrow where a few do most"
    if spread is not None and total > 0:
        wider = _widening(spread=spread, mean=total / people, people=people, level=level)
        method = f"widened {wider:.2f} times for the spread between people"
    limits = byar_interval(count=total / wider, level=level)
    seen = Estimate(total / wider, limits.lower, limits.upper, level, f"{limits.method}, {method}")
    return seen.per(people, times=wider)


def _widening(*, spread: float, mean: float, people: float, level: float) -> float:
    """φ, and what is lost because it is estimated from so few people."""
    if people < 2:
        raise ValueError("One person has no spread: leave it out.")
    student = float(stdtrit(people - 1, 1 - tail(level=level))) / normal_quantile(level=level)
    phi = check_count(name="spread", count=spread) ** 2 / mean
    return max(1.0, phi) * student**2


def reoffences_per_reoffender(*, binary: Reoffending, frequency: Reoffending) -> float:
    """How often those who reoffend do so: the frequency over the binary share.

    Parameters
    ----------
    binary : Reoffending
        From ``reoffending_binary_percent``; above 0.
    frequency : Reoffending
        From ``reoffending_frequency``, of the very same cohort.

    Returns
    -------
    float
        Unit: reoffences for each reoffender.

    Raises
    ------
    CohortsDiffer
        If the two are of different people, months of entry or lengths of follow-up.
    ValueError
        If nobody reoffended, or the figures are not a share and a frequency.

    References
    ----------
    By definition.

    Examples
    --------
    >>> from wardwise.domain.period import Period, Month
    >>> cohort = Cohort("Children", Period(Month(2010, 7), Month(2011, 6)), 340)
    >>> binary = reoffending_binary_percent(cohort=cohort, reoffenders=100)
    >>> often = reoffending_frequency(cohort=cohort, reoffences=228)
    >>> round(reoffences_per_reoffender(binary=binary, frequency=often), 2)
    2.28
    """
    check_same_cohort(binary.cohort, frequency.cohort)
    if not binary.unit.startswith("percent") or frequency.unit.startswith("percent"):
        raise ValueError(f"Expected a share and a frequency, not {binary.unit}, {frequency.unit}.")
    if binary.estimate.value == 0:
        raise ValueError("Nobody reoffended: how often reoffenders do so is not known.")
    return frequency.estimate.value / (binary.estimate.value / 100)
