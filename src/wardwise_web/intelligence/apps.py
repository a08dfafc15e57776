"""Evidence cards and further work."""

from __future__ import annotations

from django.apps import AppConfig


class IntelligenceConfig(AppConfig):
    """Evidence cards and requirements."""

    name = "wardwise_web.intelligence"
    label = "intelligence"
    verbose_name = "Intelligence"
