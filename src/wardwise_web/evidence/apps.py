"""The third storey."""

from __future__ import annotations

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Uploads and builds."""

    name = "wardwise_web.evidence"
    label = "evidence"
    verbose_name = "Evidence"
