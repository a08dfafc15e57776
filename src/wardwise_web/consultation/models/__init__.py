"""What this room keeps."""

from __future__ import annotations

from wardwise_web.consultation.models.answer import Affected, Answer, AnswerStep
from wardwise_web.consultation.models.coding import Coding, CodingRound, Settled, Theme
from wardwise_web.consultation.models.event import Event, EventStep, Hands, Senior
from wardwise_web.consultation.models.reply import FreeText, Handover, Reply
from wardwise_web.consultation.models.survey import (
    GunningNote,
    Property,
    PropertyGroup,
    Question,
    Survey,
    SurveyStep,
)


__all__ = [
    "Affected",
    "Answer",
    "AnswerStep",
    "Coding",
    "CodingRound",
    "Event",
    "EventStep",
    "FreeText",
    "GunningNote",
    "Handover",
    "Hands",
    "Property",
    "PropertyGroup",
    "Question",
    "Reply",
    "Senior",
    "Settled",
    "Survey",
    "SurveyStep",
    "Theme",
]
