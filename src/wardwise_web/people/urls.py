"""Addresses of people's own pages; those under a partnership are in ``partnership_urls``."""

from __future__ import annotations

from django.urls import path

from wardwise_web.people.views import arriving, own


urlpatterns = [
    path("", arriving.home, name="home"),
    path("account/", own.own_account, name="own_account"),
    path("account/sessions/end/", own.end_other_sessions, name="end_other_sessions"),
]
