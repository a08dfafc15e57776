"""The year's public meetings, for what the law asks of a year."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from wardwise_web.assessments.models import Cycle
from wardwise_web.assessments.on_record import OnRecord
from wardwise_web.consultation.selectors.meetings import public_meetings
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can_ever
from wardwise_web.core.permissions.thing import Kind, Verb


def on_record(actor: Actor, cycle: Cycle) -> Iterator[OnRecord]:
    """Regulation 12 asks for a public meeting with somebody senior of each authority."""
    if can_ever(actor, Verb.READ, Kind.EVENT):
        meetings = public_meetings(cycle)
        here = reverse("consultation_events", args=[cycle.partnership.slug])
        yield OnRecord("12(c)", meetings.is_met, meetings.words, here)
