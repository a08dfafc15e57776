"""In how many of the seeds something was said."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wardwise.demo.truths import Size


@dataclass(frozen=True)
class Rate:
    """In how many of the seeds something was said.

    ``wanted``: True where it should be said, False where it should not, None where it is what
    another way of working would have said, for comparison, or what is said of bursts in which no
    crime draws another: printed, and not true of neighbours.
    """

    truth: str
    size: Size
    planted: str
    said: str
    times: int
    seeds: int
    wanted: bool | None

    @property
    def percent(self) -> float:
        """Unit: percent of the seeds."""
        return 100 * self.times / self.seeds

    @property
    def error(self) -> float:
        """Standard error of ``percent`` from so few seeds. Unit: percentage points."""
        share = self.times / self.seeds
        return 100 * math.sqrt(share * (1 - share) / self.seeds)
