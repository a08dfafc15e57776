"""How far apart two shares are."""

from __future__ import annotations

import math

from wardwise.measures.estimate import Estimate


def difference_of(before: Estimate, after: Estimate) -> Estimate:
    """After less before, with Newcombe's interval (method 10). Unit: percentage points."""
    value = after.value - before.value
    return Estimate(
        value=value,
        lower=value - math.hypot(after.value - after.lower, before.upper - before.value),
        upper=value + math.hypot(after.upper - after.value, before.value - before.lower),
        level=after.level,
        method="Newcombe",
    )
