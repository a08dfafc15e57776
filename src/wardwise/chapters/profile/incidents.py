"""Anti-social behaviour by partners' rows: which hours, of what kinds, from whom, about whom."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Profile
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.incidents import IncidentSet, IncidentsFound, incidents_found


def analyse_incidents(desk: Desk, candidate: Candidate) -> IncidentsFound | NotKnown:
    """Of a priority that is made of incidents; others are told by crimes."""
    if candidate.group != ANTI_SOCIAL_BEHAVIOUR:
        return NotKnown("it is made of crimes")
    return incidents_found(desk)


def calls_of(profile: Profile) -> IncidentSet | NotKnown:
    """Incidents that the police were called to."""
    found = profile.incidents
    return found if isinstance(found, NotKnown) else found.calls


def cases_of(profile: Profile) -> IncidentSet | NotKnown:
    """Cases that the council opened."""
    found = profile.incidents
    return found if isinstance(found, NotKnown) else found.cases
