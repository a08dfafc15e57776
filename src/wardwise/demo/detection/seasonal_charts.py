"""A chart of a seasonal offence: does it signal its summer, and does it see an odd month?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.detection.changes import counts_of
from wardwise.demo.detection.scene import Scene
from wardwise.domain.period import Month
from wardwise.measures.time.average_month import average_month
from wardwise.measures.time.control_chart import ControlChart, control_chart
from wardwise.measures.time.month_index import MonthIndex, month_index
from wardwise.measures.time.without_season import without_season


Floats = NDArray[np.float64]

SHOWN = 36
"""Months of a chart, as in the paper."""


def charts_that_signal(scene: Scene, *, season_out: bool, seeds: int) -> int:
    """Seeds in which any of the 36 months signals, by any of the four rules."""
    return sum(bool(_chart(scene, of_seed, season_out).signals) for of_seed in _drawn(scene, seeds))


def odd_months_seen(scene: Scene, *, season_out: bool, seeds: int) -> int:
    """Seeds in which the last month signals, its count made twice what was drawn."""
    seen = 0
    for of_seed in _drawn(scene, seeds):
        of_seed[-1] *= 2
        chart = _chart(scene, of_seed, season_out)
        seen += any(signal.index == SHOWN - 1 for signal in chart.signals)
    return seen


def _drawn(scene: Scene, seeds: int) -> Floats:
    """Exampleshire's months. Shape: seeds × months."""
    counts: Floats = counts_of(scene, planted.SEASON, seeds=seeds)[:, 0].astype(float)
    return counts


def _chart(scene: Scene, counts: Floats, season_out: bool) -> ControlChart:
    months = scene.crimes.months
    values = average_month(months=months, values=counts)
    if season_out:
        values = _level(months, counts, values)
    return control_chart(
        months=months[-SHOWN:],
        values=values[-SHOWN:],
        incomplete=[month for month in planted.INCOMPLETE.months if month in months[-SHOWN:]],
    )


def _level(months: tuple[Month, ...], counts: Floats, values: Floats) -> Floats:
    """As in a run: the season of the complete years, taken out where the test finds one."""
    incomplete = [month in planted.INCOMPLETE.months for month in months]
    found = month_index(months=months, values=np.where(incomplete, np.nan, counts))
    if not isinstance(found, MonthIndex) or not found.is_seasonal:
        return values
    return without_season(months=months, values=values, index=found.index)
