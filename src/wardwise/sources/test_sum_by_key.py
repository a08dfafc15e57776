"""Sums by key, against the slow and obvious way."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardwise.sources.sum_by_key import are_distinct, sum_by_key


CELLS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 2**23)), max_size=60)


@given(cells=CELLS, spread=st.sampled_from([1, 1000, 2**30]))
def test_sums_agree_with_a_counter(cells: list[tuple[int, int]], spread: int) -> None:
    slow: Counter[int] = Counter()
    for key, count in cells:
        slow[key * spread] += count
    keys = np.array([key * spread for key, _ in cells], dtype=np.int64)
    counts = np.array([count for _, count in cells], dtype=np.int64)
    distinct, sums = sum_by_key(keys, counts)
    assert dict(zip(distinct.tolist(), sums.tolist(), strict=True)) == dict(slow)
    assert distinct.tolist() == sorted(slow)


@pytest.mark.parametrize("spread", [1, 10**6])
def test_distinct_keys_are_told_from_repeated_ones(spread: int) -> None:
    assert are_distinct(np.array([3, 1, 2]) * spread)
    assert not are_distinct(np.array([3, 1, 3]) * spread)
    assert are_distinct(np.array([], dtype=np.int64))
