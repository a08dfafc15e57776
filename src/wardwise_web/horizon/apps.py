"""The register of what may come."""

from __future__ import annotations

from django.apps import AppConfig


class HorizonConfig(AppConfig):
    """The horizon scan."""

    name = "wardwise_web.horizon"
    label = "horizon"
    verbose_name = "Horizon"
