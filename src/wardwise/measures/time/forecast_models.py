"""The rules that a forecast is chosen from: each fitted once, then asked from any month on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.time.ets import Ets, ets


Floats = NDArray[np.float64]
YEAR = 12  # months
DAMPING = 0.25
"""Share of last year's growth that is carried on: the best of 0, ¼, ½, ¾ and 1 on the counts of
43 forces, 2012/13 to 2025/26."""
SEASON_YEARS = 3.0
"""Years of no season that are added to those seen, so that chance is not taken for a season."""
SEASON_PULL = 10.0
"""The same for exponential smoothing: variance of a month's error over that of the seasons."""
NAIVE = "as a year before"


@dataclass(frozen=True, eq=False)
class Counts:
    """Offences by month and the days of each month and of those ahead. Shapes: n, n + 12."""

    offences: Floats
    days: Floats

    @property
    def logs(self) -> Floats:
        """Logarithms of offences a day; half an offence is added, so that nought has one."""
        logs: Floats = np.log((self.offences + 0.5) / self.days[: len(self.offences)])
        return logs

    def until(self, origin: int) -> Counts:
        """What was known after so many months."""
        return Counts(self.offences[:origin], self.days[: origin + YEAR])

    @property
    def next_days(self) -> Floats:
        """Of the twelve months ahead."""
        return self.days[len(self.offences) : len(self.offences) + YEAR]


Ahead = Callable[[Counts], Floats]
"""What is expected in the twelve months after the last. Unit: offences. Shape: 12."""


def as_a_year_before(counts: Counts) -> Floats:
    """Each month as it was a year before, by the day: the seasonal naive forecast."""
    last = counts.days[len(counts.offences) - YEAR : len(counts.offences)]
    expected: Floats = counts.offences[-YEAR:] / last * counts.next_days
    return expected


def damped_drift(counts: Counts) -> Floats:
    """As a year before, times a quarter of the last year's growth over the same months."""
    matched = min(YEAR, len(counts.offences) - YEAR)
    now, before = counts.offences[-matched:].sum(), counts.offences[-YEAR - matched : -YEAR].sum()
    expected: Floats = as_a_year_before(counts) * ((now + 0.5) / (before + 0.5)) ** DAMPING
    return expected


def steady_level(counts: Counts) -> Floats:
    """The last twelve months' average by the day, spread by the usual season."""
    months = len(counts.offences)
    days = counts.next_days
    level = counts.offences[-YEAR:].sum() / counts.days[months - YEAR : months].sum()
    season = _season(counts.logs[-5 * YEAR :], months)[np.arange(months, months + YEAR) % YEAR]
    shares = np.exp(season) * days
    expected: Floats = level * days.sum() * shares / shares.sum()
    return expected


def _season(logs: Floats, months: int) -> Floats:
    """Mean departure of each month of the year from the months round it, drawn to nought."""
    weights = np.r_[0.5, np.ones(YEAR - 1), 0.5] / YEAR
    trend = np.convolve(np.pad(logs, YEAR // 2, "edge"), weights, "valid")
    place = np.arange(months - len(logs), months) % YEAR
    total = np.bincount(place, weights=logs - trend, minlength=YEAR)
    season: Floats = total / (np.bincount(place, minlength=YEAR) + SEASON_YEARS)
    return season


def _smoothing(form: str) -> Callable[[Counts], Ahead]:
    def fitted(counts: Counts) -> Ahead:
        found = ets(values=counts.logs, form=form, pull=SEASON_PULL)
        return lambda now: _smoothed(found, now)

    return fitted


def _smoothed(found: Ets, counts: Counts) -> Floats:
    """Back from logarithms: the mean is above the middle by what the last year's errors show."""
    rolled = found.rolled(counts.logs)
    logs = rolled.ahead(after=len(counts.offences), horizon=YEAR)
    expected: Floats = np.exp(logs) * counts.next_days * np.exp(rolled.errors[-YEAR:]).mean()
    return expected


SMOOTHING = "exponential smoothing"
WITH_SEASON = "exponential smoothing with a season"
WITH_GROWTH = "exponential smoothing with a season and growth that dies away"
STEADY = "the year's average, spread by the season"
DRIFT = "as a year before, with a quarter of the growth"
TOGETHER = "four rules averaged"
AVERAGED = (DRIFT, STEADY, SMOOTHING, WITH_SEASON)

FITS: Mapping[str, Callable[[Counts], Ahead]] = {
    NAIVE: lambda _: as_a_year_before,
    DRIFT: lambda _: damped_drift,
    STEADY: lambda _: steady_level,
    SMOOTHING: _smoothing("ANN"),
    WITH_SEASON: _smoothing("ANA"),
    WITH_GROWTH: _smoothing("AAA"),
}
"""Rule → how it is fitted. What it gives may be asked again when more months are known."""

RULES = (*FITS, TOGETHER)


def fitted(counts: Counts) -> Mapping[str, Ahead]:
    """Every rule, fitted once to what is known."""
    return {name: fit(counts) for name, fit in FITS.items()}


def expected(rules: Mapping[str, Ahead], counts: Counts) -> dict[str, Floats]:
    """What each rule expects after the months known; the average too. Shape of each: 12."""
    found = {name: np.maximum(ahead(counts), 0.0) for name, ahead in rules.items()}
    logs = [np.log(found[name] + 0.5) for name in AVERAGED]
    found[TOGETHER] = np.maximum(np.exp(np.mean(logs, axis=0)) - 0.5, 0.0)
    return found
