"""A range with its level and the method that made it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    """Lower and upper limit of a figure, in the figure's own unit."""

    lower: float
    upper: float
    level: float
    method: str

    def __contains__(self, value: float) -> bool:
        return self.lower <= value <= self.upper

    def overlaps(self, other: Interval) -> bool:
        """Whether the two ranges share a point."""
        return self.lower <= other.upper and other.lower <= self.upper
