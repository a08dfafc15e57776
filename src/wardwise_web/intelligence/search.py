"""What can be found among evidence cards and further work."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.searching import Hit, hits_of
from wardwise_web.intelligence.selectors import cards_of, work_of
from wardwise_web.people.models import Partnership


def hits(actor: Actor, partnership: Partnership) -> Iterator[Hit]:
    """Cards, and what is still to be found out."""
    del actor
    slug = partnership.slug
    yield from hits_of(
        "Evidence cards",
        cards_of(partnership),
        ("text",),
        href=lambda one: reverse("evidence_card", args=[slug, one.pk]),
    )
    yield from hits_of(
        "Further work",
        work_of(partnership),
        ("gap", "about"),
        href=lambda one: reverse("work", args=[slug, one.pk]),
    )
