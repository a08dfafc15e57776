"""Every address. What belongs to a partnership stands under its name."""

from __future__ import annotations

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

from wardwise_web.core import views


def _of_rooms(name: str) -> list[str]:
    paths = [f"wardwise_web.{room}.{name}" for room in settings.OURS]
    return [one for one in paths if find_spec(one)]


urlpatterns = [
    path("sign-in/", include("wardwise_web.config.account_urls")),
    path("sign-in/2fa/", include("allauth.mfa.urls")),
    path("sign-in/council/", include("allauth.socialaccount.urls")),
    path("sign-in/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("accessibility/", views.accessibility, name="accessibility"),
    *(path("", include(one)) for one in _of_rooms("urls")),
    *(path("p/<slug:partnership>/", include(one)) for one in _of_rooms("partnership_urls")),
]
handler403 = "wardwise_web.core.views.refused"
handler404 = "wardwise_web.core.views.not_found"
handler500 = "wardwise_web.core.views.failed"
