"""The build's evidence for one factor of one threat, and when a mark against it needs a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wardwise.threats.bands import default_bands
from wardwise_web.priorities.criteria import CONCERN
from wardwise_web.priorities.models import Criterion, Threat
from wardwise_web.priorities.states import Source


Row = Mapping[str, Any]


def evidence_for(threat: Threat, criterion: Criterion) -> Row | None:
    """The factor's row of the build's long list; None where the build says nothing."""
    scores = threat.evidence.get("scores", ())
    return next((row for row in scores if row["factor"] == criterion.name), None)


def rests_on_evidence(threat: Threat, criterion: Criterion) -> bool:
    """Whether the build scored the factor from evidence, and not by the house's judgement."""
    factors = threat.round.evidence.get("factors", ())
    return any(one["factor"] == criterion.name and one["rests_on"] == "evidence" for one in factors)


def suggested(threat: Threat, criterion: Criterion) -> float | None:
    """The score that the evidence makes by itself; a judgement of the house suggests nothing,
    because scorers are to judge for themselves."""
    row = evidence_for(threat, criterion)
    if row is None or row["score"] is None or not rests_on_evidence(threat, criterion):
        return None
    return float(row["score"])


def needs_reason(threat: Threat, criterion: Criterion, value: int | None) -> bool:
    """Whether a mark departs from what the evidence makes."""
    made = suggested(threat, criterion)
    return made is not None and value is not None and value != made


def score_without_panel(threat: Threat, criterion: Criterion) -> float | None:
    """The score of a factor that the panel does not mark."""
    if criterion.source == Source.CONCERN and threat.concern_percent is not None:
        return float(default_bands().band(CONCERN, threat.concern_percent).score)
    row = evidence_for(threat, criterion)
    return None if row is None or row["score"] is None else float(row["score"])
