"""Every reading of this room, from the partnership down."""

from __future__ import annotations

from django.db.models import QuerySet

from wardwise_web.consultation.models import Affected, Answer, Event, Survey
from wardwise_web.consultation.states import AnswerState, EventState, SurveyState
from wardwise_web.people.models import Partnership


def events_of(partnership: Partnership) -> QuerySet[Event]:
    """Every event, those without a day first, then the latest."""
    return partnership.consultation_events.select_related("agency", "cycle")


def surveys_of(partnership: Partnership) -> QuerySet[Survey]:
    """Every survey, the latest to close first."""
    return partnership.surveys.select_related("cycle", "author")


def answers_of(partnership: Partnership) -> QuerySet[Answer]:
    """What was answered, in the order in which it was written."""
    found = partnership.consultation_answers.select_related("cycle")
    return found.prefetch_related("surveys", "events")


def affected_of(partnership: Partnership) -> QuerySet[Affected]:
    """Groups that are particularly affected, by name."""
    return partnership.affected_groups.select_related("cycle")


def partnership_named(slug: str) -> Partnership | None:
    """For the public, who hold nothing in it."""
    return Partnership.objects.filter(slug=slug).first()


def published_events(partnership: Partnership) -> QuerySet[Event]:
    """What the public may read of events."""
    return events_of(partnership).filter(state=EventState.PUBLISHED)


def published_surveys(partnership: Partnership) -> QuerySet[Survey]:
    """What the public may read of surveys."""
    return surveys_of(partnership).filter(state=SurveyState.PUBLISHED)


def published_answers(partnership: Partnership) -> QuerySet[Answer]:
    """What the public may read of answers."""
    return answers_of(partnership).filter(state=AnswerState.PUBLISHED)
