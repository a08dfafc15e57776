"""What the frame round every page shows: the partnership, where one can go, the marking."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from wardwise_web.core.permissions.can import can_ever
from wardwise_web.core.rooms import navigation_of_rooms


Item = dict[str, Any]


def frame(request: HttpRequest) -> dict[str, Any]:
    """The partnership and its rooms that this person has any right in."""
    partnership = getattr(request, "partnership", None)
    if partnership is None:
        return {"partnership": None}
    actor = request.actor  # type: ignore[attr-defined]
    places: dict[str, list[Item]] = {}
    for link in navigation_of_rooms():
        if can_ever(actor, link.verb, link.kind):
            item = {"text": link.text, "href": reverse(link.url, args=[partnership.slug])}
            places.setdefault(link.part or link.text, []).append(item)
    _mark_where_one_is(request.path, [one for items in places.values() for one in items])
    here = next((name for name, items in places.items() if _active(items)), None)
    return {
        "partnership": partnership,
        "navigation": [
            {"text": name, "href": items[0]["href"], "active": name == here}
            for name, items in places.items()
        ],
        "part": here,
        "places": places.get(here or "", []),
    }


def _mark_where_one_is(path: str, items: list[Item]) -> None:
    """The longest address that the page's own begins with: /scoring/register/ is not /scoring/."""
    around = [one for one in items if path.startswith(one["href"])]
    for one in sorted(around, key=lambda one: len(one["href"]))[-1:]:
        one["active"] = True


def _active(items: list[Item]) -> bool:
    return any(one.get("active") for one in items)
