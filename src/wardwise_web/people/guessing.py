"""Who was tried, from where, and what is said after too many tries."""

from __future__ import annotations

from collections.abc import Mapping

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse

from wardwise_web.core.pages import show


def who_was_tried(request: HttpRequest, credentials: Mapping[str, str] | None) -> str:
    """The address as it is known, however it was typed: else each spelling had its own tries."""
    told = (credentials or {}).get("email") or request.POST.get("login", "")
    return told.strip().casefold()


def where_from(request: HttpRequest) -> str:
    """The machine, as the nearest proxy that we trust saw it."""
    return get_client_ip(request) or "unknown"


def locked_out(
    request: HttpRequest, _answer: HttpResponse | None, _credentials: Mapping[str, str] | None
) -> HttpResponse:
    """The same for an address that is known and for one that is not."""
    lines = [
        "There were too many tries with this mail address from here.",
        "Wait a quarter of an hour, then try again or choose a new password.",
    ]
    heading = "Too many tries to sign in"
    return show(request, "core/message.html", status=429, heading=heading, lines=lines)
