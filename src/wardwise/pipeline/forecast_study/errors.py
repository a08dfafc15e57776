"""The forecasts of a panel from month after month, against what came."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wardwise.measures.time.forecast import LEAST, volatility
from wardwise.measures.time.forecast_models import RULES, Counts, expected, fitted, steady_level
from wardwise.measures.time.rolling_backtest import log_error
from wardwise.pipeline.forecast_study.panel import Panel


Floats = NDArray[np.float64]
FIRST = 20
"""Months before the first origin: with 32 in all, twelve are left to try a whole year."""
HORIZONS = {
    **{f"month {n}": slice(n - 1, n) for n in range(1, 13)},
    **{f"quarter {n}": slice(3 * n - 3, 3 * n) for n in range(1, 5)},
    "year": slice(0, 12),
}


@dataclass(frozen=True, eq=False)
class Tried:
    """Twelve months ahead from origins of a panel, NaN where there was no forecast or outcome.

    Shapes: ``ahead`` series × origins × rules × 12; ``came`` and ``own`` without the rules, the
    latter (volatility until then) without months.
    """

    rules: tuple[str, ...]
    origins: tuple[int, ...]
    ahead: Floats
    came: Floats
    own: Floats

    def of(self, rule: str, horizon: str) -> pd.DataFrame:
        """Every forecast of one horizon whose outcome is known, with its log error."""
        part, number = HORIZONS[horizon], self.rules.index(rule)
        told = self.ahead[:, :, number, part].sum(axis=-1)
        came = self.came[:, :, part].sum(axis=-1)
        series, origin = np.nonzero(np.isfinite(told + came))
        at = (series, origin)
        return pd.DataFrame(
            {
                "series": series,
                "origin": origin,
                "expected": told[at],
                "volatility": self.own[at],
                "error": log_error(came[at], told[at]),
            }
        )


def all_rules(panel: Panel) -> Tried:
    """Every rule, fitted once to the first months, from every origin after."""
    origins = tuple(range(FIRST, len(panel.months)))
    tried = _nothing(panel, origins, RULES)
    for series, counts in enumerate(counts_of(panel)):
        rules = fitted(counts.until(FIRST))
        for n, origin in enumerate(origins):
            known = counts.until(origin)
            if known.offences[-12:].sum() >= LEAST:
                found = expected(rules, known)
                _note(tried, (series, n), counts, np.array([found[name] for name in RULES]))
    return tried


def steady_years(panel: Panel) -> Tried:
    """The steady level, which is fitted to nothing, from each quarter with three years before."""
    origins = tuple(range(36, len(panel.months) - 11, 3))
    tried = _nothing(panel, origins, ("steady",))
    for series, counts in enumerate(counts_of(panel)):
        for n, origin in enumerate(origins):
            past = counts.offences[origin - 36 : origin]
            if past[-12:].sum() >= LEAST:
                three = Counts(past, counts.days[origin - 36 : origin + 12])
                _note(tried, (series, n), counts, steady_level(three)[None, :])
    return tried


def _nothing(panel: Panel, origins: tuple[int, ...], rules: tuple[str, ...]) -> Tried:
    shape = (len(panel.counts), len(origins))
    return Tried(
        rules,
        origins,
        np.full((*shape, len(rules), 12), np.nan),
        np.full((*shape, 12), np.nan),
        np.full(shape, np.nan),
    )


def _note(tried: Tried, at: tuple[int, int], counts: Counts, ahead: Floats) -> None:
    origin = tried.origins[at[1]]
    came = counts.offences[origin : origin + 12]
    tried.ahead[at] = ahead
    tried.came[at][: len(came)] = came
    tried.own[at] = volatility(counts.offences[max(0, origin - 36) : origin])


def counts_of(panel: Panel) -> list[Counts]:
    last, months = panel.months[-1], len(panel.months)
    days = np.array([last.plus(n).days for n in range(1 - months, 13)], dtype=float)
    return [Counts(row, days) for row in panel.counts]
