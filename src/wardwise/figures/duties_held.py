"""What is held of the duties that recorded crime cannot answer: substances and reoffending."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.cohorts import cohort_lines
from wardwise.figures.desk import Desk
from wardwise.figures.flag_years import FlagYears, flag_years
from wardwise.figures.funnels import funnel
from wardwise.figures.people_flags import CIRCUMSTANCES
from wardwise.figures.people_repeats import repeat_figure
from wardwise.figures.people_selected import Selected, select_every
from wardwise.figures.repeat_events import people_events
from wardwise.figures.returned import Returned, returned


ALCOHOL_AND_DRUGS = ("Alcohol", "Drugs")
ADMISSIONS = "hospital_admissions"


@dataclass(frozen=True)
class DutiesHeld:
    """Whether there is something to tell of each."""

    tests: bool
    treatment: bool
    flags: bool
    admissions: bool
    children: bool
    adults: bool
    again: bool

    @property
    def substances(self) -> bool:
        """Whether partners have supplied anything on drugs or alcohol."""
        return self.tests or self.treatment or self.flags

    @property
    def follows_cohorts(self) -> bool:
        """Whether children or adults were followed."""
        return self.children or self.adults

    @property
    def reoffending(self) -> bool:
        """Whether a cohort was followed, or people are recognised again."""
        return self.follows_cohorts or self.again


def duties_held(desk: Desk) -> DutiesHeld:
    """As the chapters on them find it."""
    tests, treated = returned(desk, "drug_tests"), returned(desk, "treatment")
    return DutiesHeld(
        tests=tests is not None and funnel(tests) is not None,
        treatment=treated is not None and counts_treatment(treated),
        flags=bool(substance_flags(desk)),
        admissions=ADMISSIONS in desk.evidence.recorded_incidents,
        children=_followed(returned(desk, "youth_justice")),
        adults=_followed(returned(desk, "probation")),
        again=bool(named_again(desk, "suspect") or named_again(desk, "offender")),
    )


def counts_treatment(found: Returned) -> bool:
    """Whether the return counts people in treatment and those who complete it."""
    return found.has("in_treatment", "completed")


def _followed(found: Returned | None) -> bool:
    return found is not None and bool(cohort_lines(found, "reoffenders"))


def substance_flags(desk: Desk) -> tuple[FlagYears, ...]:
    """Alcohol and drugs as the police mark them on the crimes; none where nobody fills them in."""
    every = select_every(desk)
    if isinstance(every, NotKnown):
        return ()
    lines = [flag_years(every, name, CIRCUMSTANCES[name]) for name in ALCOHOL_AND_DRUGS]
    return tuple(line for line in lines if line)


def named_again(desk: Desk, role: str) -> Figure | None:
    """People of a role named again within a year; None where nobody can be recognised."""
    every = select_every(desk)
    if isinstance(every, NotKnown) or role not in every.held.people:
        return None
    figure = _repeats(every, role)
    return None if isinstance(figure, NotKnown) or figure.status != "known" else figure


def _repeats(every: Selected, role: str) -> Figure | NotKnown:
    events = people_events(every, role)
    return events if isinstance(events, NotKnown) else repeat_figure(events)
