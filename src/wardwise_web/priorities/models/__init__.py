"""What this room keeps: rounds, marks, and what was decided."""

from __future__ import annotations

from wardwise_web.priorities.models.decisions import (
    AgreedScore,
    Attendance,
    Dissent,
    Meeting,
    Outcome,
    Placement,
    PolicyPull,
)
from wardwise_web.priorities.models.marks import Interest, Mark, Revote
from wardwise_web.priorities.models.rounds import (
    CriteriaSet,
    Criterion,
    Round,
    RoundStatus,
    Scorer,
    Threat,
)


__all__ = [
    "AgreedScore",
    "Attendance",
    "CriteriaSet",
    "Criterion",
    "Dissent",
    "Interest",
    "Mark",
    "Meeting",
    "Outcome",
    "Placement",
    "PolicyPull",
    "Revote",
    "Round",
    "RoundStatus",
    "Scorer",
    "Threat",
]
