"""Addresses that need no account: review links, and what is published."""

from __future__ import annotations

from django.urls import path

from wardwise_web.assessments.views import links, public


urlpatterns = [
    path("review/<str:token>/", links.review, name="review"),
    path("public/<slug:slug>/", public.public_releases, name="public_releases"),
    path("public/<slug:slug>/<int:release>/", public.public_release, name="public_release"),
    path("public/<slug:slug>/<int:release>/<str:name>", public.public_file, name="public_file"),
]
