"""What the plan's pages ask."""

from __future__ import annotations

from wardwise_web.plan.forms.action import ActionForm
from wardwise_web.plan.forms.progress import (
    BecauseForm,
    EvidenceForm,
    FinishForm,
    MilestoneForm,
    RebaselineForm,
    UpdateForm,
)
from wardwise_web.plan.forms.recommendation import RecommendationForm
from wardwise_web.plan.forms.service_map import (
    FactorForm,
    GoalForm,
    ServiceFileForm,
    ServiceForm,
)


__all__ = [
    "ActionForm",
    "BecauseForm",
    "EvidenceForm",
    "FactorForm",
    "FinishForm",
    "GoalForm",
    "MilestoneForm",
    "RebaselineForm",
    "RecommendationForm",
    "ServiceFileForm",
    "ServiceForm",
    "UpdateForm",
]
