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


def returns_missing(evidence: Evidence) -> tuple[NotHeld, ...]:
    """All of them in one line where none is held."""
    held = evidence.returns
    if isinstance(held, NotHeld):
        return (held,)
    return tuple(part for datasets, part in CHAPTERS.items() if not set(datasets) & set(held))
