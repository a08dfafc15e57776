"""Rates by single year of age, beside what they would be with the ages of all crime together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.measures.arguments import check_counts
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.rate import rate_per_1000_residents


@dataclass(frozen=True)
class AgeRates:
    """People of each single year of age for every 1,000 residents of it.

    Attributes
    ----------
    youngest : int
        Age of the first. Unit: years.
    people, residents : tuple of float
        As given. Unit: people. Shape: ages.
    rates : tuple of Estimate
        Unit: people per 1,000 residents of the age. Shape: ages.
    usual : tuple of float
        What the rates would be if as many people were spread over the ages as those of all crime
        are. Unit: people per 1,000 residents of the age. Shape: ages.
    """

    youngest: int
    people: tuple[float, ...]
    residents: tuple[float, ...]
    rates: tuple[Estimate, ...]
    usual: tuple[float, ...]


def age_rates_per_1000_residents(
    *,
    people: Sequence[float],
    people_of_all: Sequence[float],
    residents: Sequence[float],
    youngest: int,
    level: float = 0.95,
) -> AgeRates:
    """Victims (or suspects, or proved offenders) of each year of age for every 1,000 residents.

    Parameters
    ----------
    people : sequence of float
        People of each age, each once, of one role and one kind of crime. Unit: people. Shape: ages.
    people_of_all : sequence of float
        The same of all crime together, that kind included. Unit: people. Shape: ages.
    residents : sequence of float
        Residents of each age, of the year that the figure names. Unit: people; 1 or more.
        Shape: ages.
    youngest : int
        Age of the first. Unit: years.
    level : float
        Of each age's interval by itself.

    Returns
    -------
    AgeRates

    Raises
    ------
    PopulationMissing
        If the residents of an age are not known.
    ValueError
        If the lists are not as long as one another, or nobody is in all crime.

    Notes
    -----
    Residents are taken as known. They are of one mid-year, so an age whose births were many moves
    away from them by a year each year: the older the table, the more a bump of rates may be one
    of births. The kind of crime is part of all crime, which draws the usual rates a little
    towards its own; where no other force holds ages, they are the only ones to be had.
    An interval is of its own age alone; of seventy, three or four will miss the truth. Whether an
    age stands out, every age having been looked at, is what ``key_age`` asks.

    References
    ----------
    See ``byar_interval``.

    Examples
    --------
    >>> found = age_rates_per_1000_residents(
    ...     people=[6, 24], people_of_all=[50, 50], residents=[1_000, 2_000], youngest=14
    ... )
    >>> [rate.value for rate in found.rates], found.usual
    ([6.0, 12.0], (15.0, 7.5))
    """
    counts = check_counts(name="people", counts=people)
    every = check_counts(name="people_of_all", counts=people_of_all)
    if not len(counts) == len(every) == len(residents):
        raise ValueError(
            f"{len(counts)} ages of people, {len(every)} of all crime, {len(residents)} of"
            " residents: expected as many of each."
        )
    if not every.sum() > 0:
        raise ValueError("Nobody of these ages is in all crime, so there are no usual rates.")
    rates = tuple(
        rate_per_1000_residents(offences=some, residents=base, level=level)
        for some, base in zip(counts.tolist(), residents, strict=True)
    )
    share = counts.sum() / every.sum()
    return AgeRates(
        youngest=youngest,
        people=tuple(counts.tolist()),
        residents=tuple(residents),
        rates=rates,
        usual=tuple(
            float(1000 * share * n / base) for n, base in zip(every, residents, strict=True)
        ),
    )
