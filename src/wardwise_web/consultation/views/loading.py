"""What the pages of this room load and say alike."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import reverse

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.pages import PartnershipRequest
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can_ever
from wardwise_web.core.permissions.thing import Kind, Verb


TABS = (
    ("Events", "consultation_events", Kind.EVENT),
    ("Surveys", "surveys", Kind.SURVEY),
    ("Who has not been heard", "not_heard", Kind.SURVEY),
    ("Public concern", "public_concern", Kind.SURVEY),
    ("You said, we decided", "you_said", Kind.ANSWER),
)


def cycle_of(request: PartnershipRequest) -> Cycle:
    """This year's cycle."""
    cycle: Cycle | None = request.partnership.cycles.first()
    if cycle is None:
        raise Http404
    return cycle


def tabs_for(actor: Actor, slug: str, *, here: str) -> list[dict[str, Any]]:
    """The parts of this room that the reader may see."""
    return [
        {"text": text, "href": reverse(name, args=[slug]), "here": name == here}
        for text, name, kind in TABS
        if can_ever(actor, Verb.READ, kind)
    ]
