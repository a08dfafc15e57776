"""Should a series choose its rule by its own past alone? Tried on the months after the choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from wardwise.measures.time.forecast_models import NAIVE
from wardwise.measures.time.rolling_backtest import (
    RollingBacktest,
    chosen_rule,
    chosen_with,
    rolling_backtest,
)
from wardwise.pipeline.forecast_study.errors import counts_of
from wardwise.pipeline.forecast_study.panel import Panel


CHOSEN_AT = 24
FIRST = 18
EVERY = 4
"""One series in so many is tried."""
LEAST = 5.0
"""Offences a month of those tried."""
WAYS = {
    "the pooled errors alone": 0.0,
    "a quarter": 0.25,
    "half": 0.5,
    "the series' own alone": 1.0,
}


@dataclass(frozen=True)
class Choice:
    """A way to choose, and the mean size of the log error of a month after it. Unit: percent."""

    way: str
    error_percent: float
    naive_chosen: int
    series: int


def choices(panel: Panel, pooled: Mapping[str, float]) -> tuple[Choice, ...]:
    """Chosen by six origins, tried on the eight months after."""
    tried = [
        (
            rolling_backtest(one.until(CHOSEN_AT), first=FIRST),
            rolling_backtest(one, first=CHOSEN_AT),
        )
        for one in counts_of(panel)[::EVERY]
        if one.offences[:CHOSEN_AT].mean() >= LEAST
    ]
    as_it_is = [chosen_rule(before, pooled) for before, _ in tried]
    found = [_choice("the seasonal naive always", [NAIVE] * len(tried), tried)]
    for way, own in WAYS.items():
        named = [chosen_with(before, pooled, own=own) for before, _ in tried]
        found.append(_choice(way, named, tried))
    return (*found, _choice("as forecasts are made", as_it_is, tried))


def _choice(
    way: str, named: list[str], tried: list[tuple[RollingBacktest, RollingBacktest]]
) -> Choice:
    errors = [after.error_percent[name] for name, (_, after) in zip(named, tried, strict=True)]
    return Choice(way, float(np.mean(errors)), named.count(NAIVE), len(tried))
