"""The way back from a page of the plan."""

from __future__ import annotations

from django.urls import reverse

from wardwise_web.core.pages import PartnershipRequest


def crumbs_to(request: PartnershipRequest, *places: tuple[str, str]) -> list[dict[str, str]]:
    """The plan, then each place by its words and the name of its address."""
    slug = request.partnership.slug
    return [
        {"text": text, "href": reverse(name, args=[slug])}
        for text, name in (("Plan", "plan"), *places)
    ]
