"""Gi, Gi* on esda's six points, and the PAI of ptools."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import ndtr

from wardwise.measures.hot_spots.exact_p import exact_local_p
from wardwise.measures.hot_spots.local_g import LocalG, local_g
from wardwise.measures.hot_spots.prediction_accuracy import prediction_accuracy


pytestmark = pytest.mark.shared


@pytest.fixture
def six(shared: Path) -> dict[str, Any]:
    """Points, their values and what esda's tests expect."""
    path = shared / "oracles" / "gistar" / "expected.json"
    case: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["esda_six_points"]
    return case


def _found(six: dict[str, Any], *, with_own: bool) -> LocalG:
    return local_g(values=six["y"], neighbours=_near(six), with_own=with_own)


def _near(six: dict[str, Any]) -> list[list[int]]:
    points = np.array(six["points"], dtype=float)
    apart = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    return [
        [other for other in range(len(points)) if other != one and row[other] <= 15]
        for one, row in enumerate(apart)
    ]


def test_gi(six: dict[str, Any]) -> None:
    assert _found(six, with_own=False).z == pytest.approx(six["Gi_binary_z"], abs=5e-9)


def test_gi_star(six: dict[str, Any]) -> None:
    assert _found(six, with_own=True).z == pytest.approx(six["Gi_star_binary_z"], abs=5e-9)


@pytest.mark.parametrize(("with_own", "name"), [(False, "Gi_row_z"), (True, "Gi_star_row_z")])
def test_the_row_standardised_z_of_esda_is_another_quantity(
    six: dict[str, Any], with_own: bool, name: str
) -> None:
    """Ord and Getis' z does not change when all weights of a place are divided by one number.

    esda puts W, the sum of the weights, where the formula has the sum of their squares; with
    weights of 1/k that leaves (mean of the surroundings − mean of the pool) ÷ standard deviation
    of the pool, which has no k in its error. That we reproduce, and do not offer.
    """
    y, found = np.array(six["y"]), _found(six, with_own=with_own)
    pools = [y if with_own else np.delete(y, n) for n in range(len(y))]
    around = found.sums / found.sizes
    theirs = [(mean - pool.mean()) / pool.std() for mean, pool in zip(around, pools, strict=True)]
    assert theirs == pytest.approx(six[name], abs=5e-9)
    # ours is theirs with the error that a mean of k of n drawn without replacement has
    shrink = [
        np.sqrt((len(pool) - k) / (k * (len(pool) - 1)))
        for k, pool in zip(found.sizes, pools, strict=True)
    ]
    assert found.z == pytest.approx(np.array(theirs) / shrink)


def test_the_permutation_p_of_esda_is_near_the_exact_one(six: dict[str, Any]) -> None:
    """p_sim of the first place, two-sided, 999 permutations: 0.413; its neighbours are two.

    Tenths are counted, as the law is of whole numbers. Of the ten pairs of the other five points
    two sum to 8 or less (3 + 3.2 and 3 + 5, its own): 0.2, and twice that is 0.4.
    """
    tenths = np.rint(np.array(six["y"]) * 10)
    found = exact_local_p(counts=tenths, neighbours=_near(six), own="held")
    assert found.at_most[0] == pytest.approx(0.2)
    assert found.two_sided[0] == pytest.approx(0.4)
    # 999 permutations of a chance of 0.4: a standard error of 0.0155
    assert abs(found.two_sided[0] - six["p_sim_first_two_sided_999_seed12345"]) < 2 * 0.0155


def test_the_global_g_is_the_sum_of_the_local_ones(six: dict[str, Any]) -> None:
    """G = Σ x (sum of its neighbours) ÷ Σ of all other products; its law by all 720 orders.

    esda's p is that of the nearer normal tail, mean and variance under randomisation.
    """
    y, near = np.array(six["y"]), _near(six)

    def g_of(values: np.ndarray) -> float:
        around = local_g(values=values, neighbours=near, with_own=False).sums
        return float((values * around).sum() / (values.sum() ** 2 - (values**2).sum()))

    every = np.array([g_of(np.array(order)) for order in permutations(y)])
    assert g_of(y) == pytest.approx(six["G_global"], abs=5e-9)
    z = (g_of(y) - every.mean()) / every.std()
    assert ndtr(-abs(z)) == pytest.approx(six["G_global_p_norm"], abs=5e-7)


def test_pai_and_pei(shared: Path) -> None:
    path = shared / "oracles" / "wdd_poisson" / "expected.json"
    case = json.loads(path.read_text(encoding="utf-8"))["pai"]
    for places, (pai, pei) in enumerate(zip(case["PAI"], case["PEI"], strict=True), start=1):
        found = prediction_accuracy(
            before=case["pred"], after=case["obs"], top_percent=100 * places / 3
        )
        assert found.pai == pytest.approx(pai)
        assert found.pei == pytest.approx(pei)
        # the recapture rate index: foretold over observed in the places chosen
        observed = found.hit_percent / 100 * sum(case["obs"])
        assert sum(case["pred"][:places]) / observed == pytest.approx(case["RRI"][places - 1])
