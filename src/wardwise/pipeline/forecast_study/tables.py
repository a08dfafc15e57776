"""The reference tables that the study writes."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from pathlib import Path

from wardwise.measures.time.forecast_models import NAIVE
from wardwise.pipeline.forecast_study.study import Horizon, Study


COLUMNS = (
    "series",
    "horizon",
    "steady",
    "chance",
    "own",
    "shocks",
    "reach_80",
    "reach_95",
    "forecasts",
    "partnerships",
    "held_80",
    "held_95",
    "force_forecasts",
    "force_held_95",
)


def write_tables(found: Study, to: Path) -> None:
    """``forecast_error.csv`` and ``forecast_rule.csv``."""
    _write(to / "forecast_error.csv", COLUMNS, [_row(one) for one in found.horizons])
    naive = found.rules[NAIVE]
    rules = [
        (name, f"{math.log(month / naive[0]):.4f}", f"{100 * month:.2f}", f"{100 * quarter:.2f}", n)
        for name, (month, quarter, n) in found.rules.items()
    ]
    header = ("rule", "log_ratio", "month_error_percent", "quarter_error_percent", "months")
    _write(to / "forecast_rule.csv", header, rules)


def _row(one: Horizon) -> tuple[object, ...]:
    return (
        one.series,
        one.horizon,
        *(f"{part:.5f}" for part in (*one.parts, one.shocks)),
        f"{one.reach_80:.4f}",
        f"{one.reach_95:.4f}",
        one.forecasts,
        one.partnerships,
        f"{one.held[0]:.1f}",
        f"{one.held[1]:.1f}",
        one.force_forecasts or "",
        f"{one.held_forces[1]:.1f}" if one.force_forecasts else "",
    )


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
