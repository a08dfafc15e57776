"""What every view says of itself: which right it needs, and whether it writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can_ever
from wardwise_web.core.permissions.thing import Kind, Verb


View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Needs:
    """The right without which a view is not found at all; the object's own is asked inside."""

    verb: Verb
    kind: Kind
    methods: tuple[str, ...]


class NoYear(Http404):
    """The page is about a year, and the partnership has begun none."""


class PartnershipRequest(HttpRequest):
    """A request that the middleware has given its actor and partnership."""

    actor: Actor
    partnership: (
        Any  # people.Partnership and people.Person: this storey does not know the one above
    )
    user: Any


def page(verb: Verb, kind: Kind, *, methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """Mark a view with the right that it needs, and let nobody in without it.

    Somebody without any such right gets *not found*. The matrix of rights over all addresses
    is made from these marks, and a view without one fails a test.
    """

    # a HEAD is a GET without its body: on a page that only takes POST it would write, and no
    # token against forgery is asked of it
    allowed = [*methods, "HEAD"] if "GET" in methods else list(methods)

    def marked(view: View) -> View:
        @login_required
        @wraps(view)
        def guarded(request: PartnershipRequest, *arguments: Any, **named: Any) -> HttpResponse:
            if request.method not in allowed:
                return _not_so(request, allowed)
            named.pop("partnership", None)  # resolved by the middleware: request.partnership
            # what is a person's own needs no partnership, and so no role
            if kind is not Kind.OWN_PAGE and not can_ever(request.actor, verb, kind):
                raise Http404
            try:
                return view(request, *arguments, **named)
            except NoYear:
                return _before_a_year(request)
            except MoveRefused as refused:
                # a button of a page that has become old; the page as it is now says the rest
                messages.error(request, str(refused))
                return redirect(_back(request))

        guarded.needs = Needs(verb, kind, methods)  # type: ignore[attr-defined]
        return guarded

    return marked


def _not_so(request: HttpRequest, allowed: Sequence[str]) -> HttpResponse:
    """The address of a button, opened like a page: so it is after one had to sign in again."""
    lines = [
        "This is the address of a button, and not of a page. Nothing was changed.",
        "Go back to the page that the button stands on, and press it there.",
    ]
    heading = "There is no page here"
    told = show(request, "core/message.html", status=405, heading=heading, lines=lines)
    told["Allow"] = ", ".join(allowed)
    return told


def _before_a_year(request: HttpRequest) -> HttpResponse:
    """The menu leads here from the first day: it is a page with nothing on it yet."""
    line = "A community safety manager begins one, in 'Assessment'. This page fills from then on."
    return show(request, "core/message.html", heading="There is no year yet", lines=[line])


def _back(request: HttpRequest) -> str:
    """The page that they came from, if it is one of ours and another; else where they arrive.

    Never the page itself: it has just refused, and would again, without end.
    """
    told = request.headers.get("Referer", "")
    came_from = urlsplit(told)
    is_ours = (came_from.scheme, came_from.netloc) == (request.scheme, request.get_host())
    is_itself = came_from.path == request.path and request.method != "POST"
    return told if is_ours and not is_itself else reverse("home")


def public_page(view: View) -> View:
    """A view for people who are not signed in: public, or opened by a link of its own."""
    view.needs = None  # type: ignore[attr-defined]
    return view


def site_of(request: HttpRequest) -> str:
    """The address of this installation, for mails."""
    return request.build_absolute_uri("/").rstrip("/")


def show(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """A page from a template and what it shows."""
    return render(request, template, context, status=status)
