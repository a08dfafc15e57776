"""A storey above the plan."""

from __future__ import annotations

from django.apps import AppConfig


class PerformanceConfig(AppConfig):
    """How it goes: by test, and grey where it cannot be said."""

    name = "wardwise_web.performance"
    label = "performance"
    verbose_name = "Performance"
