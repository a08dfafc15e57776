"""Funnel limits against the tables of FunnelPlotR and Public Health England."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from wardwise.measures.compare.funnel import funnel_events, funnel_limits
from wardwise.measures.compare.overdispersion import overdispersion_ratio


# FunnelPlotR (NHS-R community), tests/testthat, MIT licence: the essential values, kept here
EXPECTED = [15, 20, 30]
LIMITS = {
    0.95: ([0.5596924, 0.6108260, 0.6746958], [1.649348, 1.544419, 1.427562]),
    0.998: ([0.3862650, 0.4479107, 0.5289724], [2.082907, 1.902094, 1.702771]),
}


@pytest.mark.parametrize("level", LIMITS)
def test_limits_agree_with_funnelplotr(level: float) -> None:
    ours = funnel_limits(expected=EXPECTED, level=level)
    assert ours.lower == pytest.approx(LIMITS[level][0], rel=1e-6)
    assert ours.upper == pytest.approx(LIMITS[level][1], rel=1e-6)


def test_the_overdispersion_ratio_agrees_with_funnelplotr() -> None:
    ratio = overdispersion_ratio(
        counts=[100, 150, 180, 80, 120, 225], expected=[108, 112, 165, 95, 100, 220]
    )
    assert ratio == pytest.approx(2.948033, abs=1e-6)


def _rows(shared: Path, name: str) -> list[dict[str, str]]:
    path = shared / "oracles" / "rates_ci_funnel" / name
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key.strip(): cell for key, cell in row.items()} for row in csv.DictReader(file)]


def _column(rows: list[dict[str, str]], name: str) -> np.ndarray:
    return np.array([float(row[name]) for row in rows])


@pytest.mark.shared
def test_the_reference_file_of_funnelplotr_is_the_one_kept_here(shared: Path) -> None:
    text = (shared / "oracles" / "rates_ci_funnel" / "README.json").read_text(encoding="utf-8")
    kept = json.loads(text)["FunnelPlotR"]["poisson_limits_target1"]
    assert kept["ll95"] == LIMITS[0.95][0]
    assert kept["ul99.8"] == LIMITS[0.998][1]


@pytest.mark.shared
@pytest.mark.parametrize(("level", "tail"), [(0.95, "2s"), (0.998, "3s")])
def test_every_ratio_row_of_the_public_health_funnel(shared: Path, level: float, tail: str) -> None:
    rows = _rows(shared, "testdata_funnel_ratio_outputs.csv")
    seen = _column(rows, "Observed_events")
    ours = funnel_events(events=seen, level=level)
    assert ours.lower == pytest.approx(_column(rows, f"lower_{tail}_exp_events"), rel=1e-4)
    assert ours.upper == pytest.approx(_column(rows, f"upper_{tail}_exp_events"), rel=1e-4)
    assert 100 * seen / ours.lower == pytest.approx(_column(rows, f"lower_{tail}_isr"), rel=1e-4)
    assert 100 * seen / ours.upper == pytest.approx(_column(rows, f"upper_{tail}_isr"), rel=1e-4)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["", "_2", "_3"])
@pytest.mark.parametrize(("level", "tail"), [(0.95, "2s"), (0.998, "3s")])
def test_every_rate_row_of_the_public_health_funnel(
    shared: Path, name: str, level: float, tail: str
) -> None:
    rows = _rows(shared, f"testdata_funnel_rate_outputs{name}.csv")
    seen, baseline = _column(rows, "Events"), _column(rows, "baseline")
    ours = funnel_events(events=seen, level=level)
    assert baseline * seen / ours.lower == pytest.approx(
        _column(rows, f"lower_{tail}_limit"), rel=1e-3
    )
    assert baseline * seen / ours.upper == pytest.approx(
        _column(rows, f"upper_{tail}_limit"), rel=1e-3
    )


@pytest.mark.shared
def test_every_area_of_the_public_health_ratio_funnel_is_classed_alike(shared: Path) -> None:
    rows = _rows(shared, "testdata_funnel_ratio_inputs.csv")
    seen, due = _column(rows, "obs"), _column(rows, "expected")
    classes = np.full(len(rows), "Not significant", dtype="U20")
    for level, tail in ((0.95, "0.025"), (0.998, "0.001")):
        limits = funnel_events(events=seen, level=level)
        classes[due < limits.upper] = f"High ({tail})"
        classes[due > limits.lower] = f"Low ({tail})"
    assert classes.tolist() == [row["significance"] for row in rows]
