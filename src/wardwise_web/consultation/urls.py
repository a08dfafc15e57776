"""Addresses of this room for the public."""

from __future__ import annotations

from django.urls import path

from wardwise_web.consultation.views import public


urlpatterns = [
    path("you-said/<slug:place>/", public.you_said, name="public_you_said"),
    path(
        "you-said/<slug:place>/surveys/<int:survey_id>/",
        public.survey_results,
        name="public_survey_results",
    ),
]
