"""The bottom storey."""

from __future__ import annotations

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Rights, moves, audit, forms and pages."""

    name = "wardwise_web.core"
    label = "core"
    verbose_name = "Core"
