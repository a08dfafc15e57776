"""The draws, against what can be worked out exactly."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from wardwise.threats.stability import rank_stability, share_of, top_share


def ranges(
    lower: list[float],
    upper: list[float],
    *,
    counted: list[bool] | None = None,
    relatives: list[list[int]] | None = None,
) -> dict[str, Any]:
    """Candidates with one factor of harm as given and a likelihood of exactly 1."""
    one = [[1.0]] * len(lower)
    return {
        "harm": {"lower": [[x] for x in lower], "upper": [[x] for x in upper], "weights": [1.0]},
        "likelihood": {"lower": one, "upper": one, "weights": [1.0]},
        "counted": counted or [True] * len(lower),
        "relatives": relatives or [],
    }


def test_the_share_agrees_with_the_exact_chance() -> None:
    # A uniform on 1 to 3, B on 2 to 4: A > B needs both in 2 to 3 (1/4) and A the larger (1/2):
    # 1/8; the noise of 40,000 draws is √(0.125 × 0.875 / 40,000) = 0.17%
    every = rank_stability(ranges=ranges([1, 2], [3, 4]), k=1, seed=5, draws=40_000)
    assert every.top_percent[0] == pytest.approx(12.5, abs=0.7)
    assert sum(every.top_percent) == pytest.approx(100)
    assert every.draws == 40_000


def test_the_range_of_risk_is_the_middle_of_the_draws() -> None:
    # uniform on 1 to 3: the middle 95% runs from 1.05 to 2.95
    every = rank_stability(ranges=ranges([1], [3]), k=1, seed=5, draws=40_000)
    assert every.risk_lower[0] == pytest.approx(1.05, abs=0.02)
    assert every.risk_upper[0] == pytest.approx(2.95, abs=0.02)


def test_weights_that_vary_move_a_mean_between_its_scores() -> None:
    # scores 4 and 0 of equal weight, each weight ±25%: the mean lies between 4 × 0.75/2 = 1.5
    # and 4 × 1.25/2 = 2.5
    side = {"lower": [[4.0, 0.0]], "upper": [[4.0, 0.0]], "weights": [1.0, 1.0]}
    still = {"lower": [[1.0]], "upper": [[1.0]], "weights": [1.0]}
    given = {"harm": side, "likelihood": still, "counted": [True], "relatives": []}
    shaken = rank_stability(ranges=given, k=1, seed=5)
    assert 1.5 <= shaken.risk_lower[0] < 1.7
    assert 2.3 < shaken.risk_upper[0] <= 2.5
    fixed = rank_stability(ranges=given, k=1, seed=5, weights_vary_percent=0)
    assert (fixed.risk_lower[0], fixed.risk_upper[0]) == (2.0, 2.0)


def test_relatives_never_share_the_first_places() -> None:
    # the second is part of the first: with k = 2 the third comes in every time
    given = ranges([4, 3, 1], [4, 3, 1], relatives=[[0, 1]])
    assert rank_stability(ranges=given, k=2, seed=5, draws=100).top_percent == (100, 0, 100)


def test_what_is_not_counted_takes_no_place_and_is_asked_whether_it_would() -> None:
    # not counted, its likelihood anywhere from 0 to 2 and its harm 1: it beats the last picked,
    # which stands at 1, half of the time
    given = ranges([2, 1, 1], [2, 1, 1], counted=[True, True, False])
    given["likelihood"] = {
        "lower": [[1.0], [1.0], [0.0]],
        "upper": [[1.0], [1.0], [2.0]],
        "weights": [1.0],
    }
    every = rank_stability(ranges=given, k=2, seed=5, draws=40_000)
    assert every.top_percent[:2] == (100, 100)
    assert every.top_percent[2] == pytest.approx(50, abs=1)
    assert (every.rank_lower[2], every.rank_upper[2]) == (0, 0)


def test_the_factors_of_what_is_not_counted_are_not_known_together() -> None:
    # five factors from 0 to 4: drawn one by one their mean would almost never pass 3.6 (2 ± 0.5);
    # drawn together it does one time in ten
    many = {
        "lower": [[3.6] * 5, [0.0] * 5],
        "upper": [[3.6] * 5, [4.0] * 5],
        "weights": [1.0] * 5,
    }
    given = {**ranges([1, 1], [1, 1], counted=[True, False]), "likelihood": many}
    every = rank_stability(ranges=given, k=1, seed=5, draws=40_000)
    assert every.top_percent[1] == pytest.approx(10, abs=1)


def test_a_k_larger_than_the_list_takes_everybody() -> None:
    assert rank_stability(ranges=ranges([1, 2], [1, 2]), k=9, seed=1, draws=10).top_percent == (
        100,
        100,
    )


def test_relatives_can_leave_places_empty() -> None:
    given = ranges([2, 1], [2, 1], relatives=[[0, 1]])
    assert rank_stability(ranges=given, k=2, seed=1, draws=10).top_percent == (100, 0)


def test_equal_risks_share_the_better_rank() -> None:
    every = rank_stability(ranges=ranges([2, 2, 1], [2, 2, 1]), k=1, seed=1, draws=10)
    assert every.rank_lower == (1, 1, 3)


def test_a_seed_gives_the_same_answer_and_another_does_not() -> None:
    given = ranges([1, 2], [3, 4])
    first = rank_stability(ranges=given, k=1, seed=5)
    assert first == rank_stability(ranges=given, k=1, seed=5)
    assert first != rank_stability(ranges=given, k=1, seed=6)


def test_one_share_is_its_part_of_all() -> None:
    given = ranges([1, 2], [3, 4])
    every = rank_stability(ranges=given, k=1, seed=5, draws=500)
    assert top_share(ranges=given, ours=1, k=1, seed=5, draws=500) == share_of(every, 1)


def test_draws_beyond_a_chunk_are_all_made() -> None:
    every = rank_stability(ranges=ranges([1, 2], [3, 4]), k=1, seed=5, draws=12_345)
    assert every.draws == 12_345
    assert sum(every.top_percent) == pytest.approx(100)


def test_the_fast_draws_agree_with_a_slow_twin() -> None:
    given = ranges([1, 1.5, 2.5, 1.2], [3, 3.5, 2.9, 3.9], relatives=[[0, 3]])
    fast = rank_stability(ranges=given, k=2, seed=5, draws=40_000)
    random = np.random.default_rng(11)
    tops = np.zeros(4)
    for _ in range(4000):
        risk = random.uniform(np.ravel(given["harm"]["lower"]), np.ravel(given["harm"]["upper"]))
        picked: list[int] = []
        for one in np.argsort(-risk):
            is_relative = {int(one), *picked} >= {0, 3}
            if len(picked) < 2 and not is_relative:
                picked.append(int(one))
        tops[picked] += 1
    assert fast.top_percent == pytest.approx(tuple(100 * tops / 4000), abs=3)
