"""One truth, drawn again and again, and how often the interval held it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np

from wardwise.demo.randomness import stream
from wardwise.domain.interval import Interval


SEEDS = 2000
LEAST, MOST = 94.0, 97.0
"""What a 95% interval must hold, and what it may hold where many are expected. Unit: percent."""
MANY = 20
"""Where so many events are expected, an interval may not be much too wide. Unit: events."""


Draw = Callable[[np.random.Generator], bool]
"""Draws once, and says whether the truth was held."""


class Kind(StrEnum):
    """What is asked of a case."""

    INTERVAL = "interval"  # holds the truth at least 94%, and at most 97% where many are expected
    FLOOR = "floor"  # holds the truth at least 94%; how much more depends on the truth
    COMPARISON = "comparison"  # what another way of working would have done


@dataclass(frozen=True)
class Case:
    """In how many of the seeds the truth was held.

    ``expected`` is the number of events expected (of the fewer of two kinds, for a share), None
    where the case is not of one count. ``exactly`` is the share worked out without drawing.
    """

    measure: str
    truth: str
    expected: float | None
    held: int
    seeds: int
    exactly: float | None = None
    kind: Kind = Kind.INTERVAL

    @property
    def percent(self) -> float:
        """Unit: percent of the seeds."""
        return 100 * self.held / self.seeds

    @property
    def error(self) -> float:
        """Standard error of ``percent`` from so few seeds. Unit: percentage points."""
        share = self.held / self.seeds
        return 100 * math.sqrt(share * (1 - share) / self.seeds)

    @property
    def is_met(self) -> bool | None:
        """Whether it holds what it must, and no more than it may; None for a comparison."""
        if self.kind is Kind.COMPARISON:
            return None
        bounded = self.kind is Kind.INTERVAL and self.expected is not None and self.expected >= MANY
        return LEAST <= self.percent <= (MOST if bounded else 100)


def held(name: str, *, seeds: int, draw: Draw) -> int:
    """In how many seeds ``draw`` says that the truth was held."""
    return sum(draw(stream(seed, name)) for seed in range(seeds))


def holds(interval: Callable[[int], Interval], truth: float) -> Callable[[int], bool]:
    """Whether the interval of a count holds the truth; each count is worked out once."""
    return cache(lambda count: interval(count).lower <= truth <= interval(count).upper)
