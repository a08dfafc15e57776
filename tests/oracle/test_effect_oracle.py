"""Weighted displacement differences and the E-test against published answers.

The E-test of the oracle's tool agrees with the paper's (and with ours, which is SciPy's port of
the authors' programme) where both exposures are 1 and the difference is nought. Elsewhere it is
another statistic: it divides by the pooled rate and not by √(x₁/n₁² + x₂/n₂²), and where a
difference is given it divides the counts seen by the rate under the hypothesis but those
enumerated by their own. Both of its answers are worked again here, so that it is known why.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.stats import poisson

from wardwise.measures.effect.cumulative_difference import cumulative_difference
from wardwise.measures.effect.displacement_difference import (
    DisplacementDifference,
    weighted_displacement_difference,
)
from wardwise.measures.effect.e_test import exact_difference_p_value


pytestmark = pytest.mark.shared

ROLES = ("treated", "control", "disp_treated", "disp_control")
TOOLS_ORDER = (1, 0, 3, 2)  # the tool names the control first


@pytest.fixture
def expected(shared: Path) -> dict[str, Any]:
    text = (shared / "oracles" / "wdd_poisson" / "expected.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def worked(case: dict[str, Any]) -> DisplacementDifference:
    counts = [case[role] for role in ROLES if role in case]
    areas = case.get("area_weights")
    return weighted_displacement_difference(
        counts=counts,
        time_weights=case.get("time_weights", (1, 1)),
        area_weights=None if areas is None else [areas[n] for n in TOOLS_ORDER],
        level=1 - case.get("alpha", 0.05),
    )


def test_every_case_of_the_tools_own_tests(expected: dict[str, Any]) -> None:
    cases = expected["wdd"]["cases"]
    assert len(cases) == 6
    for case in cases:
        found = worked(case)
        if "est_local" in case:
            assert found.local.value == case["est_local"]
        if "est_displace" in case:
            assert found.displacement is not None
            assert found.displacement.value == case["est_displace"]
        if "est_total" in case:
            assert found.total.value == pytest.approx(case["est_total"], abs=5e-9)


def test_the_paper_and_both_kinds_of_weights(expected: dict[str, Any]) -> None:
    paper, time, area = expected["wdd"]["cases"][3:]
    found = worked(paper)
    assert found.standard_error**2 == pytest.approx(paper["var_total"])
    assert round(found.z, 2) == paper["z"]
    assert [round(found.total.lower), round(found.total.upper)] == paper["ci_rounded"]
    assert worked(time).standard_error ** 2 == pytest.approx(time["var_total"])
    found = worked(area)
    assert found.standard_error == pytest.approx(area["se_total"], abs=5e-8)
    assert found.z == pytest.approx(area["z"], abs=5e-9)
    assert [found.total.lower, found.total.upper] == pytest.approx(area["ci"], abs=5e-7)


def test_the_notebooks_cases(expected: dict[str, Any]) -> None:
    for case in expected["wdd_notebook"]["cases"]:
        found = worked({"alpha": expected["wdd_notebook"]["alpha"], **case})
        assert found.total.value == pytest.approx(case["est_total"])
        assert found.standard_error == pytest.approx(case["se"], abs=0.05)
        assert [found.total.lower, found.total.upper] == pytest.approx(case["ci"], abs=0.05)


def test_harm_weights(expected: dict[str, Any]) -> None:
    case = expected["wdd_harm"]
    kinds = [*case["weights"]]
    counts = np.array([[case[side][kind] for kind in kinds] for side in ("treated", "controls")])
    found = weighted_displacement_difference(
        counts=counts.swapaxes(1, 2), harm_weights=[*case["weights"].values()]
    )
    assert found.total.value == case["harm_est"]
    assert found.standard_error == pytest.approx(case["se"], abs=5e-8)
    assert found.z == pytest.approx(case["z"], abs=5e-8)
    assert [found.total.lower, found.total.upper] == pytest.approx(case["ci"], abs=5e-7)


def test_each_kind_of_crime_by_itself(expected: dict[str, Any]) -> None:
    sides = expected["wdd_harm"]
    for kind, case in expected["wdd_notebook"]["per_type"].items():
        found = weighted_displacement_difference(
            counts=[sides["treated"][kind], sides["controls"][kind]], level=0.9
        )
        assert found.local.value == case["est"]
        assert found.standard_error == pytest.approx(case["se"], abs=5e-7)
        assert found.z == pytest.approx(case["z"], abs=5e-7)
        assert [found.local.lower, found.local.upper] == pytest.approx(case["ci90"], abs=5e-7)


def test_the_last_week_of_the_cumulative_difference(expected: dict[str, Any]) -> None:
    case = expected["wdd_notebook"]["cumulative_last_week"]
    found = cumulative_difference(
        treated=[100, case["cum_treated"] - 100], control=[98, case["cum_control"] - 98], level=0.9
    )
    assert found.difference[-1] == case["cum_dif"]
    assert found.standard_error[-1] == pytest.approx(case["se"], abs=5e-7)
    assert [found.lower[-1], found.upper[-1]] == pytest.approx(case["ci90"], abs=5e-7)
    assert found.ratio[-1] == pytest.approx(case["irr"], abs=5e-7)
    assert [found.ratio_lower[-1], found.ratio_upper[-1]] == pytest.approx(
        case["irr_ci90"], abs=5e-7
    )


def test_the_e_test_with_equal_exposures(expected: dict[str, Any]) -> None:
    cases = expected["e_test_two_poisson"]["cases"]
    plain = [case for case in cases if case.get("n1", 1) == 1 and "d" not in case]
    assert len(plain) == 4
    for case in plain:
        found = exact_difference_p_value(first=case["k1"], second=case["k2"])
        assert found == pytest.approx(case["p"], abs=5e-5)
        if case["p"] != round(case["p"], 4):
            assert found == pytest.approx(case["p"], abs=1e-12)
        if "exact_printed" in case:
            assert found == pytest.approx(case["exact_printed"], abs=1e-12)


def test_why_the_tools_other_e_tests_are_not_ours(expected: dict[str, Any]) -> None:
    cases = expected["e_test_two_poisson"]["cases"]
    others = [case for case in cases if case.get("n1", 1) != 1 or "d" in case]
    ours = [
        exact_difference_p_value(
            first=case["k1"],
            second=case["k2"],
            exposure_first=case.get("n1", 1),
            exposure_second=case.get("n2", 1),
            difference=case.get("d", 0),
        )
        for case in others
    ]
    theirs = [case["p"] for case in others]
    assert ours == pytest.approx([0.000574719, 0.272678250, 0.999876590], abs=5e-9)
    assert [_pooled(case) for case in others] == pytest.approx(theirs, abs=1e-12)


def _pooled(case: dict[str, Any]) -> float:
    """The tool's statistic, pair of counts by pair of counts."""
    n1, n2, d = case.get("n1", 1), case.get("n2", 1), case.get("d", 0)
    rate = (case["k1"] + case["k2"] - d * n1) / (n1 + n2)
    seen = abs(case["k1"] / n1 - case["k2"] / n2 - d) / rate**0.5
    first, second = np.meshgrid(np.arange(500), np.arange(500), indexing="ij")
    pooled = (first + second) / (n1 + n2)
    with np.errstate(invalid="ignore", divide="ignore"):
        as_far = np.abs(first / n1 - second / n2 - d) / np.sqrt(pooled) >= seen
    as_far[0, 0] = False  # nought over nought: the tool leaves it out
    chance = poisson.pmf(first, n1 * (rate + d)) * poisson.pmf(second, n2 * rate)
    return float(chance[as_far].sum())
