"""The second storey."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People, agencies and roles."""

    name = "wardwise_web.people"
    label = "people"
    verbose_name = "People"
