"""What this room keeps: the year and its terms."""

from __future__ import annotations

from wardwise_web.assessments.models.cycle import Cycle


__all__ = ["Cycle"]
