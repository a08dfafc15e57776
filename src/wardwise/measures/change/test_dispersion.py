"""Dispersion: by hand, against the chi-square test of a table, and by simulation."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import chi2_contingency

from wardwise.measures.change.carry_over import annual_dispersion, lagged_sums
from wardwise.measures.change.change_percent import change_percent
from wardwise.measures.change.dispersion import Dispersion, dispersion
from wardwise.measures.change.matched_months import matched_months


DAYS = np.array([31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 30])
Counts = NDArray[np.float64]


def measured(before: object, after: object) -> Dispersion:
    return dispersion(
        before=np.asarray(before, float),
        after=np.asarray(after, float),
        days_before=DAYS,
        days_after=DAYS,
    )


def test_dispersion_worked_by_hand() -> None:
    # Sums 400 and 400, so half of each pair is expected after: 110, 90, 90, 110.
    # Residuals 10, -10, -10, 10; variances 220/4, 180/4, 180/4, 220/4 = 55, 45, 45, 55.
    # Pearson 2 x 100/55 + 2 x 100/45 = 8.0808 on 3 degrees of freedom: 2.6936
    days = [31, 28, 31, 30]
    found = dispersion(
        before=[100, 100, 100, 100],
        after=[120, 80, 80, 120],
        days_before=days,
        days_after=days,
    )
    assert found.phi == pytest.approx(2.6936, abs=1e-4)
    assert (found.areas, found.months, found.degrees_of_freedom) == (1, 4, 3)


def test_the_months_alone_are_the_chi_square_of_a_two_row_table() -> None:
    rng = np.random.default_rng(1)
    before, after = rng.poisson(80, (2, 12)).astype(float)
    table = chi2_contingency(np.stack([before, after]), correction=False)
    assert measured([before], [after]).phi_months == pytest.approx(table.statistic / 11)


def test_a_steady_rise_is_no_irregularity() -> None:
    before = np.tile(np.arange(100, 220, 10.0), (3, 1))
    found = measured(before, 1.3 * before)
    assert found.phi_months == pytest.approx(0, abs=1e-9)
    assert found.phi == 1


def test_february_in_a_leap_year_is_no_irregularity() -> None:
    leap = DAYS.copy()
    leap[9] = 29
    found = dispersion(before=[2.0 * DAYS], after=[3.0 * leap], days_before=DAYS, days_after=leap)
    assert found.phi_months == pytest.approx(0, abs=1e-9)


def test_a_pair_that_is_not_known_is_left_out() -> None:
    rng = np.random.default_rng(2)
    before, after = rng.poisson(50, (2, 4, 12)).astype(float)
    gap = before.copy()
    gap[1, 3] = np.nan
    found = measured(gap, after)
    assert found.months == 47
    assert np.isfinite(found.phi)
    without = measured(before[[0, 2, 3]], after[[0, 2, 3]])
    only = dispersion(
        before=np.delete(before[1:2], 3, axis=1),
        after=np.delete(after[1:2], 3, axis=1),
        days_before=np.delete(DAYS, 3),
        days_after=np.delete(DAYS, 3),
    )
    pearson = without.phi_months * 33 + only.phi_months * 10
    assert found.phi_months == pytest.approx(pearson / 43)


def test_an_area_without_a_year_is_left_out_and_none_at_all_is_said() -> None:
    nothing = np.zeros((1, 12))
    assert measured(nothing, nothing + 5).areas == 0
    assert measured(nothing, nothing + 5).method == "no area has counts in both years"


def test_a_broken_series_is_held_down_and_counted() -> None:
    rng = np.random.default_rng(3)
    before, after = rng.poisson(200, (2, 16, 12)).astype(float)
    broken = after.copy()
    broken[0, 6:] = 2  # the supplier stopped half-way through the year
    assert measured(before, broken).irregular == 1
    assert measured(before, broken).phi < 2 * measured(before, after).phi + 1
    assert measured(before, broken).phi_carried >= measured(before, broken).phi


def test_shapes_that_differ_are_refused() -> None:
    with pytest.raises(ValueError, match="expected the same"):
        measured(np.ones((2, 12)), np.ones((3, 12)))
    with pytest.raises(ValueError, match="negative"):
        measured(-np.ones((2, 12)), np.ones((2, 12)))


def test_the_annual_dispersion_agrees_with_a_slow_twin() -> None:
    rng = np.random.default_rng(4)
    before, after = rng.poisson(60, (2, 5, 12)).astype(float)
    pairs = matched_months(before=before, after=after, days_before=DAYS, days_after=DAYS)
    fast = annual_dispersion(pairs=pairs, sums=lagged_sums(pairs, 3))
    assert fast == pytest.approx(_slow_annual(before, after))


def _slow_annual(before: Counts, after: Counts) -> float:
    """The same, one area, one month and one lag at a time; years of equal days."""
    lags, months = range(4), range(12)
    left, right, added = np.zeros((4, 4)), np.zeros(4), np.zeros(4)
    for first, second in zip(before, after, strict=True):
        both = first + second
        chance = second.sum() / both.sum()
        residual = (second - both * chance) / np.sqrt(both * chance * (1 - chance))
        out = np.eye(12) - np.sqrt(np.outer(both, both)) / both.sum()
        for lag in lags:
            for s in months:
                for t in months:
                    if abs(s - t) != lag:
                        continue
                    right[lag] += residual[s] * residual[t]
                    added[lag] += np.sqrt(both[s] * both[t]) / both.sum() / len(before)
                    for other in lags:
                        # covariance of residuals s and t, if true ones 'other' apart have 1
                        apart = np.abs(np.subtract.outer(np.arange(12), np.arange(12))) == other
                        left[lag, other] += out[s] @ apart @ out[t]
    return float(np.linalg.solve(left, right) @ added)


def _years(rng: np.random.Generator, *, areas: int, noise: float, memory: float) -> Counts:
    """Two years of months whose level wobbles with the given spread and memory."""
    wobble = np.zeros((areas, 24))
    wobble[:, 0] = rng.normal(size=areas)
    for month in range(1, 24):
        fresh = rng.normal(size=areas) * np.sqrt(1 - memory**2)
        wobble[:, month] = memory * wobble[:, month - 1] + fresh
    return rng.poisson(150 * np.exp(noise * wobble)).astype(float)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("noise", "memory", "areas", "most_months_only"),
    [(0.0, 0.0, 16, 0.075), (0.12, 0.0, 16, 0.075), (0.12, 0.5, 16, 0.5), (0.12, 0.0, 4, 0.09)],
)
def test_planted_nothing_is_called_a_change_about_one_time_in_twenty(
    noise: float, memory: float, areas: int, most_months_only: float
) -> None:
    rng = np.random.default_rng(5)
    called, called_months = 0, 0
    trials = 600
    for _ in range(trials):
        counts = _years(rng, areas=areas, noise=noise, memory=memory)
        before, after = counts[:, :12], counts[:, 12:]
        found = measured(before, after)
        totals = {"before": before[0].sum(), "after": after[0].sum()}
        called += change_percent(**totals, phi=found.phi_carried).verdict != "no clear change"
        called_months += change_percent(**totals, phi=found.phi).verdict != "no clear change"
    assert 0.01 <= called / trials <= 0.09
    assert called / trials <= called_months / trials <= most_months_only
    if memory:  # months alone are not enough: this is why a change has to be firm as well
        assert called_months / trials > 0.10


@pytest.mark.slow
@pytest.mark.parametrize("phi", [1.0, 2.0, 4.0])
@pytest.mark.parametrize("comparators", [3, 15])
def test_negative_binomial_nothing_is_called_about_one_time_in_twenty(
    phi: float, comparators: int
) -> None:
    rng = np.random.default_rng(6)
    called, trials = 0, 500
    for _ in range(trials):
        counts = _negative_binomial(rng, areas=comparators + 1, mean=60.0, phi=phi)
        before, after = counts[:, :12], counts[:, 12:]
        found = measured(before, after)
        change = change_percent(before=before[0].sum(), after=after[0].sum(), phi=found.phi)
        called += change.verdict != "no clear change"
    assert 0.015 <= called / trials <= 0.075


def _negative_binomial(rng: np.random.Generator, *, areas: int, mean: float, phi: float) -> Counts:
    """Months with variance phi × mean, each by itself."""
    if phi == 1:
        return rng.poisson(mean, (areas, 24)).astype(float)
    return rng.negative_binomial(mean / (phi - 1), 1 / phi, (areas, 24)).astype(float)
