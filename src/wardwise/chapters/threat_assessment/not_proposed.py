"""Why a candidate that is counted is not proposed: what decided, set beside the last place."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import Line, ThreatFindings
from wardwise.chapters.threat_assessment.reasons import why
from wardwise.document.blocks import Align, Column, Paragraph, Table
from wardwise.document.section import Block
from wardwise.document.text import say
from wardwise.document.words import decimal


def why_not(found: ThreatFindings) -> tuple[Block, ...]:
    """Every other candidate that is counted, in the order of risk, and what decided."""
    others = tuple(line for line in found.counted if line not in found.proposed)
    if not others:
        return (Paragraph(say("No other candidate is counted.")),)
    return (*_against_whom(found), _table(others))


def _against_whom(found: ThreatFindings) -> tuple[Block, ...]:
    """The last place that the score gave away: each of the others is set beside it."""
    by_score = [line for line in found.proposed if line.assessed.decision is None]
    if not by_score:
        return ()
    last = by_score[-1]  # of two with one risk, the one that fewer draws have among the first
    return (
        Paragraph(
            say(
                "The last place by score went to {name}, at a risk of {risk}. Each of the others "
                "is set beside it: what decided is the factor that cost it most.",
                name=last.assessed.name.lower(),
                risk=decimal(last.risk),
            )
        ),
    )


def _table(others: tuple[Line, ...]) -> Table:
    return Table(
        name="threat-others",
        caption="What decided against each of the others, in the order of risk",
        columns=(Column("Candidate", Align.LEFT), Column("What decided", Align.LEFT)),
        rows=tuple((line.assessed.name, why(line)) for line in others),
        sheet="Threats not proposed",
    )
