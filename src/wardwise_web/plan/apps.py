"""A storey above the priorities."""

from __future__ import annotations

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """What is done about what was found, by whom, until when."""

    name = "wardwise_web.plan"
    label = "plan"
    verbose_name = "Plan"
