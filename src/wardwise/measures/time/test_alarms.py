"""Alarms on weekly counts: by hand, against a general regression, and by simulation."""

from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import t as student

from wardwise.domain.nothing import NotKnown
from wardwise.measures.time.early_alarms import EarlyAlarms, early_alarms
from wardwise.measures.time.ears import ears
from wardwise.measures.time.exceedance import Exceedance, exceedance
from wardwise.measures.time.farrington import down_weights, farrington
from wardwise.measures.time.weekly_alarms import WeeklyAlarms, weekly_alarms
from wardwise.measures.time.weekly_counts import weekly_counts


def test_c1_worked_by_hand() -> None:
    # mean 5, standard deviation √(4/6) = 0.8165; 5 + 1.64485 × 0.8165 = 6.343
    found = ears(counts=[4, 6, 5, 4, 6, 5, 5, 7], alpha=0.05)
    assert np.isnan(found.upper[:7]).all()
    assert found.upper[7] == pytest.approx(6.343, abs=1e-3)
    assert found.statistic[7] == pytest.approx(2 / 0.8165, abs=1e-3)
    assert found.alarm.tolist() == [False] * 7 + [True]


def test_c2_leaves_two_weeks_out() -> None:
    # the two high weeks just before are no part of the baseline
    counts = [4, 6, 5, 4, 6, 5, 5, 7, 8, 7]
    assert ears(counts=counts, method="C2", alpha=0.05).upper[9] == pytest.approx(6.343, abs=1e-3)
    assert ears(counts=counts, method="C1", alpha=0.05).upper[9] > 7


def test_c3_adds_up_three_weeks() -> None:
    # baselines of the same seven weeks give 6, 6 and 6: 6 is (6 − 5) / 0.8165 − 1 = 0.2247 over
    counts = [5, 5, 4, 6, 5, 4, 6, 5, 5, 6, 6, 6]
    two = ears(counts=counts, method="C2", alpha=0.05)
    three = ears(counts=counts, method="C3", alpha=0.05)
    excess = np.maximum(two.statistic[9:12] - 1, 0)
    assert three.statistic[11] == pytest.approx(excess.sum())
    assert three.upper[11] == pytest.approx(
        (two.upper[11] - 1.644854 * _spread(two)) + _spread(two) * (2.644854 - excess[:2].sum()),
        rel=1e-5,
    )


def _spread(found) -> float:  # type: ignore[no-untyped-def]
    """Of the twelfth week's baseline: from the bound and the statistic of a count of 6."""
    return float((found.upper[11] - 6) / (1.644854 - found.statistic[11]))


@pytest.mark.parametrize(("counts", "method"), [([1, 2], "C4"), ([1, np.nan], "C1")])
def test_what_ears_cannot_judge_is_refused(counts: list[float], method: str) -> None:
    with pytest.raises(ValueError, match=r"C1, C2 or C3|not known"):
        ears(counts=counts, method=method)


def test_weights_of_outlying_weeks_worked_by_hand() -> None:
    # five at 1 and five at 1/4 sum to 6.25; times 10 / 6.25
    found = down_weights([0, 0, 0, 0, 0, 2, 2, 2, 2, 2], threshold=0)
    assert found.tolist() == [1.6] * 5 + [0.4] * 5


def _weeks(seed: int, *, trend: float = 0.0, outbreak: float = 1.0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    when = np.arange(176) / 52
    mean = 20 * np.exp(trend * when + 0.3 * np.sin(2 * np.pi * when))
    mean[40:44] *= outbreak
    drawn: np.ndarray = rng.poisson(mean * rng.gamma(20, 1 / 20, 176))
    return drawn.astype(float)


@pytest.mark.parametrize("trend", [0.0, -0.4])
def test_expected_and_dispersion_are_those_of_a_general_regression(trend: float) -> None:
    counts = _weeks(1, trend=trend, outbreak=4.0)
    found = farrington(counts=counts, weeks=1)
    at = np.concatenate([np.arange(175 - 52 * n - 3, 175 - 52 * n + 4) for n in (1, 2, 3)])
    design = np.ones((21, 1))
    if found.trend[0]:
        design = np.column_stack([design, (at - 175) / 52])
    weights = np.ones(21)
    for _ in range(2):
        family = sm.families.Poisson()
        fit = sm.GLM(counts[at], design, family, var_weights=weights).fit(scale="X2", tol=1e-12)
        phi = max(1.0, fit.scale)
        residual = fit.get_influence().hat_matrix_diag
        raw = 1.5 * (counts[at] ** (2 / 3) - fit.mu ** (2 / 3)) / fit.mu ** (1 / 6)
        if (weights == 1).all():
            weights = down_weights(raw / np.sqrt(phi * (1 - residual)), threshold=2.58)
    mean = float(np.exp(fit.params[0]))
    assert found.expected[0] == pytest.approx(mean, rel=1e-6)
    assert found.phi[0] == pytest.approx(phi, rel=1e-6)
    tau = phi + phi * fit.normalized_cov_params[0, 0] * mean
    error = np.sqrt(4 / 9 * mean ** (1 / 3) * tau)
    assert found.upper[0] == pytest.approx((mean ** (2 / 3) + 2.326348 * error) ** 1.5, rel=1e-5)
    assert found.trend[0] == (trend < 0)


def test_a_rise_over_the_years_is_allowed_for_and_an_old_outbreak_hides_nothing() -> None:
    counts = _weeks(3, outbreak=5.0)
    counts[-1] = 60
    assert farrington(counts=counts, weeks=1).alarm.tolist() == [True]


def test_nothing_ever_counted_is_no_ground_for_an_alarm_of_few() -> None:
    found = farrington(counts=[0] * 175 + [4], weeks=1)
    assert not found.alarm[0]  # four in four weeks
    assert found.p_value[0] < 0.01
    assert farrington(counts=[0] * 176, weeks=1).p_value.tolist() == [1.0]


@pytest.mark.parametrize(
    ("counts", "said"), [([1.0] * 160, "needed"), ([1.0] * 175 + [np.nan], "not known")]
)
def test_what_farrington_cannot_judge_is_refused(counts: list[float], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        farrington(counts=counts, weeks=13)


def test_false_alarms_and_a_doubling() -> None:
    p_values = np.concatenate([farrington(counts=_weeks(n), weeks=13).p_value for n in range(40)])
    assert (p_values < 0.01).mean() < 0.04
    doubled = _weeks(99)
    doubled[-4:] *= 2.5
    assert farrington(counts=doubled, weeks=13).alarm[-4:].sum() >= 2


def test_months_are_judged_by_those_before() -> None:
    # mean 11, ranges all 2: spread 2 / 1.128 = 1.773, × √(13/12) = 1.8455; (30 − 11) / 1.8455 =
    # 10.295 on 0.62 × 11 = 6.82 degrees of freedom
    found = exceedance(values=[10, 12] * 6 + [11, 30])
    assert isinstance(found, NotKnown)  # only eleven are before the three judged
    found = exceedance(values=[10, 12] * 6 + [11, 30], judged=2)
    assert isinstance(found, Exceedance)
    assert found.limits.mean == 11
    assert found.p_value[0] == pytest.approx(0.5)
    assert found.p_value[1] == pytest.approx(student.sf(10.295, 6.82), rel=1e-3)


def test_a_month_that_is_not_known_is_no_alarm_and_no_spread_no_answer() -> None:
    found = exceedance(values=[10, 12] * 6 + [np.nan, 30], judged=2)
    assert isinstance(found, Exceedance)
    assert found.p_value[0] == 1
    assert isinstance(exceedance(values=[5] * 20), NotKnown)
    with pytest.raises(ValueError, match="one month or more"):
        exceedance(values=[5] * 20, judged=0)


def test_weeks_of_a_file_that_is_too_short_or_empty_are_not_known() -> None:
    days = np.arange("2021-01-04", "2023-01-02", dtype="M8[D]")
    assert isinstance(weekly_alarms(starts=days, first="2021-01-04", last="2023-01-01"), NotKnown)
    assert isinstance(weekly_alarms(starts=days, first="2025-01-04", last="2029-01-01"), NotKnown)


@pytest.mark.parametrize(("year", "weeks"), [(2022, 156), (2023, 156), (2013, 155)])
def test_three_calendar_years_are_enough_and_a_month_less_is_not(year: int, weeks: int) -> None:
    first, last = f"{year}-01-01", f"{year + 2}-12-31"
    days = np.arange(first, f"{year + 3}-01-01", dtype="M8[D]")
    found = weekly_alarms(starts=days, first=first, last=last)
    assert isinstance(found, WeeklyAlarms)
    assert (len(found.counts), found.years) == (13, 2)
    assert len(weekly_counts(days=days)[1]) == weeks
    short = weekly_alarms(starts=days, first=f"{year}-02-01", last=last)
    assert short == NotKnown("155 whole weeks are needed")


def test_early_alarms_worked_slowly_week_by_week() -> None:
    rng = np.random.default_rng(4)
    weekly = rng.poisson(9, 60)
    days = np.repeat(np.arange("2024-01-01", "2025-02-24", 7, dtype="M8[D]"), weekly)
    found = early_alarms(starts=days, first="2024-01-01", last="2025-02-23")
    assert isinstance(found, EarlyAlarms)
    for n, week in enumerate(range(47, 60)):
        roots = [math.sqrt(count + 3 / 8) for count in weekly[week - 28 : week - 2]]
        mean, spread = statistics.mean(roots), max(0.5, statistics.stdev(roots))
        away = (math.sqrt(weekly[week] + 3 / 8) - mean) / (spread * math.sqrt(27 / 26))
        assert found.counts[n] == weekly[week]
        assert found.p_value[n] == pytest.approx(student.sf(away, 25))
        bound = mean + student.ppf(0.99, 25) * spread * math.sqrt(27 / 26)
        assert found.upper[n] == pytest.approx(bound**2 - 3 / 8)


def test_early_alarms_are_false_about_as_often_as_they_say() -> None:
    # 1,000 series × 13 weeks of Poisson 30; p of 5% or less in about 5%, a little under
    rng = np.random.default_rng(8)
    called = []
    for _ in range(1_000):
        days = np.repeat(
            np.arange("2024-01-01", "2024-10-14", 7, dtype="M8[D]"), rng.poisson(30, 41)
        )
        found = early_alarms(starts=days, first="2024-01-01", last="2024-10-13")
        assert isinstance(found, EarlyAlarms)
        called.append((found.p_value <= 0.05).mean())
    assert 0.03 < np.mean(called) < 0.06


def test_too_few_weeks_have_no_early_alarm() -> None:
    days = np.arange("2024-01-01", "2024-10-07", dtype="M8[D]")  # 40 weeks
    assert isinstance(early_alarms(starts=days, first="2024-01-01", last="2024-10-06"), NotKnown)
    assert isinstance(early_alarms(starts=days, first="2030-01-01", last="2031-10-06"), NotKnown)
