"""Addresses of this room under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.people import views


urlpatterns = [path("", views.partnership_home, name="partnership_home")]
