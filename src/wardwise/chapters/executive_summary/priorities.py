"""The proposed priorities on one page: why each, in a clause, and how firm its place is."""

from __future__ import annotations

from wardwise.document.blocks import Align, Column, Table
from wardwise.document.phrases import verdict_of
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, signed_percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.threat_scores import top_share_figure
from wardwise.figures.threats import threats_found
from wardwise.threats.assessment import AssessedCandidate


FIRM, LIKELY = 80.0, 50.0
"""As in the threat assessment: share of draws from which a place is firm, or likely."""


def priorities_table(desk: Desk) -> Table:
    """In the order of the proposal."""
    found = threats_found(desk)
    k = found.assessment.k
    return Table(
        name="summary-priorities",
        caption="Proposed priorities",
        columns=(
            Column("Priority", Align.LEFT),
            Column("Why, in a clause", Align.LEFT),
            Column(f"In the first {k}, % of draws"),
            Column("Its place is", Align.LEFT),
        ),
        rows=tuple(
            (
                one.name,
                _clause(found.candidates[one.name], one),
                percent(share, 0),
                _firmness(share),
            )
            for one in found.assessment.proposed
            for share in (top_share_figure(desk, found, one),)
        ),
    )


def _firmness(share: Figure) -> str:
    if share.number >= FIRM:
        return "firm"
    return "likely" if share.number >= LIKELY else "open"


def _clause(candidate: Candidate, one: AssessedCandidate) -> Text:
    """Count, then the harm of each or what stands for it, then the change if a test found one."""
    volume, severity = candidate.figures.get("volume"), candidate.figures.get("severity")
    if volume is None or volume.status != "known":
        reason = one.decision.reason if one.decision else "nobody has counted it"
        return say("not counted here; {reason}", reason=reason)
    parts = [say("{n} in {year}", n=whole(volume), year=volume.period.label)]
    if severity is not None and severity.status == "known":
        parts.append(say("{points} severity points each", points=whole(severity)))
    else:
        parts.append(say("harm by judgement alone"))
    change = candidate.figures["change"]
    if verdict_of(change) in (Verdict.ROSE, Verdict.FELL):
        parts.append(
            say("{verb} ({size})", verb=str(verdict_of(change)), size=signed_percent(change))
        )
    return join(parts, "; ")
