"""The three scales as choices."""

from __future__ import annotations

from wardwise_web.plan.choices import Scale


SCALES = [(str(one.value), one.label) for one in Scale]
SCALE_HINTS = {str(one.value): f"For {one.meaning}" for one in Scale}
