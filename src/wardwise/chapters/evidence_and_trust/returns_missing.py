"""Returns that nobody has supplied, where others have been: one line for each chapter left out."""

from __future__ import annotations

from wardwise.domain.evidence import Evidence, NotHeld


CHAPTERS = {
    ("drug_tests", "treatment"): NotHeld(
        "returns on drug tests on arrest and on treatment",
        "the police force and the provider of treatment",
    ),
    ("youth_justice", "probation"): NotHeld(
        "reoffending by cohort", "the youth justice service and the Probation Service"
    ),
    ("marac",): NotHeld("the return of the domestic abuse conferences", "their coordinator"),
}
SERVICES = (
    "ed_assaults",
    "hospital_admissions",
    "hospital_domestic_abuse",
    "ambulance_calls",
    "fires",
)
NOT_SEEN = NotHeld(
    "assaults seen at emergency departments, admissions, ambulance calls and fires",
    "the integrated care board, the ambulance service and the fire and rescue service",
)


def returns_missing(evidence: Evidence) -> tuple[NotHeld, ...]:
    """All of them in one line where none is held."""
    held = evidence.returns
    if isinstance(held, NotHeld):
        return (held,)
    return tuple(part for datasets, part in CHAPTERS.items() if not set(datasets) & set(held))


def services_missing(evidence: Evidence) -> tuple[NotHeld, ...]:
    """One line where neither a health service nor the fire service has supplied its file."""
    return () if set(SERVICES) & set(evidence.recorded_incidents) else (NOT_SEEN,)
