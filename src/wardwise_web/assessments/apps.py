"""The fourth storey."""

from __future__ import annotations

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """The assessment's year."""

    name = "wardwise_web.assessments"
    label = "assessments"
    verbose_name = "Assessments"
