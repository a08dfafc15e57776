"""Quarters drawn from a made-up partnership, with nothing planted and with a doubling."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.randomness import stream
from wardwise.figures.alarms import FALSE
from wardwise.measures.hot_spots.false_discovery import false_discovery
from wardwise.measures.time.early_alarms import by_half_year
from wardwise.measures.time.exceedance import Exceedance, exceedance
from wardwise.measures.time.farrington import farrington


Floats = NDArray[np.float64]
SEEDS, SEED = 100, 1
MEANS = (140.0, 95.0, 45.0, 42.0, 34.0, 33.0, 30.0, 22.0, 13.0, 10.0, 9.0, 6.0, 5.0)
"""Of the offence groups, largest first. Unit: offences a week."""
PLANTED = (140.0, 30.0, 10.0, 5.0)
"""Groups in which a doubling is planted, by their mean."""
WEEKS, JUDGED_WEEKS = 187, 13
MONTHS, JUDGED_MONTHS = 36, 3
SEASON = 0.15
"""Half the distance from low to high, as a log ratio."""
PHI = 1.3
"""Dispersion of a week or month round its mean."""
WANDER = 0.10
"""Standard deviation of a year's wandering, as a log ratio."""


@dataclass(frozen=True)
class Rate:
    """In how many of the quarters something alarmed."""

    step: str
    wandering: bool
    planted: str
    says: str
    times: int
    of: int

    @property
    def percent(self) -> float:
        """Unit: percent."""
        return 100 * self.times / self.of

    @property
    def error(self) -> float:
        """Standard error of ``percent``. Unit: percentage points."""
        share = self.times / self.of
        return 100 * math.sqrt(share * (1 - share) / self.of)


@dataclass(frozen=True)
class _Step:
    """Weeks, or months: how many there are, how many are judged, and how."""

    name: str
    unit: str
    length: int
    judged: int
    a_year: int
    weeks_in_it: float
    season: float
    p_values: Callable[[Floats], Floats]


def _weekly(counts: Floats) -> Floats:
    found = farrington(counts=counts, weeks=JUDGED_WEEKS)
    return np.where(found.alarm, found.p_value, 1.0)


def _early(counts: Floats) -> Floats:
    return by_half_year(counts)[2]


def _monthly(counts: Floats) -> Floats:
    found = exceedance(values=counts, judged=JUDGED_MONTHS)
    return found.p_value if isinstance(found, Exceedance) else np.ones(JUDGED_MONTHS)


STEPS = (
    _Step("week", "week", WEEKS, JUDGED_WEEKS, 52, 1.0, SEASON, _weekly),
    _Step("week (EARS)", "week", WEEKS, JUDGED_WEEKS, 52, 1.0, SEASON, _early),
    _Step("month", "month", MONTHS, JUDGED_MONTHS, 12, 52 / 12, 0.0, _monthly),
)


def study(*, seeds: int = SEEDS) -> tuple[Rate, ...]:
    """Every step, with a level that stays and one that wanders."""
    return tuple(
        rate for step in STEPS for wanders in (False, True) for rate in _rates(step, wanders, seeds)
    )


def _rates(step: _Step, wanders: bool, seeds: int) -> list[Rate]:
    any_alarm, alone, seen = 0, 0, dict.fromkeys(PLANTED, 0)
    for seed in range(seeds):
        drawn = _drawn(step, wanders, seed)
        p_values = np.array([step.p_values(row) for row in drawn])
        any_alarm += bool(_alarms(p_values).any())
        alone += int((p_values <= 0.01).sum())
        for mean in PLANTED:
            seen[mean] += _seen(step, drawn, p_values, MEANS.index(mean))
    judged = seeds * len(MEANS) * step.judged
    found = [
        Rate(step.name, wanders, "nothing", f"any alarm in {len(MEANS)} groups", any_alarm, seeds),
        Rate(step.name, wanders, "nothing", f"a {step.unit} alone, at 1%", alone, judged),
    ]
    return found + [
        Rate(
            step.name,
            wanders,
            f"the last {step.unit} doubled, {mean:g} a week",
            f"that {step.unit}",
            seen[mean],
            seeds,
        )
        for mean in PLANTED
    ]


def _seen(step: _Step, drawn: Floats, p_values: Floats, group: int) -> bool:
    """Whether the last week or month of a group alarms when its count is doubled."""
    doubled = drawn[group].copy()
    doubled[-1] *= 2
    changed = p_values.copy()
    changed[group] = step.p_values(doubled)
    return bool(_alarms(changed)[group, -1])


def _alarms(p_values: Floats) -> NDArray[np.bool_]:
    """As in a run: allowed for how many are looked at. Shape: groups × judged."""
    return np.asarray(false_discovery(p_values=p_values.ravel()) <= FALSE).reshape(p_values.shape)


def _drawn(step: _Step, wanders: bool, seed: int) -> Floats:
    """Counts of every group. Shape: groups × weeks or months."""
    random = stream(SEED, f"alarms {step.unit} {wanders} {seed}")
    shape = (len(MEANS), step.length)
    when = np.arange(step.length) / step.a_year
    steps = random.normal(0, WANDER / math.sqrt(step.a_year), shape) if wanders else np.zeros(shape)
    level = np.exp(np.cumsum(steps, axis=1) + step.season * np.sin(2 * np.pi * when))
    mean = np.array(MEANS)[:, None] * step.weeks_in_it * level
    drawn: Floats = random.poisson(random.gamma(mean / (PHI - 1), PHI - 1)).astype(float)
    return drawn
