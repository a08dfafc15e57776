"""Every change in this room, by what it is a change to."""

from __future__ import annotations

from wardwise_web.assessments.services.cycle import begin_cycle, use_build


__all__ = ["begin_cycle", "use_build"]
