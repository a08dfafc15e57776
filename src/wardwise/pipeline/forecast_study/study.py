"""The study: which rule is best for all, how far out it is, and how often the limits hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import brentq, nnls

from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.measures.time.forecast_models import NAIVE, RULES
from wardwise.pipeline.forecast_study.choice import Choice, choices
from wardwise.pipeline.forecast_study.errors import HORIZONS, Tried, all_rules, steady_years
from wardwise.pipeline.forecast_study.panel import Panel, forces, partnerships


Floats = NDArray[np.float64]
FOLDS = 5
SERIES = ("group", "whole")
LARGEST = 1.5
"""Squared log errors above this count as this, so that no handful of series decides."""


@dataclass(frozen=True)
class Horizon:
    """What was learnt of one horizon; the columns of table ``forecast_error`` and more."""

    series: str
    horizon: str
    parts: tuple[float, float, float]
    shocks: float
    reach_80: float
    reach_95: float
    forecasts: int
    partnerships: int
    origins: int
    held: tuple[float, float]  # with the shocks, as printed
    held_without: tuple[float, float]
    force_forecasts: int
    held_forces: tuple[float, float]


@dataclass(frozen=True)
class Study:
    """Everything that the page and the tables print."""

    months: str
    series: int
    partnerships: int
    rules: Mapping[str, tuple[float, float, int]]  # mean error of a month, of a quarter, months
    best: str
    horizons: tuple[Horizon, ...]
    choices: tuple[Choice, ...]


def study(data: Path) -> Study:
    """Run it all."""
    panel = partnerships(data)
    tried = all_rules(panel)
    rules = {name: _size(tried, name) for name in RULES}
    best = min(RULES, key=lambda name: rules[name][0])
    return Study(
        months=f"{panel.months[0].label} to {panel.months[-1].label}",
        series=len(panel.counts),
        partnerships=len(set(panel.area)),
        rules=rules,
        best=best,
        horizons=_horizons(
            {name: tried.of(best, name) for name in HORIZONS}, panel, _elsewhere(forces(data))
        ),
        choices=choices(panel, {name: log(rules[name][0] / rules[NAIVE][0]) for name in RULES}),
    )


def _size(tried: Tried, rule: str) -> tuple[float, float, int]:
    """Mean size of the log error of a month and of a quarter, and how many months."""
    months = [tried.of(rule, f"month {n}")["error"].abs() for n in range(1, 13)]
    quarters = [tried.of(rule, f"quarter {n}")["error"].abs() for n in range(1, 5)]
    every = pd.concat(months)
    return float(every.mean()), float(pd.concat(quarters).mean()), len(every)


def _horizons(
    tried: Mapping[str, pd.DataFrame], panel: Panel, elsewhere: pd.DataFrame
) -> tuple[Horizon, ...]:
    """Of groups, then of all crime together."""
    found: dict[tuple[str, str], Horizon] = {}
    for whole in (False, True):
        outside = elsewhere[elsewhere["whole"] == whole]
        for name in sorted(HORIZONS, key=lambda one: one.startswith("month")):
            here = _named(tried[name], panel)
            fit = _Fitted.of(here[here["whole"] == whole], panel)
            part = outside[outside["horizon"] == name]
            series = SERIES[whole]
            if name.startswith("month"):  # forces are counted by quarter
                quarter = f"quarter {(int(name.split()[1]) + 2) // 3}"
                shocks = found[series, quarter].shocks
            else:
                shocks = fit.shocks(part)
            found[series, name] = fit.horizon((series, name), shocks, panel, part)
    return tuple(found[series, name] for series in SERIES for name in HORIZONS)


def _named(tried: pd.DataFrame, panel: Panel) -> pd.DataFrame:
    """With a mark of which series are all crime together."""
    return tried.assign(whole=panel.offence[tried["series"]] == ALL_RECORDED_CRIME)


def _elsewhere(panel: Panel) -> pd.DataFrame:
    """The forces' quarters and years."""
    tried = steady_years(panel)
    names = [name for name in HORIZONS if not name.startswith("month")]
    return pd.concat(
        [_named(tried.of("steady", name), panel).assign(horizon=name) for name in names]
    )


@dataclass(frozen=True, eq=False)
class _Fitted:
    """One horizon's parts of variance, and each fold's from the other folds."""

    here: pd.DataFrame
    folds: NDArray[np.int64]
    parts: Floats
    reach: Floats
    others: tuple[tuple[Floats, Floats], ...]

    @classmethod
    def of(cls, here: pd.DataFrame, panel: Panel) -> _Fitted:
        fold = _folds(panel)
        folds = np.array([fold[panel.force[n]] for n in here["series"]])
        parts, reach = _parts(here)
        others = tuple(_parts(here[folds != n]) for n in range(FOLDS))
        return cls(here, folds, parts, reach, others)

    def shocks(self, outside: pd.DataFrame) -> float:
        """The least that makes the 95% limits hold 95% of the outcomes of the forces."""

        def short(more: float) -> float:
            return 95 - _held(outside, self.parts, self.reach, more)[1]

        return float(brentq(short, 0.0, 0.5, xtol=1e-5)) if short(0.0) > 0 else 0.0

    def horizon(
        self, name: tuple[str, str], shocks: float, panel: Panel, outside: pd.DataFrame
    ) -> Horizon:
        return Horizon(
            series=name[0],
            horizon=name[1],
            parts=(float(self.parts[0]), float(self.parts[1]), float(self.parts[2])),
            shocks=shocks,
            reach_80=float(self.reach[0]),
            reach_95=float(self.reach[1]),
            forecasts=len(self.here),
            partnerships=len({panel.area[n] for n in self.here["series"]}),
            origins=int(self.here["origin"].nunique()),
            held=self._held_out(shocks),
            held_without=self._held_out(0.0),
            force_forecasts=len(outside),
            held_forces=_held(outside, self.parts, self.reach, shocks),
        )

    def _held_out(self, shocks: float) -> tuple[float, float]:
        """Each force judged by what the forces of the other folds taught."""
        total = np.zeros(2)
        for n, (parts, reach) in enumerate(self.others):
            part = self.here[self.folds == n]
            total += np.array(_held(part, parts, reach, shocks)) * len(part)
        return float(total[0] / len(self.here)), float(total[1] / len(self.here))


def _folds(panel: Panel) -> dict[str, int]:
    """Force → one of five parts, at random."""
    names = sorted(set(panel.force))
    order = np.random.default_rng(1).permutation(len(names))
    return {name: int(at) % FOLDS for name, at in zip(names, order, strict=True)}


def _features(tried: pd.DataFrame) -> Floats:
    chance = 1 / (tried["expected"].to_numpy() + 0.5)
    return np.column_stack([np.ones(len(tried)), chance, tried["volatility"].to_numpy()])


def _parts(tried: pd.DataFrame) -> tuple[Floats, Floats]:
    """Non-negative least squares of squared errors, weighted by their own size, four rounds."""
    features = _features(tried)
    squared = np.minimum(tried["error"].to_numpy() ** 2, LARGEST)
    weights = np.ones(len(tried))
    for _ in range(4):
        parts, _left = nnls(features * weights[:, None], squared * weights)
        weights = 1 / np.maximum(features @ parts, 1e-3)
    sizes = np.abs(tried["error"].to_numpy()) / np.sqrt(features @ parts)
    return parts, np.quantile(sizes, [0.8, 0.95])


def _held(tried: pd.DataFrame, parts: Floats, reach: Floats, shocks: float) -> tuple[float, float]:
    """Share of the outcomes within both ranges; nought of none. Unit: percent."""
    if not len(tried):
        return 0.0, 0.0
    sizes = np.abs(tried["error"].to_numpy()) / np.sqrt(_features(tried) @ parts + shocks)
    return float(100 * (sizes <= reach[0]).mean()), float(100 * (sizes <= reach[1]).mean())
