"""What can be found among the indicators."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.searching import Hit, hits_of
from wardwise_web.people.models import Partnership


def hits(actor: Actor, partnership: Partnership) -> Iterator[Hit]:
    """Indicators by code, name and theme."""
    del actor
    yield from hits_of(
        "Indicators",
        partnership.indicators.all(),
        ("theme",),
        href=lambda one: reverse("indicator", args=[partnership.slug, one.code]),
    )
