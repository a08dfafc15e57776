"""Control charts against NHSRplotthedots and a textbook chart."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from wardwise.measures.time.control_limits import control_limits
from wardwise.measures.time.signals import runs_on_one_side, signals, trends, two_of_three


pytestmark = pytest.mark.shared


@pytest.fixture
def expected(shared: Path) -> dict[str, Any]:
    text = (shared / "oracles" / "spc" / "expected.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["xmr_NHSRplotthedots"]
    return found


def _normal(shared: Path) -> list[float]:
    with (shared / "oracles" / "spc" / "ptd_rnorm20_seed123.csv").open(newline="") as file:
        return [float(row["y"]) for row in csv.DictReader(file)]


def _agrees(values: list[float], published: dict[str, float], *, screen: bool, by: float) -> None:
    limits = control_limits(values=values, screen=screen)
    found = (limits.mean, limits.lower, limits.upper)
    assert found == pytest.approx((published["mean"], published["lpl"], published["upl"]), abs=by)


def test_the_outlier_example(expected: dict[str, Any]) -> None:
    case = expected["outlier_example"]
    _agrees(case["y"], case["screened"], screen=True, by=0.006)
    _agrees(case["y"], case["unscreened_excel"], screen=False, by=0.006)


def test_twenty_random_values(expected: dict[str, Any], shared: Path) -> None:
    values, case = _normal(shared), expected["rnorm20"]
    _agrees(values, case["screened"], screen=True, by=1e-6)
    values[14] = 10.0
    _agrees(values, case["y15_set_to_10_screened"], screen=True, by=1e-6)
    _agrees(values, case["y15_set_to_10_unscreened"], screen=False, by=1e-6)


def test_seven_on_one_side(expected: dict[str, Any]) -> None:
    assert len(expected["seven_one_side"]) == 4
    for case in expected["seven_one_side"]:
        assert runs_on_one_side(side=case["side"]).astype(int).tolist() == case["flag"]


def test_seven_in_a_trend(expected: dict[str, Any]) -> None:
    assert len(expected["seven_trend"]) == 6
    for case in expected["seven_trend"]:
        assert trends(values=case["y"]).tolist() == case["flag"]


def test_two_in_three(expected: dict[str, Any]) -> None:
    assert len(expected["two_in_three"]) == 5
    for case in expected["two_in_three"]:
        found = two_of_three(near=case["near"], side=case["side"])
        assert found.astype(int).tolist() == case["window_flag"]


def test_opposite_sides_are_not_special(expected: dict[str, Any]) -> None:
    values = expected["opposite_sides_not_special"]["y"]
    found = signals(values=values, limits=control_limits(values=values))
    assert [signal for signal in found if signal.index >= len(values) - 2] == []


def test_the_textbook_chart_of_single_values(shared: Path) -> None:
    # Montgomery, example 6.5, first 20 points; 3 / 1.128 there, 2.66 here: 0.02% apart
    with (shared / "oracles" / "spc" / "qicharts2_ex_6.5_3.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    limits = control_limits(values=[float(row["y"]) for row in rows[:20]])
    assert limits.mean == pytest.approx(float(rows[0]["cl"]))
    assert limits.lower == pytest.approx(float(rows[0]["lcl"]), rel=1e-4)
    assert limits.upper == pytest.approx(float(rows[0]["ucl"]), rel=1e-4)


def test_the_textbook_moving_range(shared: Path) -> None:
    with (shared / "oracles" / "spc" / "qicharts2_ex_6.5_4.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    values = [float(row["y.sum"]) for row in rows[:20]]
    limits = control_limits(values=values, screen=False)
    assert limits.moving_range_mean == pytest.approx(float(rows[0]["cl"]))
