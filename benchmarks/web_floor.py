"""Settings of the floor: the same server and database, one view, one read, nothing between."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from wardwise_web.config.settings import *  # noqa: F403


# the library of sign-ins refuses to start without its own middleware
INSTALLED_APPS = [one for one in INSTALLED_APPS if not one.startswith(("allauth", "axes"))]  # noqa: F405
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "web_floor"


def one_read(_request: HttpRequest) -> HttpResponse:
    """One row, one word."""
    from wardwise_web.people.models import Partnership

    return HttpResponse(Partnership.objects.values_list("name", flat=True).get())


urlpatterns = [path("accessibility/", one_read), path("floor/", one_read)]
