"""What can be found on the long lists of threats."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.searching import Hit
from wardwise_web.people.models import Partnership
from wardwise_web.priorities.selectors.rounds import rounds_of, threats_of_round


def hits(actor: Actor, partnership: Partnership) -> Iterator[Hit]:
    """Threats by name and definition. No mark is ever looked in."""
    del actor
    for round_ in rounds_of(partnership):
        for one in threats_of_round(round_):
            yield Hit(
                "Threats",
                f"{one.name}, {round_.cycle.name}",
                one.definition,
                reverse("scoring_round", args=[partnership.slug, round_.pk]),
                round_.as_thing,
            )
