"""The exact law of a sum of places drawn, beside every draw there is."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb

import numpy as np
import pytest

from wardwise.measures.hot_spots import law_loops
from wardwise.measures.hot_spots import law_of_sums as module
from wardwise.measures.hot_spots.law_of_sums import by_frequency, law_of_sums


POOLS = ([0, 1, 3], [0, 0, 2, 2, 5, 7, 7], [3, 3, 3, 3, 0, 0, 0, 9], [4, 4, 4])


@pytest.mark.parametrize("pool", POOLS)
def test_it_is_the_share_of_all_draws(pool: list[int]) -> None:
    for draws in range(1, len(pool) + 1):
        sums = [sum(chosen) for chosen in combinations(pool, draws)]
        for largest in (max(sums), max(0, max(sums) - 3)):  # the second cuts the highest sums off
            law = law_of_sums(counts=pool, draws=[draws], largest=largest)
            for s in range(largest + 1):
                at_least = sum(one >= s for one in sums) / len(sums)
                at_most = sum(one <= s for one in sums) / len(sums)
                assert law.at_least[0, s] == pytest.approx(at_least, abs=1e-15)
                assert law.at_most[0, s] == pytest.approx(at_most, abs=1e-15)


def test_several_numbers_of_draws_at_once_are_each_their_own() -> None:
    pool = [0, 2, 2, 5, 7, 7, 1]
    law = law_of_sums(counts=pool, draws=[4, 2, 4], largest=12)
    assert law.draws.tolist() == [2, 4]
    alone = law_of_sums(counts=pool, draws=[4], largest=12)
    assert law.at_least[law.row_of(4)] == pytest.approx(alone.at_least[0])


def test_a_tail_of_one_in_millions_of_millions_keeps_its_figures() -> None:
    # 40 places of 1, 960 of 0: all 20 drawn are ones in C(40, 20) of C(1000, 20) draws
    law = law_of_sums(counts=[1] * 40 + [0] * 960, draws=[20], largest=20)
    exact = Fraction(comb(40, 20), comb(1000, 20))
    assert law.at_least[0, 20] == pytest.approx(float(exact), rel=1e-12)
    assert float(exact) < 1e-30


def test_the_loop_is_the_same_without_the_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    values, times = np.array([0, 2, 5]), np.array([3, 2, 1])
    compiled, plain = np.zeros((5, 8)), np.zeros((5, 8))
    compiled[0, 0] = plain[0, 0] = 1.0
    law_loops.draw_sums(compiled, values, times)
    loop = law_loops.draw_sums.py_func  # type: ignore[attr-defined]
    shares = law_loops.shares_drawn.py_func  # type: ignore[attr-defined]
    monkeypatch.setitem(loop.__globals__, "shares_drawn", shares)
    loop(plain, values, times)
    assert compiled.tolist() == plain.tolist()


def test_the_law_from_frequencies_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = np.random.default_rng(1).negative_binomial(1, 0.05, 400)
    draws = np.arange(1, 15)
    law = law_of_sums(counts=pool, draws=draws, largest=300)
    monkeypatch.setattr(module, "MANY", 0)
    monkeypatch.setattr(module, "FREQUENCIES", 100)
    other = law_of_sums(counts=pool, draws=draws, largest=300)
    assert np.abs(law.at_least - other.at_least).max() < 1e-13
    assert np.abs(law.at_most - other.at_most).max() < 1e-13
    assert not np.array_equal(law.at_least, other.at_least)  # it did go the other way
    values, times = np.unique(pool, return_counts=True)
    found = by_frequency(values=values, times=times, wanted=draws, largest=10_000)
    assert found.sum(axis=1) == pytest.approx(np.ones(len(draws)))


@pytest.mark.parametrize(
    ("counts", "draws", "said"),
    [
        ([1, 2], [3], "1 to 3|3 to 3 of 2 places"),
        ([1, 2], [0], "0 to 0 of 2 places"),
        ([1, 2.5], [1], "not whole"),
        ([1, -2], [1], "negative"),
        ([1, float("nan")], [1], "not known"),
    ],
)
def test_what_cannot_be_drawn_is_refused(counts: list[float], draws: list[int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        law_of_sums(counts=counts, draws=draws, largest=3)


def test_counts_too_large_for_a_law_are_refused_before_memory_runs_out() -> None:
    with pytest.raises(ValueError, match="take the p-value by permutation"):
        law_of_sums(counts=[10**9] * 30, draws=[3], largest=3 * 10**9)
    with pytest.raises(ValueError, match="take the p-value by permutation"):
        by_frequency(values=np.array([10**9]), times=np.array([9]), wanted=np.array([1]), largest=5)
