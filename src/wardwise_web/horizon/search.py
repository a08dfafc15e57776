"""What can be found on the horizon."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.searching import Hit, hits_of
from wardwise_web.horizon.selectors import items_of
from wardwise_web.people.models import Partnership


def hits(actor: Actor, partnership: Partnership) -> Iterator[Hit]:
    """What may come."""
    del actor
    yield from hits_of(
        "Horizon",
        items_of(partnership),
        ("effect", "source", "trigger"),
        href=lambda one: reverse("horizon_item", args=[partnership.slug, one.pk]),
    )
