"""Hot spots by harm: against drawing place by place, and what is called otherwise than by count."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from wardwise.measures.hot_spots.harm_hot_spots import harm_hot_spots


def row_of(places: int) -> list[list[int]]:
    return [[n for n in (place - 1, place + 1) if 0 <= n < places] for place in range(places)]


def test_every_order_of_six_places_gives_the_same_p_but_for_the_draws() -> None:
    harm, row = [90.5, 81.0, 1.5, 0.0, 1.0, 7.25], row_of(6)
    orders = np.array(list(itertools.permutations(harm)))  # all 720: the law itself
    found = harm_hot_spots(harm=harm, counts=[1] * 6, neighbours=row, seed=3)
    exact = []
    for place, near in enumerate(row):
        held = [place, *near]
        drawn, own = orders[:, held].sum(axis=1), sum(harm[n] for n in held)
        tails = (drawn >= own - 1e-9).mean(), (drawn <= own + 1e-9).mean()
        exact.append(min(1.0, 2 * min(tails)))
    order = np.argsort(exact)
    steps = np.array(exact)[order] * 6 / np.arange(1, 7)
    adjusted = np.empty(6)
    adjusted[order] = np.minimum(1, np.minimum.accumulate(steps[::-1])[::-1])
    assert found.adjusted_p == pytest.approx(adjusted, abs=0.03)
    assert found.draws == 9_999


def test_what_harm_and_counts_call_otherwise_is_counted() -> None:
    # counts lie together at the left end, harm at the right
    counts = [40] * 4 + [3] * 36
    harm = [2.0] * 36 + [95.5] * 4
    found = harm_hot_spots(harm=harm, counts=counts, neighbours=row_of(40), seed=1)
    assert [n for n, is_hot in enumerate(found.by_count) if is_hot] == [1, 2]
    assert [n for n, is_hot in enumerate(found.by_harm) if is_hot] == [37, 38]
    assert (found.hot, found.only_harm, found.only_count) == (2, 2, 2)


def test_harm_that_is_the_count_calls_the_same_places() -> None:
    counts = [40] * 4 + [3] * 36
    found = harm_hot_spots(
        harm=[2.5 * n for n in counts], counts=counts, neighbours=row_of(40), seed=1
    )
    assert (found.hot, found.only_harm, found.only_count) == (2, 0, 0)


def test_nothing_planted_is_seldom_called() -> None:
    rng, called = np.random.default_rng(5), 0
    for seed in range(40):
        harm = rng.gamma(0.5, 20, 60)
        found = harm_hot_spots(harm=harm, counts=[1] * 60, neighbours=row_of(60), seed=seed)
        called += found.hot > 0
    assert called <= 6  # one in twenty, of hot and cold together


def test_many_places_have_draws_enough_for_one_of_them() -> None:
    found = harm_hot_spots(harm=np.arange(300.0), counts=[1] * 300, neighbours=row_of(300), seed=1)
    assert 2 / (found.draws + 1) <= 0.05 / 300
    assert found.draws == math.ceil(2 * 300 / 0.05) - 1
