"""What can be found in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.searching import Hit, hits_of
from wardwise_web.people.models import Partnership
from wardwise_web.plan.models import Action, Recommendation


def hits(actor: Actor, partnership: Partnership) -> Iterator[Hit]:
    """Recommendations, actions of every year, and services."""
    del actor
    slug = partnership.slug
    recommendations = Recommendation.objects.filter(cycle__partnership=partnership)
    yield from hits_of(
        "Recommendations",
        recommendations.select_related("cycle"),
        ("text", "about", "to"),
        href=lambda one: reverse("recommendation", args=[slug, one.pk]),
    )
    actions = Action.objects.filter(cycle__partnership=partnership)
    yield from hits_of(
        "Actions",
        actions.select_related("cycle", "owner_agency"),
        ("what", "owner_agency", "funding", "blocked_by"),
        href=lambda one: reverse("action", args=[slug, one.pk]),
    )
    yield from hits_of(
        "Services",
        partnership.services.all(),
        ("outcome", "lead_group", "funding"),
        href=lambda _: reverse("services", args=[slug]),
    )
