"""Gives each request its partnership and its actor: every query starts from these."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.people.selectors import seat_of


SIGN_IN = "/sign-in/"
NOBODY = Actor(person_id=None, name="", partnership_id=None)


class ActorMiddleware:
    """Sets ``request.partnership`` from the address, and ``request.actor`` from both."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nobody, until the address names a partnership."""
        request.partnership = None  # type: ignore[attr-defined]
        request.actor = NOBODY  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _arguments: Any, named: dict[str, Any]
    ) -> HttpResponse | None:
        """A partnership in which the person holds nothing is not found, whether it is or not."""
        if not request.user.is_authenticated:
            return None
        if lacks_second_factor(request):
            return redirect("mfa_activate_totp")
        slug = named.get("partnership")
        if slug is None:
            request.actor = Actor(  # type: ignore[attr-defined]
                person_id=request.user.pk, name=request.user.name, partnership_id=None
            )
            return None
        seat = seat_of(request.user, slug)
        if seat is None:
            raise Http404
        request.partnership, request.actor = seat  # type: ignore[attr-defined]
        return None


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether somebody came in by a password alone and has to set up the second factor first.

    Who came by the council's own sign-in proved there who they are. Of anybody else, however
    they came in, the second factor is asked.
    """
    if not settings.SECOND_FACTOR or request.path.startswith(SIGN_IN):
        return False
    methods = request.session.get("account_authentication_methods", [])
    by_council = any(one.get("method") == "socialaccount" for one in methods)
    return not by_council and not is_mfa_enabled(request.user)
