"""What the frame round every page shows: the partnership, where one can go, the marking."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from wardwise_web.core.permissions.can import can_ever
from wardwise_web.core.rooms import navigation_of_rooms


def frame(request: HttpRequest) -> dict[str, Any]:
    """The partnership and its rooms that this person has any right in."""
    partnership = getattr(request, "partnership", None)
    if partnership is None:
        return {"partnership": None}
    actor = request.actor  # type: ignore[attr-defined]
    items = [
        {
            "text": link.text,
            "href": (href := reverse(link.url, args=[partnership.slug])),
            "active": request.path.startswith(href),
        }
        for link in navigation_of_rooms()
        if can_ever(actor, link.verb, link.kind)
    ]
    return {"partnership": partnership, "navigation": items}
