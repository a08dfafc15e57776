"""The regression of a series cut at the start: against a slow second working."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import t as student

from wardwise.domain.nothing import NotKnown
from wardwise.measures.effect.segmented_regression import Segmented, segmented_regression


def slow_regression(
    treated: np.ndarray, control: np.ndarray, step: np.ndarray
) -> tuple[float, float, float]:
    """Newton's steps and both standard errors, term by term."""
    design = [[1.0, float(x)] for x in step]
    b = np.zeros(2)
    totals = treated + control
    for _ in range(50):
        share = [1 / (1 + math.exp(-(b @ row))) for row in np.array(design)]
        weight = [n * p * (1 - p) for n, p in zip(totals, share, strict=True)]
        bread = sum(w * np.outer(row, row) for w, row in zip(weight, np.array(design), strict=True))
        rest = treated - totals * np.array(share)
        b = b + np.linalg.solve(bread, np.array(design).T @ rest)
    pearson = sum(r * r / w for r, w in zip(rest, weight, strict=True))
    free = len(step) - 2
    inverse = np.linalg.inv(bread)
    widened = math.sqrt(inverse[1, 1] * max(1.0, pearson / free))
    scores = [r * np.array(row) for r, row in zip(rest, design, strict=True)]
    meat = sum(np.outer(s, s) for s in scores)
    for lag in range(1, 4):
        for n in range(lag, len(scores)):
            cross = np.outer(scores[n], scores[n - lag])
            meat = meat + (1 - lag / 4) * (cross + cross.T)
    carried = math.sqrt((inverse @ meat @ inverse)[1, 1] * len(step) / free)
    return float(b[1]), widened, carried


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_the_regression_against_a_slow_second_working(seed: int) -> None:
    random = np.random.default_rng(seed)
    season = 1 + 0.4 * np.sin(np.arange(42) / 2)
    treated = random.poisson(random.gamma(30 * season, 1)).astype(float)
    control = random.poisson(90 * season).astype(float)
    treated[30:] = np.round(treated[30:] * 0.7)
    found = segmented_regression(treated=treated, control=control, start=30)
    assert isinstance(found, Segmented)
    slope, widened, carried = slow_regression(treated, control, np.arange(42) >= 30)
    reach = max(widened, carried) * student.ppf(0.975, 40)
    assert found.step.value == pytest.approx(100 * math.expm1(slope))
    assert found.step.lower == pytest.approx(100 * math.expm1(slope - reach))
    assert found.step.upper == pytest.approx(100 * math.expm1(slope + reach))


def test_a_season_that_both_share_is_no_step() -> None:
    season = np.round(40 * (1.5 + np.cos(np.arange(36) * 2 * np.pi / 12)))
    found = segmented_regression(treated=season, control=3 * season, start=24)
    assert isinstance(found, Segmented)
    assert found.step.value == pytest.approx(0, abs=1e-9)
    assert found.moved_together
    assert (found.months_before, found.months_after) == (24, 12)


def test_a_control_that_goes_its_own_way_is_seen() -> None:
    # the area falls by a percent and a half a month against its control before anything begins
    months = np.arange(36)
    treated = np.round(400 * 0.985**months)
    found = segmented_regression(treated=treated, control=np.full(36, 400.0), start=24)
    assert isinstance(found, Segmented)
    assert not found.moved_together
    assert found.drift.value == pytest.approx(100 * (0.985**12 - 1), abs=0.2)


def test_too_few_months_or_one_side_only_is_not_known() -> None:
    months = np.full(20, 5.0)
    assert isinstance(segmented_regression(treated=months, control=months, start=17), NotKnown)
    gaps = np.where(np.arange(20) < 6, np.nan, months)
    assert isinstance(segmented_regression(treated=gaps, control=months, start=10), NotKnown)
    empty = np.where(np.arange(20) < 10, months, 0)
    assert isinstance(segmented_regression(treated=empty, control=months, start=10), NotKnown)
    with pytest.raises(ValueError, match="expected one month in each"):
        segmented_regression(treated=months, control=months[1:], start=10)
