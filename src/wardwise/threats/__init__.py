"""Candidates, factors, matrix, ranking, stability: from evidence to proposed priorities.

``MEASURES`` names the functions of this room that make printed figures, so that a figure can
be worked out again from its recipe.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wardwise.threats.assess import assess_threats
from wardwise.threats.assessment import AssessedCandidate, ThreatAssessment
from wardwise.threats.bands import Bands, default_bands
from wardwise.threats.choices import Choices
from wardwise.threats.confidence import Confidence, Grade, confidence_grade
from wardwise.threats.evidence import (
    JUDGED_HARM,
    ONS_SEVERITY,
    TYPICAL_SEVERITY,
    CandidateEvidence,
    CandidateKind,
    Reading,
)
from wardwise.threats.factors import default_weights, judged_harm
from wardwise.threats.propose import Tier
from wardwise.threats.scoring import risk_score
from wardwise.threats.stability import top_share


MEASURES: Mapping[str, Callable[..., Any]] = {
    "risk_score": risk_score,
    "top_share": top_share,
}
"""Public measure → function."""

__all__ = [
    "JUDGED_HARM",
    "MEASURES",
    "ONS_SEVERITY",
    "TYPICAL_SEVERITY",
    "AssessedCandidate",
    "Bands",
    "CandidateEvidence",
    "CandidateKind",
    "Choices",
    "Confidence",
    "Grade",
    "Reading",
    "ThreatAssessment",
    "Tier",
    "assess_threats",
    "confidence_grade",
    "default_bands",
    "default_weights",
    "judged_harm",
    "risk_score",
    "top_share",
]
