"""What this room keeps."""

from __future__ import annotations

from wardwise_web.plan.models.action import (
    Action,
    ActionMove,
    ActionUpdate,
    Evidence,
    Milestone,
    Rebaseline,
)
from wardwise_web.plan.models.indicator import ActionIndicator, Indicator
from wardwise_web.plan.models.recommendation import Recommendation, RecommendationMove
from wardwise_web.plan.models.service import FactorMeasure, ScaleGoal, Service


__all__ = [
    "Action",
    "ActionIndicator",
    "ActionMove",
    "ActionUpdate",
    "Evidence",
    "FactorMeasure",
    "Indicator",
    "Milestone",
    "Rebaseline",
    "Recommendation",
    "RecommendationMove",
    "ScaleGoal",
    "Service",
]
