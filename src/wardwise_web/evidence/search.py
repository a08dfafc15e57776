"""What can be found among the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.searching import Hit, hits_of
from wardwise_web.evidence.kinds import kind_named
from wardwise_web.evidence.selectors import agreements_of
from wardwise_web.people.models import Partnership


def hits(actor: Actor, partnership: Partnership) -> Iterator[Hit]:
    """Datasets by what they are and whose, and sharing agreements. No row of a file."""
    del actor
    slug = partnership.slug
    for one in partnership.datasets.all():
        yield Hit(
            "Datasets",
            f"{kind_named(one.kind).title} from {one.supplier}",
            f"{one.controller} {one.purpose}",
            reverse("dataset", args=[slug, one.pk]),
            one.as_thing,
        )
    yield from hits_of(
        "Sharing agreements",
        agreements_of(partnership),
        ("parties", "purpose", "renewer"),
        href=lambda _: reverse("agreements", args=[slug]),
    )
