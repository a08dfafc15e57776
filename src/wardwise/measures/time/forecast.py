"""What to expect in the next twelve months, with an honest range."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr

from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.measures.time.forecast_models import (
    YEAR,
    Counts,
    as_a_year_before,
    expected,
    fitted,
)
from wardwise.measures.time.past_forecasts import PastForecasts, past_forecasts, pooled_ratios
from wardwise.measures.time.rolling_backtest import (
    RollingBacktest,
    chosen_rule,
    log_error,
    rolling_backtest,
)
from wardwise.measures.time.series import read_series


LEAST = 24
"""Offences in the last twelve months: with fewer, a forecast is of chance alone."""
REMEMBERED = 48
"""Months from which a series' own volatility is taken."""


class Direction(StrEnum):
    """The only words for what is to come."""

    RISE = "likely to rise"
    FALL = "likely to fall"
    NOT_CLEAR = "no clear direction"


@dataclass(frozen=True)
class Expected:
    """A stretch of months ahead: the total and its ranges. Unit: offences.

    ``past`` is what was learnt elsewhere of that horizon: how many forecasts, how many held.
    """

    value: float
    lower: float
    upper: float
    lower_80: float
    upper_80: float
    past: PastForecasts


@dataclass(frozen=True)
class Forecast:
    """What to expect in the twelve months after the last.

    Attributes
    ----------
    year : Expected
        All twelve. ``value``, ``lower`` and ``upper`` are its.
    quarters, months : tuple of Expected
        Three months each, and each month. Shapes: 4, 12.
    level : float
        Of ``lower`` and ``upper``; the narrower range is at 80%.
    direction : Direction
        A direction only if the limits leave out the last twelve months' total.
    chance_higher : float
        Chance that the total will be above that of the last twelve months.
    base : float
        The last twelve months. Unit: offences.
    method : str
        The rule chosen.
    naive : float
        The year by the seasonal naive forecast. Unit: offences.
    backtest : RollingBacktest
        How wrong each rule would have been here.
    """

    year: Expected
    quarters: tuple[Expected, ...]
    months: tuple[Expected, ...]
    level: float
    direction: Direction
    chance_higher: float
    base: float
    method: str
    naive: float
    backtest: RollingBacktest

    @property
    def value(self) -> float:
        """The year's total. Unit: offences."""
        return self.year.value

    @property
    def lower(self) -> float:
        """Its lower limit. Unit: offences."""
        return self.year.lower

    @property
    def upper(self) -> float:
        """Its upper limit. Unit: offences."""
        return self.year.upper

    @property
    def better_percent(self) -> float | None:
        """By how much the rule beat the seasonal naive here; None where it was not tried."""
        return self.backtest.better_percent(self.method) if self.backtest.origins else None


def forecast(
    *,
    months: Sequence[Month | str],
    values: ArrayLike,
    level: float = 0.95,
    whole: bool = False,
) -> Forecast | NotKnown:
    """Offences to expect over the next twelve months, from the series' own past.

    Parameters
    ----------
    months : sequence of Month or str
        Every month in order. Shape: months.
    values : array
        Offences. Unit: offences; NaN where not known. Shape: months.
    level : float
        Of the wider limits.
    whole : bool
        Whether it is all recorded crime together, whose errors elsewhere are its own.

    Returns
    -------
    Forecast or NotKnown
        Not known with fewer than 24 months since the last gap or break, or with fewer than 24
        offences in the last twelve or the twelve before.

    Raises
    ------
    ValueError
        If a month is missing from the list, or a count is negative.

    Notes
    -----
    Seven rules are tried, each by the day: as a year before (the seasonal naive), the same with
    a quarter of the last year's growth, the last year's average spread by the usual season,
    exponential smoothing without a season, with one, with one and growth that dies away, and an
    average of four. Each is fitted once to the months before the first origin, at least 24, and
    its state rolled over up to 36 origins; six are needed. The rule with the least mean log
    error of a month wins. Its own errors count for their years, those of all partnerships
    together for six: tried on partnerships in England and Wales, a choice by eight origins of
    each series alone did worse than the rule that was best for all (``docs/reference/
    forecasts.md`` has the figures, made again by one command).

    The limits come from errors, not from the rule: the variance of the log error at each horizon
    is a part that every series has, a part of chance, a part of the series' own volatility (half
    the mean square of the log change of a month on a year before), estimated over all
    partnerships; and a part for years unlike those tried, which brings the limits of a quarter
    and a year to hold as they say over 43 forces and thirteen years, the pandemic among them.

    Damping comes from Home Office counts by force and quarter, 2012/13 to 2025/26, 43 forces.
    Root mean square error of the log annual total a year ahead, mean of 14 groups: 0.181 with
    no growth carried on, 0.178 with a quarter, 0.186 with half, 0.215 with all; all recorded
    crime 0.102.

    Nothing here knows of what is planned: it is what to expect if nothing changes.

    References
    ----------
    Gardner ES, McKenzie E (1985) Management Science 31:1237, for damped trends.
    Hyndman RJ, Athanasopoulos G (2021) Forecasting: principles and practice, 3rd edition, 5.8
    and 5.10, for the seasonal naive and rolling origins.
    Home Office (2026) Police recorded crime open data, police force area tables.

    Examples
    --------
    >>> months = [f"{y}-{m:02d}" for y in (2021, 2022) for m in range(1, 13)]
    >>> found = forecast(months=months, values=[100] * 24)
    >>> round(found.value), str(found.direction)
    (1200, 'no clear direction')
    """
    parsed, array = read_series(months=months, values=values)
    known = _since_the_last_gap(array)
    if len(known) < 2 * YEAR:
        return NotKnown(f"a forecast needs 24 months without a gap or a break; found {len(known)}")
    if min(known[-YEAR:].sum(), known[-2 * YEAR : -YEAR].sum()) < LEAST:
        return NotKnown(f"a forecast needs {LEAST} offences in each of the last two years")
    counts = Counts(known, _days(parsed[-1], len(known)))
    backtest = rolling_backtest(counts)
    rule = chosen_rule(backtest, pooled_ratios())
    ahead = expected(fitted(counts), counts)
    width = _Width(volatility(known), level, whole)
    return _forecast(counts, ahead[rule], rule=rule, backtest=backtest, width=width)


def _since_the_last_gap(values: NDArray[np.float64]) -> NDArray[np.float64]:
    gaps = np.flatnonzero(np.isnan(values))
    return values[int(gaps[-1]) + 1 :] if len(gaps) else values


def _days(last: Month, months: int) -> NDArray[np.float64]:
    """Of the months known and of the twelve ahead."""
    return np.array([last.plus(n).days for n in range(1 - months, YEAR + 1)], dtype=float)


def volatility(offences: NDArray[np.float64]) -> float:
    """Half the mean square of the log change of a month on the same month a year before."""
    recent = offences[-REMEMBERED:]
    return float((log_error(recent[YEAR:], recent[:-YEAR]) ** 2).mean()) / 2


@dataclass(frozen=True)
class _Width:
    """How wide the ranges of one series are."""

    volatility: float
    level: float
    whole: bool

    def error(self, past: PastForecasts, value: float) -> float:
        """Standard deviation of the log error."""
        return past.error(expected=value, volatility=self.volatility)

    def about(self, horizon: str, value: float) -> Expected:
        """The value within its ranges."""
        past = past_forecasts()["whole" if self.whole else "group", horizon]
        error = self.error(past, value)
        wide, narrow = past.reach(self.level) * error, past.reach(0.8) * error
        return Expected(
            value=value,
            lower=_limit(value, -wide),
            upper=_limit(value, wide),
            lower_80=_limit(value, -narrow),
            upper_80=_limit(value, narrow),
            past=past,
        )


def _forecast(
    counts: Counts,
    ahead: NDArray[np.float64],
    *,
    rule: str,
    backtest: RollingBacktest,
    width: _Width,
) -> Forecast:
    year = width.about("year", float(ahead.sum()))
    base = float(counts.offences[-YEAR:].sum())
    quarters = ahead.reshape(4, 3).sum(axis=1)
    return Forecast(
        year=year,
        quarters=tuple(
            width.about(f"quarter {n}", float(value)) for n, value in enumerate(quarters, start=1)
        ),
        months=tuple(
            width.about(f"month {n}", float(value)) for n, value in enumerate(ahead, start=1)
        ),
        level=width.level,
        direction=_direction(lower=year.lower, upper=year.upper, base=base),
        chance_higher=float(ndtr(math.log(year.value / base) / width.error(year.past, year.value))),
        base=base,
        method=rule,
        naive=float(as_a_year_before(counts).sum()),
        backtest=backtest,
    )


def _limit(value: float, reach: float) -> float:
    """So many log errors from the value, half an offence added as in the errors."""
    return max(0.0, (value + 0.5) * math.exp(reach) - 0.5)


def _direction(*, lower: float, upper: float, base: float) -> Direction:
    if lower > base:
        return Direction.RISE
    if upper < base:
        return Direction.FALL
    return Direction.NOT_CLEAR
