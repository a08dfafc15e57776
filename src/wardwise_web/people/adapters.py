"""How allauth signs people in here: nobody signs themselves up."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.shortcuts import render

from wardwise_web.people.models import Person


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Local accounts are made by an administrator."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Never."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted by axes, and by address and machine together."""

    def is_reauthentication_required(self, app: str) -> bool:
        """Not to set up the first second factor: they have just typed their password."""
        asked = bool(super().is_reauthentication_required(app=app))
        return asked and (app != "allauth.mfa" or is_mfa_enabled(context.request.user))


class KnownPeopleOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The council's own sign-in opens an account that is there; it never makes one."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Join to the account with the same address, or refuse in a sentence."""
        if sociallogin.is_existing:
            return
        email = (sociallogin.user.email or "").strip()
        known = Person.objects.filter(email__iexact=email, is_active=True).first()
        if known is None or _says_unverified(sociallogin.account.extra_data):
            raise ImmediateHttpResponse(render(request, "people/not_invited.html", status=403))
        sociallogin.connect(request, known)

    def is_open_for_signup(self, _request: HttpRequest, _sociallogin: Any) -> bool:
        """Never."""
        return False


def _says_unverified(told: Any) -> bool:
    """Whether the provider itself says that nobody showed the mail address to be theirs."""
    parts = [told, *(one for one in told.values() if isinstance(one, dict))]
    return any(one.get("email_verified") in (False, "false") for one in parts)
