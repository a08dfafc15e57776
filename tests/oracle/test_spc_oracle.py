"""Control charts against NHSRplotthedots, and against qicharts2 on a textbook's examples.

Of the textbook's charts the I, MR and t charts of qicharts2 reach 3 ÷ 1.128 mean ranges from the
mean, ours 2.66 as Making Data Count has it: 0.016% of the reach apart, and no more.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from wardwise.measures.time.attribute_limits import attribute_limits
from wardwise.measures.time.control_limits import SCREEN, control_limits
from wardwise.measures.time.rare_event_limits import rare_event_limits
from wardwise.measures.time.run_chart import run_chart
from wardwise.measures.time.signals import runs_on_one_side, signals, trends, two_of_three
from wardwise.measures.time.subgroup_limits import subgroup_limits


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
    assert SCREEN * limits.moving_range_mean == pytest.approx(float(rows[0]["ucl"]))


def _chart(shared: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(shared / "oracles" / "spc" / f"qicharts2_{name}.csv")


def _limits_agree(found: Any, chart: pd.DataFrame, *, times: float = 1) -> None:
    assert found.mean * times == pytest.approx(chart["cl"].iloc[0])
    assert np.multiply(found.upper, times) == pytest.approx(chart["ucl"].to_numpy())
    assert np.multiply(found.lower, times) == pytest.approx(chart["lcl"].to_numpy(), abs=1e-12)


def _runs_agree(values: Any, chart: pd.DataFrame) -> None:
    found, told = run_chart(values=values, centre=chart["cl"].iloc[0]), chart.iloc[0]
    assert found.longest_run == told["longest.run"]
    assert found.longest_usual == told["longest.run.max"]
    assert found.crossings == told["n.crossings"]
    assert found.fewest_usual == told["n.crossings.min"]
    assert found.signal == bool(told["runs.signal"])


def _lots(chart: pd.DataFrame) -> list[list[float]]:
    """Measurements with the mean and deviation of each lot; the file holds no others.

    Two values at the mean ± s √((n−1)/2) and the others at the mean.
    """
    lots: list[list[float]] = []
    for size, mean, deviation in zip(
        chart["y.length"], chart["y.mean"], chart["y.sd"], strict=True
    ):
        if not size or np.isnan(mean):
            lots.append([])
            continue
        away = deviation * np.sqrt((size - 1) / 2) if size > 1 else 0.0
        lots.append([mean] * (int(size) - 2) + [mean - away, mean + away][: int(size)])
    return lots


@pytest.mark.parametrize("example", ["ex_6.3", "ex_6.4"])
def test_the_textbook_charts_of_lots(shared: Path, example: str) -> None:
    chart = _chart(shared, f"{example}_1")
    found = subgroup_limits(lots=_lots(chart))
    _limits_agree(found, chart)
    _runs_agree(found.means, chart)
    chart = _chart(shared, f"{example}_2")
    assert found.deviation == pytest.approx(chart["cl"].iloc[0])
    assert found.deviation_upper == pytest.approx(chart["ucl"].to_numpy())
    assert found.deviation_lower == pytest.approx(chart["lcl"].to_numpy(), abs=1e-12)
    _runs_agree(found.deviations, chart)


def test_lots_with_measurements_missing(shared: Path) -> None:
    # qicharts2 lets the one empty lot, 0 measurements, take 1 from the degrees of freedom
    # (75 where there are 76 in lots of two or more), so that its limits are 0.7% wider than ours
    chart = _chart(shared, "NA_test")
    found = subgroup_limits(lots=_lots(chart))
    several = (chart["y.length"] > 1).to_numpy()
    freedom = int((chart["y.length"][several] - 1).sum())
    wider = np.sqrt(freedom / (freedom - 1))
    assert (chart["y.length"] == 0).sum() == 1
    assert found.mean == pytest.approx(chart["cl"].iloc[0])
    reach = np.array(found.upper)[several] - found.mean
    expected = (chart["ucl"] - chart["cl"]).to_numpy()[several]
    assert reach * wider == pytest.approx(expected)
    assert np.isnan(np.array(found.upper)[~several]).all()
    assert chart["ucl"][~several].isna().all()
    _runs_agree(found.means, chart)


def test_the_textbook_shares_split_at_a_change(shared: Path) -> None:
    whole = _chart(shared, "ex_7.1_5")
    for _, part in whole.groupby("part"):
        left_out = np.flatnonzero(~part["include"].to_numpy(dtype=bool))
        found = attribute_limits(
            chart="p", counts=part["y.sum"], sizes=part["n"], leave_out=left_out.tolist()
        )
        _limits_agree(found, part)
        _runs_agree(part["y"].where(part["include"]), part)


def test_the_textbook_shares_of_unequal_lots(shared: Path) -> None:
    chart = _chart(shared, "tbl_7.4_1")
    _limits_agree(attribute_limits(chart="p", counts=chart["y.sum"], sizes=chart["n"]), chart)
    _runs_agree(chart["y"], chart)


def test_the_textbook_counts(shared: Path) -> None:
    # limits of the first 26, points 6 and 20 left out, hold for those that follow
    chart = _chart(shared, "ex_7.3_3")
    used = (chart["include"] & chart["baseline"]).to_numpy(dtype=bool)
    found = attribute_limits(
        chart="c", counts=chart["y.sum"], leave_out=np.flatnonzero(~used).tolist()
    )
    _limits_agree(found, chart)
    _runs_agree(chart["y"].where(chart["include"]), chart)


@pytest.mark.parametrize(("name", "times"), [("ex_7.4_1", 1), ("ex_7.5_1", 50)])
def test_the_textbook_rates(shared: Path, name: str, times: float) -> None:
    chart = _chart(shared, name)
    found = attribute_limits(chart="u", counts=chart["y.sum"], sizes=chart["n"])
    _limits_agree(found, chart, times=times)
    _runs_agree(chart["y"], chart)


def test_the_textbook_times_between_failures(shared: Path) -> None:
    chart = _chart(shared, "ex_7.6_1")
    found = rare_event_limits(gaps=chart["y.sum"])
    assert found.centre == pytest.approx(chart["cl"].iloc[0])
    assert found.upper == pytest.approx(chart["ucl"].iloc[0], rel=5e-4)  # 2.66 to the 3.6th power
    assert found.lower == chart["lcl"].iloc[0] == 0
    _runs_agree(chart["y"], chart)


def test_the_textbook_runs_of_single_values(shared: Path) -> None:
    for name in ("ex_6.5_3", "ex_6.5_4"):
        chart = _chart(shared, name)
        _runs_agree(chart["y"], chart)


KEYS = {
    "hai_1": [],
    "hai_2": ["infection"],
    "hai_3": ["hospital", "infection"],
}


@pytest.mark.parametrize("name", KEYS)
def test_rates_of_hospital_infections(shared: Path, name: str) -> None:
    rows = pd.read_csv(shared / "oracles" / "spc" / "hospital_infections.csv")
    expected = _chart(shared, name)
    groups = [(None, rows)] if not KEYS[name] else rows.groupby(KEYS[name])
    for (_, group), (_, told) in zip(groups, expected.iterrows(), strict=True):
        months = group.groupby("month")[["n", "days"]].sum()
        found = attribute_limits(chart="u", counts=months["n"], sizes=months["days"])
        assert found.mean == pytest.approx(told["CL"])
        # the file gives the mean of the limits of all points
        mean_limits = np.mean(found.lower), np.mean(found.upper)
        assert mean_limits == pytest.approx((told["aLCL"], told["aUCL"]))
        _summary_agrees(found, months["n"] / months["days"], told)


def test_rates_of_hospitals_beside_one_another(shared: Path) -> None:
    rows = pd.read_csv(shared / "oracles" / "spc" / "hospital_infections.csv")
    rows = rows[rows["month"] >= "2016-07-01"]
    order = rows.groupby("hospital")["days"].mean().sort_values().index
    for (_, group), (_, told) in zip(
        rows.groupby("infection"), _chart(shared, "hai_4").iterrows(), strict=True
    ):
        each = group.groupby("hospital")[["n", "days"]].sum().loc[order]
        found = attribute_limits(chart="u", counts=each["n"], sizes=each["days"])
        assert found.mean * 10_000 == pytest.approx(told["CL"])
        _summary_agrees(found, each["n"] / each["days"], told)


def _summary_agrees(found: Any, values: pd.Series, told: pd.Series) -> None:
    runs = run_chart(values=values, centre=found.mean)
    assert (runs.longest_run, runs.longest_usual) == (told["longest.run"], told["longest.run.max"])
    assert (runs.crossings, runs.fewest_usual) == (told["n.crossings"], told["n.crossings.min"])
    drawn = values.to_numpy()
    outside = ((drawn > np.array(found.upper)) | (drawn < np.array(found.lower))).any()
    assert [runs.signal, bool(outside)] == [bool(told["runs.signal"]), bool(told["sigma.signal"])]
