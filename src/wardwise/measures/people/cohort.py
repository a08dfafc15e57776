"""A group of people followed for a time: without it no figure of reoffending has a meaning."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.errors import CohortsDiffer
from wardwise.domain.period import Period
from wardwise.measures.arguments import check_count


@dataclass(frozen=True)
class Cohort:
    """Who was followed, from when, and for how long.

    Attributes
    ----------
    name : str
        Who they are: children with a disposal, adults on the caseload.
    entered : Period
        The months in which they came into the cohort.
    people : int
        How many. Unit: people.
    follow_up_months : int
        How long each was followed for an offence. Unit: months.
    waiting_months : int or None
        How much longer a case was given to be proved; None where nobody says. Unit: months.
    """

    name: str
    entered: Period
    people: int
    follow_up_months: int = 12
    waiting_months: int | None = 6

    def __str__(self) -> str:
        told = (
            f"{self.name}, {self.people:,} who entered {self.entered}, followed for"
            f" {self.follow_up_months} months"
        )
        return f"{told} and {self.waiting_months} more for proof" if self.waiting_months else told


def cohort_followed(
    *,
    name: str,
    entered: tuple[str, str],
    people: float,
    follow_up_months: int,
    waiting_months: int | None = None,
) -> Cohort:
    """A cohort from what a return says of it.

    Parameters
    ----------
    name : str
        Who they are.
    entered : tuple of str
        First and last month in which they came into the cohort, as YYYY-MM.
    people : float
        How many. Unit: people; a whole number.
    follow_up_months : int
        How long each was followed. Unit: months.
    waiting_months : int, optional
        How much longer a case was given to be proved, where it is said. Unit: months.

    Returns
    -------
    Cohort

    Raises
    ------
    ValueError
        If the number of people is negative or not whole, or the months are no period.

    References
    ----------
    Ministry of Justice, Guide to proven reoffending statistics.

    Examples
    --------
    >>> found = cohort_followed(
    ...     name="Children", entered=("2010-07", "2011-06"), people=340, follow_up_months=12
    ... )
    >>> str(found)
    'Children, 340 who entered 2010-07/2011-06, followed for 12 months'
    """
    count = check_count(name="people in the cohort", count=people)
    if not count.is_integer():
        raise ValueError(f"{people} people in the cohort: expected a whole number.")
    return Cohort(name, Period.parse(*entered), int(count), follow_up_months, waiting_months)


def check_same_cohort(*cohorts: Cohort) -> None:
    """A CohortsDiffer that names the first two that are not the same."""
    first, *others = cohorts
    for other in others:
        if other != first:
            raise CohortsDiffer(
                f"Figures of different cohorts cannot be put together: one is of {first};"
                f" the other of {other}. Ask for both figures of one cohort."
            )
