"""A group of people followed for a time: without it no figure of reoffending has a meaning."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.errors import CohortsDiffer
from wardwise.domain.period import Period


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
    waiting_months : int
        How much longer a case was given to be proved. Unit: months.
    """

    name: str
    entered: Period
    people: int
    follow_up_months: int = 12
    waiting_months: int = 6

    def __str__(self) -> str:
        return (
            f"{self.name}, {self.people:,} who entered {self.entered}, followed for"
            f" {self.follow_up_months} months and {self.waiting_months} more for proof"
        )


def check_same_cohort(*cohorts: Cohort) -> None:
    """A CohortsDiffer that names the first two that are not the same."""
    first, *others = cohorts
    for other in others:
        if other != first:
            raise CohortsDiffer(
                f"Figures of different cohorts cannot be put together: one is of {first};"
                f" the other of {other}. Ask for both figures of one cohort."
            )
