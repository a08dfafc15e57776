"""Worry beside crime, worked by hand, and how often intervals hold the truth."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import spearmanr

from wardwise.measures.estimate import Estimate
from wardwise.measures.worry.four_ways import FourWay, four_ways
from wardwise.measures.worry.rank_agreement import rank_agreement
from wardwise.measures.worry.shrunk_shares import MOST, shrunk_shares_percent


def _replies(yes: int, n: int) -> list[bool]:
    return [True] * yes + [False] * (n - yes)


def test_shares_that_differ_no_more_than_chance_are_the_whole_s() -> None:
    """20, 22 and 18 of 40: Σ(p − ½)² × 40 ÷ ¼ = 0.8, less than the two degrees of freedom."""
    found = shrunk_shares_percent(
        weights=[[1.0] * 40] * 3, marks=[_replies(yes, 40) for yes in (20, 22, 18)]
    )
    assert found.counts_as == MOST
    assert found.values == pytest.approx((50, 50, 50), abs=0.01)


def test_shares_that_differ_are_kept_by_their_number() -> None:
    """4, 20 and 36 of 40. Σn(p − ½)² ÷ ¼ = 40 × 0.32 ÷ 0.25 = 51.2; ρ = (51.2 − 2) ÷ (120 − 40
    − 2) = 0.6308; the whole counts as 1 ÷ ρ − 1 = 0.5854 replies; (0.2927 + 4) ÷ 40.5854."""
    found = shrunk_shares_percent(
        weights=[[1.0] * 40] * 3, marks=[_replies(yes, 40) for yes in (4, 20, 36)]
    )
    assert found.counts_as == pytest.approx(0.5854, abs=5e-5)
    assert found.areas[0].value == pytest.approx(100 * 4.2927 / 40.5854, abs=0.001)
    assert found.whole == 50
    first = found.areas[0]
    assert first.lower < first.value < first.upper
    assert first.level == 0.95


def test_unequal_weights_make_fewer_replies() -> None:
    """Weights 1 and 3: (1 + 3)² ÷ (1 + 9) = 1.6 of two replies."""
    even = shrunk_shares_percent(
        weights=[[1.0] * 50] * 4, marks=[_replies(n, 50) for n in (5, 15, 35, 45)]
    )
    uneven = shrunk_shares_percent(
        weights=[[1.0, 3.0] * 25] * 4,
        marks=[_replies(n, 50) for n in (5, 15, 35, 45)],
    )
    width = [found.areas[0].upper - found.areas[0].lower for found in (even, uneven)]
    assert width[1] > width[0]


def test_the_whole_keeps_the_weights_between_areas() -> None:
    """40 replies of weight 3, 20 of them yes, and 40 of weight 1, 4 of them yes: (60 + 4) ÷ 160."""
    found = shrunk_shares_percent(
        weights=[[3.0] * 40, [1.0] * 40], marks=[_replies(20, 40), _replies(4, 40)]
    )
    assert found.whole == pytest.approx(40)
    # drawn towards the mean by effective replies, 30, as before
    even = shrunk_shares_percent(
        weights=[[1.0] * 40, [1.0] * 40], marks=[_replies(20, 40), _replies(4, 40)]
    )
    assert found.values == pytest.approx(even.values)


def test_nobody_and_everybody_are_shares_too() -> None:
    none = shrunk_shares_percent(weights=[[1.0] * 3] * 2, marks=[_replies(0, 3)] * 2)
    assert none.values == (0.0, 0.0)
    every = shrunk_shares_percent(weights=[[1.0] * 3] * 2, marks=[_replies(3, 3)] * 2)
    assert every.values == (100.0, 100.0)
    apart = shrunk_shares_percent(weights=[[1.0] * 9] * 2, marks=[_replies(0, 9), _replies(9, 9)])
    assert apart.values == pytest.approx((0, 100), abs=0.01)


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    random, held = np.random.default_rng(1), []
    for _ in range(150):
        truth = random.beta(8, 12, 20)
        marks = [(random.random(55) < p).tolist() for p in truth]
        found = shrunk_shares_percent(weights=[[1.0] * 55] * 20, marks=marks)
        held += [one.holds(100 * p) for one, p in zip(found.areas, truth, strict=True)]
    assert np.mean(held) == pytest.approx(0.95, abs=0.02)


def test_rank_correlation_is_spearman_s() -> None:
    random = np.random.default_rng(2)
    first = random.normal(size=30).round(1)  # with ties
    second = (first + random.normal(size=30)).round(1)
    found = rank_agreement(first=first, second=second, seed=1)
    assert found.correlation == pytest.approx(float(spearmanr(first, second).statistic))
    assert found.lower < found.correlation < found.upper
    assert found.p_value < 0.05


def test_orders_that_have_nothing_to_do_with_one_another() -> None:
    random = np.random.default_rng(3)
    p_values = [
        rank_agreement(
            first=random.normal(size=15), second=random.normal(size=15), seed=n, draws=199
        ).p_value
        for n in range(300)
    ]
    assert np.mean(np.array(p_values) <= 0.05) == pytest.approx(0.05, abs=0.03)


def test_four_ways_and_how_clear_they_are() -> None:
    def one(value: float, by: float) -> Estimate:
        return Estimate(value, value - by, value + by, 0.998, "made up")

    found = four_ways(
        crime=[one(20, 5), one(20, 5), one(4, 2), one(4, 2), one(9, 5)],
        worry=[one(60, 9), one(20, 9), one(60, 9), one(20, 9), one(60, 9)],
        crime_whole=10,
        worry_whole=40,
    )
    assert [each.way for each in found] == [
        FourWay.BOTH, FourWay.CRIME, FourWay.WORRY, FourWay.NEITHER, FourWay.WORRY,
    ]  # fmt: skip
    assert [each.is_clear for each in found] == [True, True, True, True, False]


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="11 and 11 areas"):
        rank_agreement(first=range(11), second=range(11), seed=1)
    with pytest.raises(ValueError, match="not known"):
        rank_agreement(first=[float("nan")] * 12, second=range(12), seed=1)
    with pytest.raises(ValueError, match="1 and 1 areas"):
        shrunk_shares_percent(weights=[[1.0]], marks=[[True]])
    with pytest.raises(ValueError, match="1 weights and 2 replies"):
        shrunk_shares_percent(weights=[[1.0], [1.0]], marks=[[True, False], [True]])
    with pytest.raises(ValueError, match="no weight"):
        shrunk_shares_percent(weights=[[0.0], [1.0]], marks=[[True], [True]])
    with pytest.raises(ValueError, match="1 figures of crime and 0 of worry"):
        four_ways(crime=[Estimate(1, 0, 2, 0.95, "")], worry=[], crime_whole=1, worry_whole=1)
