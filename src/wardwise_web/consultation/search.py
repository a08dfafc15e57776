"""What can be found in what the public was asked and said."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from wardwise_web.consultation.selectors import answers_of, events_of, surveys_of
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.searching import Hit, hits_of
from wardwise_web.people.models import Partnership


def hits(actor: Actor, partnership: Partnership) -> Iterator[Hit]:
    """Events, surveys, and what was decided. What somebody wrote in a reply is not looked in."""
    del actor
    slug = partnership.slug
    yield from hits_of(
        "Events",
        events_of(partnership),
        ("place", "discussed"),
        href=lambda one: reverse("consultation_event", args=[slug, one.pk]),
    )
    yield from hits_of(
        "Surveys",
        surveys_of(partnership),
        ("purpose", "frame"),
        href=lambda one: reverse("survey", args=[slug, one.pk]),
    )
    yield from hits_of(
        "You said, we decided",
        answers_of(partnership),
        ("said", "decided", "because"),
        href=lambda _: reverse("you_said", args=[slug]),
    )
