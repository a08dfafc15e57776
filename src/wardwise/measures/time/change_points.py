"""Months from which a series runs on another level, if a test finds any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtrit

from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.measures.arguments import tail
from wardwise.measures.estimate import Estimate
from wardwise.measures.time.change_null import Fits, by_chance, chance_of, fitted
from wardwise.measures.time.series import read_series
from wardwise.measures.time.steps import MOST


Floats = NDArray[np.float64]

FEWEST = 10
"""Offences in an average month below which nothing is looked for."""
SHORTEST = 24
"""Months without a gap below which nothing is looked for."""
LONGEST = 120
"""Of a longer series, the last so many months."""
MEMORY_AT_LEAST, MEMORY_MORE, MEMORY_AT_MOST = 0.3, 0.15, 0.9
"""Bounds of the month-to-month correlation that the test assumes, and what it adds (Notes)."""
CLEARLY = 1.4
"""How much more a straight line has to leave unexplained than the steps, for steps to be told."""


@dataclass(frozen=True)
class ChangePoint:
    """From ``month`` on, position ``index`` among all months, the level is another.

    ``change`` is of this level on the one before. Unit: percent.
    """

    index: int
    month: Month
    change: Estimate


@dataclass(frozen=True)
class ChangePoints:
    """What was found.

    Attributes
    ----------
    points : tuple of ChangePoint
        In order of time; none where the test finds none.
    p_value : float
        Chance of so large a sign of one to three changes in a series that has none.
    is_drift : bool
        Whether the series moved, but a straight line fits about as well as steps, so that no
        month is named.
    memory : float
        Correlation of a month with the one before that the test assumed.
    months : int
        Months that were looked at, the last of the series.
    """

    points: tuple[ChangePoint, ...]
    p_value: float
    is_drift: bool
    memory: float
    months: int


def change_points(
    *,
    months: Sequence[Month | str],
    values: ArrayLike,
    seasonal: bool = False,
    level: float = 0.95,
    seed: int = 1,
) -> ChangePoints | NotKnown:
    """Up to three changes of level of a monthly series.

    Parameters
    ----------
    months : sequence of Month or str
        Every month in order. Shape: months.
    values : array
        Counts as recorded. Unit: offences; NaN where not known. Shape: months.
    seasonal : bool
        Whether the months of the year differ (``month_index`` tests it): their effects are then
        fitted with the changes.
    level : float
        Of the test and of the limits.
    seed : int
        Of the series without a change to compare with.

    Returns
    -------
    ChangePoints or NotKnown
        Not known with fewer than 24 months since the last gap, or fewer than 10 offences in an
        average month.

    Raises
    ------
    ValueError
        If a month is missing from the list, or a count is negative.

    Notes
    -----
    Log counts a day; levels that last four months or more and fit best (least squares, the exact
    optimum). The test is the largest F ratio of one, two and three changes against none, beside
    that of 999 series without a change, in which each month remembers the one before. How much is
    estimated from steps over one month and over two, which a change of level hardly touches; 0.15
    is added and 0.3 is the least, because the estimate is rough and a test that takes too little
    calls changes that are none. Of the changes only the most are kept that hold each by itself,
    and none where a straight line leaves less than 1.4 times as much unexplained as the steps: a
    steady rise is no change from one month to the next. How often it errs:
    ``docs/reference/timing.md``. Where the date was chosen because it looks largest, the size of
    the change is on the large side.

    References
    ----------
    Bai J, Perron P (1998) Econometrica 66:47, for the largest of several F ratios.
    Auger IE, Lawrence CE (1989) Bulletin of Mathematical Biology 51:39, for the best steps.

    Examples
    --------
    >>> months = [f"{y}-{m:02d}" for y in (2021, 2022, 2023) for m in range(1, 13)]
    >>> wave = [3, -2, 1, -3, 2, -1] * 6
    >>> values = [100 + w + 60 * (n > 20) for n, w in enumerate(wave)]
    >>> found = change_points(months=months, values=values)
    >>> [(str(one.month), round(one.change.value / 10)) for one in found.points]
    [('2022-10', 6)]
    """
    parsed, counts = read_series(months=months, values=values)
    gaps = np.flatnonzero(np.isnan(counts))
    first = max(int(gaps[-1]) + 1 if len(gaps) else 0, len(counts) - LONGEST)
    used = counts[first:]
    if len(used) < SHORTEST:
        return NotKnown(f"a change is looked for in {SHORTEST} months or more; found {len(used)}")
    if used.mean() < FEWEST:
        return NotKnown(f"too few offences to look for a change ({used.mean():.1f} a month)")
    days = np.array([month.days for month in parsed[first:]])
    series = np.log((used + 0.5) / days)[None, :]
    fits = fitted(series, seasonal=seasonal)
    memory = _memory(fits.levelled[0])
    largest, single = by_chance(len(used), seasonal, round(10 * memory), seed)
    p_value = chance_of(float(fits.largest[0]), largest)
    starts, is_drift = _held(fits, single, level) if p_value < 1 - level else ((), False)
    points = tuple(
        ChangePoint(first + start, parsed[first + start], change)
        for start, change in zip(starts, _changes(fits, starts, memory, level), strict=True)
    )
    return ChangePoints(points, p_value, is_drift, round(10 * memory) / 10, len(used))


def _memory(levelled: Floats) -> float:
    one, two = np.diff(levelled), levelled[2:] - levelled[:-2]
    steps = float((one**2).mean())
    found = float((two**2).mean()) / steps - 1 if steps else 0.0
    return min(MEMORY_AT_MOST, max(MEMORY_AT_LEAST, found + MEMORY_MORE))


def _held(fits: Fits, single: Floats, level: float) -> tuple[tuple[int, ...], bool]:
    """The most changes that hold each by itself, and whether a line does better than they."""
    for count in range(MOST, 0, -1):
        starts = tuple(fits.changes[0, count, :count].tolist())
        if all(
            chance_of(ratio, single) < 1 - level for ratio in _each_ratio(fits.levelled[0], starts)
        ):
            is_drift = _about_a_line(fits.levelled[0]) < CLEARLY * fits.squares[0, count]
            return ((), True) if is_drift else (starts, False)
    return (), False


def _each_ratio(series: Floats, starts: tuple[int, ...]) -> list[float]:
    """F ratio of each change between its neighbours."""
    edges = [0, *starts, len(series)]
    ratios = []
    for before, at, after in zip(edges, edges[1:], edges[2:], strict=False):
        whole, parts = series[before:after], (series[before:at], series[at:after])
        left = sum(float(((part - part.mean()) ** 2).sum()) for part in parts)
        gained = float(((whole - whole.mean()) ** 2).sum()) - left
        ratios.append(gained / (left / (len(whole) - 2)) if left else np.inf)
    return ratios


def _about_a_line(series: Floats) -> float:
    time = np.arange(len(series)) - (len(series) - 1) / 2
    slope = float((time * series).sum() / (time**2).sum())
    return float(((series - series.mean() - slope * time) ** 2).sum())


def _changes(fits: Fits, starts: tuple[int, ...], memory: float, level: float) -> list[Estimate]:
    """Each level on the one before; limits as wide as months that remember allow."""
    series = fits.levelled[0]
    edges = [0, *starts, len(series)]
    parts = [series[a:b] for a, b in pairwise(edges)]
    freedom = len(series) - len(parts)
    spread = sum(float(((part - part.mean()) ** 2).sum()) for part in parts) / freedom
    spread *= (1 + memory) / (1 - memory)
    reach = float(stdtrit(freedom, 1 - tail(level=level)))
    found = []
    for before, after in pairwise(parts):
        step = float(after.mean() - before.mean())
        error = reach * np.sqrt(spread * (1 / len(before) + 1 / len(after)))
        value, low, high = (100 * float(np.expm1(step + side * error)) for side in (0, -1, 1))
        found.append(Estimate(value, low, high, level, "log ratio of levels, months that remember"))
    return found
