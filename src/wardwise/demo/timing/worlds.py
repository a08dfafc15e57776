"""Months and moments with something planted in them, or nothing: drawn seed by seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.randomness import stream
from wardwise.domain.period import Month, Period
from wardwise.figures.calendar_days import bank_holidays, clocks_change


Floats = NDArray[np.float64]
Moments = NDArray[np.datetime64]

LAST = Month(2026, 9)
PERIOD = Period.ending(LAST, months=36)
FIRST_DAY, LAST_DAY = np.datetime64("2023-10-01"), np.datetime64("2026-09-30")
WOBBLE = 0.1
"""Deviation of a month's true level about its trend, as a log ratio."""


@dataclass(frozen=True)
class Months:
    """How a series of months is made.

    ``memory`` is the correlation of a month's wobble with the one before; ``season`` how far July
    stands above the average day; ``growth`` and ``step`` are shares, the step at three quarters.
    """

    count: int = 36
    mean: float = 100.0
    memory: float = 0.0
    season: float = 0.0
    growth: float = 0.0
    step: float = 0.0

    @property
    def months(self) -> tuple[Month, ...]:
        """The months, to September 2026."""
        return Period.ending(LAST, months=self.count).months

    @property
    def at(self) -> int:
        """Where the step is."""
        return self.count * 3 // 4

    def drawn(self, seed: int) -> Floats:
        """Counts: a level that wobbles and remembers, and chance on top."""
        random = stream(seed, f"timing of {self}")
        wobble = random.normal(size=self.count)
        for n in range(1, self.count):
            new = np.sqrt(1 - self.memory**2) * wobble[n]
            wobble[n] = self.memory * wobble[n - 1] + new
        number = np.array([month.number for month in self.months])
        level = self.mean * np.exp(WOBBLE * wobble)
        level = level * (1 + self.season * np.cos(2 * np.pi * (number - 7) / 12))
        level = level * (1 + self.growth) ** (np.arange(self.count) / 12)
        level = level * np.where(np.arange(self.count) >= self.at, 1 + self.step, 1)
        days = np.array([month.days for month in self.months]) / 30.44
        counts: Floats = random.poisson(level * days).astype(float)
        return counts


@dataclass(frozen=True)
class Hours:
    """How moments of three years are made: so many an hour, more at night and in summer.

    ``holidays`` and ``dark`` are how much more there is on bank holidays, and between 17:00 and
    20:00 while the clocks are back; each day has a level of its own.
    """

    an_hour: float = 0.8
    holidays: float = 0.0
    dark: float = 0.0

    def drawn(self, seed: int) -> Moments:
        """The moments, to the hour."""
        random = stream(seed, f"timing of {self}")
        days = np.arange(FIRST_DAY, LAST_DAY + 1)
        season = 1 + 0.2 * np.cos(2 * np.pi * (np.arange(len(days)) - 280) / 365.25)
        weekday = 1 + 0.3 * (((days.astype(np.int64) + 3) % 7) >= 4)
        level = season * weekday * np.exp(0.15 * random.normal(size=len(days)))
        special = np.isin(days, np.array(bank_holidays(PERIOD), dtype="M8[D]"))
        level = level * np.where(special, 1 + self.holidays, 1)
        clock = 1 + 0.5 * np.cos(2 * np.pi * (np.arange(24) - 20) / 24)
        mean = self.an_hour * level[:, None] * clock[None, :]
        evening = (np.arange(24) >= 17) & (np.arange(24) < 20)
        mean *= np.where(_is_winter(days)[:, None] & evening[None, :], 1 + self.dark, 1)
        hours = days[:, None].astype("M8[h]") + np.arange(24)[None, :]
        moments: Moments = np.repeat(hours.ravel(), random.poisson(mean).ravel())
        return moments


def _is_winter(days: Moments) -> NDArray[np.bool_]:
    """While the clocks are back."""
    back, forward = clocks_change(PERIOD)
    turns = sorted([(day, True) for day in back] + [(day, False) for day in forward])
    winter = np.zeros(len(days), dtype=bool)
    for day, is_back in turns:
        winter[days >= np.datetime64(day)] = is_back
    return winter
