"""A series taken apart into trend, season and the rest (STL)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.nothing import NotKnown


Floats = NDArray[np.float64]
NOISE = 1e-20
"""Share of the values' squares under which they never move, but for the arithmetic."""


@dataclass(frozen=True)
class Smoothing:
    """Every setting of the method, as it was used.

    Windows and jumps are numbers of points; ``season_window`` 0 is a season that stays the same.
    """

    period: int
    season_window: int
    trend_window: int
    low_pass_window: int
    season_jump: int
    trend_jump: int
    low_pass_jump: int
    inner: int
    outer: int


@dataclass(frozen=True)
class SeasonalTrend:
    """The three parts, whose sum is the series. Unit: that of the values. Shape: points.

    Attributes
    ----------
    trend, season, rest : tuple of float
    strength : float
        How much of the ups and downs about the trend the season explains, 0 to 1.
    smoothing : Smoothing
    """

    trend: tuple[float, ...]
    season: tuple[float, ...]
    rest: tuple[float, ...]
    strength: float
    smoothing: Smoothing

    @property
    def strength_percent(self) -> float:
        """The strength of the season. Unit: percent."""
        return 100 * self.strength


def smoothing(
    *, points: int, period: int = 12, season_window: int = 0, robust: bool = False
) -> Smoothing:
    """The settings that R's ``stl`` takes where none are given.

    Parameters
    ----------
    points : int
        How long the series is.
    period : int
        Points in a cycle: 12 for months.
    season_window : int
        Years over which one month of the year is smoothed, odd and 7 or more; 0 for a season that
        stays the same.
    robust : bool
        Whether odd points are given less weight.

    Returns
    -------
    Smoothing
        The trend's window is the least odd number from 1.5 periods ÷ (1 − 1.5 ÷ season's window);
        each jump is a tenth of its window, rounded up; two inner loops and no outer one, or one
        and fifteen where robust.
    """
    span = season_window or 10 * points + 1
    trend = _odd(math.ceil(1.5 * period / (1 - 1.5 / span)))
    low_pass = _odd(period)
    return Smoothing(
        period=period,
        season_window=season_window,
        trend_window=trend,
        low_pass_window=low_pass,
        season_jump=math.ceil(span / 10),
        trend_jump=math.ceil(trend / 10),
        low_pass_jump=math.ceil(low_pass / 10),
        inner=1 if robust else 2,
        outer=15 if robust else 0,
    )


def seasonal_trend(
    *,
    values: ArrayLike,
    period: int = 12,
    season_window: int = 0,
    robust: bool = False,
    settings: Smoothing | None = None,
) -> SeasonalTrend | NotKnown:
    """Trend, season and rest of a series by local regression.

    Parameters
    ----------
    values : array
        Values in order of time, best made equal for the days of each month; NaN where not known.
        Shape: points.
    period : int
        Points in a cycle.
    season_window : int
        As in ``smoothing``.
    robust : bool
        Whether odd points are given less weight.
    settings : Smoothing, optional
        Every setting by hand; else those of ``smoothing``.

    Returns
    -------
    SeasonalTrend or NotKnown
        Not known with a gap, or with fewer than two cycles.

    Raises
    ------
    ValueError
        If the season's window is even or under 7.

    Notes
    -----
    Cleveland's program as statsmodels has it, with the inner loops and the jumps of R's ``stl``:
    between the points of a jump the curve is a straight line, which changes results in the
    fourth digit and takes a quarter of the time. The strength is 1 − var(rest) ÷ var(season +
    rest), at least 0. It is no test: chance alone gives a strength above nought, with three years
    of months a third or so. ``month_index`` tests.

    References
    ----------
    Cleveland RB, Cleveland WS, McRae JE, Terpenning I (1990) Journal of Official Statistics 6:3.
    Wang X, Smith K, Hyndman R (2006) Data Mining and Knowledge Discovery 13:335, for the strength.

    Examples
    --------
    >>> year = [90, 95, 100, 105, 110, 115, 115, 110, 105, 100, 95, 60]
    >>> found = seasonal_trend(values=year * 3)
    >>> round(found.strength, 3), round(found.season[11], 1), round(found.trend[0], 1)
    (1.0, -40.0, 100.0)
    """
    if season_window and (season_window < 7 or season_window % 2 == 0):
        raise ValueError(f"season_window is {season_window}: expected 0, or an odd number from 7.")
    array = np.asarray(values, dtype=float)
    if np.isnan(array).any() or len(array) < 2 * period:
        return NotKnown(f"STL needs two full cycles of {period} points without a gap")
    used = settings or smoothing(
        points=len(array), period=period, season_window=season_window, robust=robust
    )
    trend, season = _taken_apart(array, used)
    if not used.season_window:
        season = _the_same_each_cycle(season, period)
    rest = array - trend - season
    about = float((season + rest).var())
    return SeasonalTrend(
        trend=tuple(trend.tolist()),
        season=tuple(season.tolist()),
        rest=tuple(rest.tolist()),
        strength=max(0.0, 1 - float(rest.var()) / about)
        if about > NOISE * float((array**2).mean())
        else 0.0,
        smoothing=used,
    )


def _taken_apart(values: Floats, used: Smoothing) -> tuple[Floats, Floats]:
    from statsmodels.tsa.seasonal import STL  # takes seconds to import

    found = STL(
        values,
        period=used.period,
        seasonal=used.season_window or 10 * len(values) + 1,
        trend=used.trend_window,
        low_pass=used.low_pass_window,
        seasonal_deg=1 if used.season_window else 0,
        robust=used.outer > 0,
        seasonal_jump=used.season_jump,
        trend_jump=used.trend_jump,
        low_pass_jump=used.low_pass_jump,
    ).fit(inner_iter=used.inner, outer_iter=used.outer)
    return np.asarray(found.trend), np.asarray(found.seasonal)


def _the_same_each_cycle(season: Floats, period: int) -> Floats:
    place = np.arange(len(season)) % period
    means = np.bincount(place, weights=season) / np.bincount(place)
    same: Floats = means[place]
    return same


def _odd(number: int) -> int:
    return number + 1 - number % 2
