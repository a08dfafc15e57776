"""What waits for a person in this room, and where the year stands."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from wardwise_web.consultation.rules import missing_of
from wardwise_web.consultation.selectors import events_of, surveys_of
from wardwise_web.consultation.selectors.meetings import public_meetings
from wardwise_web.consultation.states import EventState, SurveyState
from wardwise_web.core.permissions.can import can, can_ever
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.rooms import Standing, Task


def tasks(actor, partnership):
    """Records to complete, and surveys whose day to close has passed."""
    found = []
    for event in events_of(partnership).filter(
        state=EventState.DRAFT, author_id=actor.person_id, held_on__isnull=False
    ):
        lacks = len(missing_of(event))
        text = f"Complete the record of {event.title}: {lacks} empty" if lacks else None
        href = reverse("consultation_event", args=[partnership.slug, event.pk])
        found.append(
            Task(text=text or f"Say that the record of {event.title} is complete", href=href)
        )
    over = surveys_of(partnership).filter(
        state=SurveyState.OPEN, closes_on__lt=timezone.localdate()
    )
    for survey in over:
        if can(actor, Verb.WRITE, survey.as_thing()):
            href = reverse("survey", args=[partnership.slug, survey.pk])
            text = f"Close {survey.title} and take in its replies"
            found.append(Task(text=text, href=href, due=survey.closes_on, late=True))
    return found


def standing(actor, partnership):
    """Whether there was a public meeting this year."""
    cycle = partnership.cycles.first()
    if cycle is None or not can_ever(actor, Verb.READ, Kind.EVENT):
        return []
    meetings = public_meetings(cycle)
    number = len(meetings.events)
    stands = "none recorded in full" if not number else f"{number} recorded in full"
    return [
        Standing("Public meetings", stands, reverse("consultation_events", args=[partnership.slug]))
    ]
