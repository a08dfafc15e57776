"""How long somebody stays signed in: an hour without a sign of them, half a day in all."""

from __future__ import annotations

from collections.abc import Callable
from time import time
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url


BEGAN, SEEN = "began", "seen"
NOTED_EVERY = 60  # seconds: a write to the database at every page would make readers wait


class SessionLimitsMiddleware:
    """Signs out whoever was idle for too long or began too long ago."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """End the session or note that they are here, then answer."""
        if request.user.is_authenticated:
            now = int(time())
            began = request.session.setdefault(BEGAN, now)
            seen = request.session.setdefault(SEEN, now)
            if now - began >= settings.SESSION_LONGEST or now - seen >= settings.SESSION_IDLE:
                return self._ended(request)
            # a page that asks again by itself is no sign that anybody sits before it
            if now - seen >= NOTED_EVERY and not _asks_by_itself(request):
                request.session[SEEN] = now
        return self.get_response(request)

    def _ended(self, request: HttpRequest) -> HttpResponse:
        logout(request)
        request.user = AnonymousUser()
        sign_in = resolve_url(settings.LOGIN_URL)
        if _asks_by_itself(request):
            return HttpResponse(status=401, headers={"HX-Redirect": sign_in})
        messages.info(request, "You were signed out because time had passed. Sign in again.")
        back = {"next": request.get_full_path()} if request.method == "GET" else {}
        return redirect(f"{sign_in}?{urlencode(back)}" if back else sign_in)


def _asks_by_itself(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers
