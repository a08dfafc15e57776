"""Consultation."""

from __future__ import annotations

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    """Events, surveys and answers."""

    name = "wardwise_web.consultation"
    label = "consultation"
    verbose_name = "Consultation"
