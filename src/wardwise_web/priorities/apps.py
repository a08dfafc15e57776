"""The fifth storey."""

from __future__ import annotations

from django.apps import AppConfig


class PrioritiesConfig(AppConfig):
    """Scoring rounds and priorities."""

    name = "wardwise_web.priorities"
    label = "priorities"
    verbose_name = "Priorities"
