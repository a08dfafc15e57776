"""The sums: each initiative against its control."""

from __future__ import annotations

from wardwise.chapters.evaluation.findings import EvaluationFindings
from wardwise.chapters.evaluation.key_findings import key_findings
from wardwise.figures.desk import Desk
from wardwise.figures.initiatives import Evaluated, Planned, initiatives


def analyse(desk: Desk) -> EvaluationFindings:
    """In the order of the settings."""
    found = initiatives(desk)
    evaluated = tuple(one for one in found if isinstance(one, Evaluated))
    return EvaluationFindings(
        area=desk.area,
        source=desk.source,
        evaluated=evaluated,
        planned=tuple(one for one in found if isinstance(one, Planned)),
        key_findings=key_findings(evaluated),
    )
