"""The sums are in ``threats``; here each score becomes a figure."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import FIRM, LIKELY, Line, ThreatFindings
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.figures.desk import Desk
from wardwise.figures.duties_held import duties_held
from wardwise.figures.threat_scores import risk_figure, top_share_figure
from wardwise.figures.threats import threats_found


def analyse(desk: Desk) -> ThreatFindings:
    """Every candidate, in the order in which it is printed."""
    found = threats_found(desk)
    lines = tuple(
        Line(
            assessed=one,
            candidate=found.candidates[one.name],
            risk=risk_figure(desk, found, one),
            harm=risk_figure(desk, found, one, take="harm"),
            likelihood=risk_figure(desk, found, one, take="likelihood"),
            top_share=top_share_figure(desk, found, one),
        )
        for one in found.assessment.candidates
    )
    proposed = [line for line in lines if line.assessed in found.assessment.proposed]
    return ThreatFindings(
        area=desk.area,
        assessment=found.assessment,
        lines=lines,
        key_findings=tuple(_finding(desk, line) for line in proposed),
        least=desk.settings.people.least_count,
        follows_cohorts=duties_held(desk).follows_cohorts,
    )


def _finding(desk: Desk, line: Line) -> KeyFinding:
    share = round(line.top_share.number)  # as it is printed
    sureness = Sureness.HIGH if share >= FIRM else Sureness.MODERATE
    return KeyFinding(
        claim=f"{line.assessed.name} is proposed as a priority.",
        figures=(line.risk, line.top_share, *line.candidate.figures.values()),
        sureness=sureness if share >= LIKELY else Sureness.LOW,
        why_sure=f"it is among the first in {share:.0f}% of the trials",
        alternatives=("other weights, or evidence that partners hold, could change the order",),
        gap=line.assessed.evidence.data_needed,
        area=desk.area,
        offence=line.assessed.name,
    )
