"""What each rule would have said from month after month of the past, against what came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.time.forecast_models import NAIVE, RULES, Counts, expected, fitted


Floats = NDArray[np.float64]
FIRST = 24
"""Months before the first origin, at least."""
LONGEST = 36
"""Origins at most: three years."""
LEAST_ERROR = 0.1
"""Errors below this are alike. Unit: percent."""
FEWEST = 6
"""Origins that a choice needs."""
PRIOR_YEARS = 6.0
"""Years of a series' own origins that the pooled test counts for (``forecast``, Notes)."""


@dataclass(frozen=True)
class RollingBacktest:
    """Errors of every rule from every origin.

    Attributes
    ----------
    origins : int
        Months from which forecasts were made; 0 where the series is too short.
    forecasts : int
        Months forecast, over all origins and steps ahead.
    error_percent : mapping of str to float
        Rule → mean size of the error of a month, as a percentage. Unit: percent.
    """

    origins: int
    forecasts: int
    error_percent: Mapping[str, float]

    def better_percent(self, rule: str) -> float:
        """By how much its error is below that of the seasonal naive. Unit: percent."""
        naive = self.error_percent[NAIVE]
        return 100 * (1 - self.error_percent[rule] / naive) if naive else 0.0


def rolling_backtest(counts: Counts, *, first: int | None = None) -> RollingBacktest:
    """Rules fitted once to the months before the first origin, then rolled on.

    ``first`` is that origin; not given, 36 months before the last, and 24 after the first.

    Examples
    --------
    >>> counts = Counts(np.full(36, 100.0), np.full(48, 30.0))
    >>> found = rolling_backtest(counts)
    >>> found.origins, found.forecasts, round(found.error_percent[NAIVE], 6)
    (12, 78, 0.0)
    """
    months = len(counts.offences)
    first = max(FIRST, months - LONGEST) if first is None else first
    if months - first < FEWEST:
        return RollingBacktest(0, 0, {})
    rules = fitted(counts.until(first))
    errors: dict[str, list[Floats]] = {name: [] for name in RULES}
    for origin in range(first, months):
        came = counts.offences[origin : origin + 12]
        for name, ahead in expected(rules, counts.until(origin)).items():
            errors[name].append(np.abs(log_error(came, ahead[: len(came)])))
    size = {name: 100 * float(np.concatenate(found).mean()) for name, found in errors.items()}
    return RollingBacktest(months - first, sum(map(len, errors[NAIVE])), size)


def log_error(came: Floats, expected: Floats) -> Floats:
    """Of counts against what was expected, on the scale of ratios; half is added to both."""
    error: Floats = np.log((came + 0.5) / (expected + 0.5))
    return error


def chosen_rule(backtest: RollingBacktest, pooled: Mapping[str, float]) -> str:
    """The rule with the least error over the naive one's, own and pooled errors together.

    ``pooled`` maps a rule to its error elsewhere over that of the naive one, as a log ratio. The
    seasonal naive wins wherever no other rule did better here, and a tie.
    """
    if not backtest.origins:
        return min(RULES, key=lambda name: pooled[name])
    years = backtest.origins / 12
    return chosen_with(backtest, pooled, own=years / (years + PRIOR_YEARS))


def chosen_with(backtest: RollingBacktest, pooled: Mapping[str, float], *, own: float) -> str:
    """The same with a share ``own`` of the weight on the series' own errors."""
    error = backtest.error_percent
    naive = max(error[NAIVE], LEAST_ERROR)

    def score(name: str) -> float:
        here = np.log(max(error[name], LEAST_ERROR) / naive)
        return float(own * here + (1 - own) * pooled[name])

    return min((name for name in RULES if error[name] <= error[NAIVE]), key=score)
