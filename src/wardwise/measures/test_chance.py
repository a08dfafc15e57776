"""Chance in compiled loops: even, repeatable, and the same without the compiler."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from wardwise.measures.chance import mixed, seed_of, shuffle


def test_the_mix_is_splitmix64() -> None:
    """First three numbers of the published generator from seed 1234567."""
    step = 0x9E3779B97F4A7C15
    states = [(1234567 + n * step) % 2**64 for n in (1, 2, 3)]
    published = [6457827717110365317, 3203168211198807973, 9817491932198370423]
    assert [int(mixed(np.uint64(state))) for state in states] == published


def test_every_order_is_as_likely() -> None:
    """24 orders of four things in 24,000 shuffles: about 1,000 each, chi-square under 49.7
    (23 degrees, p = 0.001)."""
    orders = dict.fromkeys(permutations(range(4)), 0)
    for number in range(24_000):
        values = np.arange(4)
        shuffle(values, np.uint64(seed_of(7, number)))
        orders[values[0], values[1], values[2], values[3]] += 1
    assert sum((n - 1_000) ** 2 / 1_000 for n in orders.values()) < 49.7


@pytest.mark.filterwarnings("ignore:overflow encountered")  # NumPy tells of it, the machine wraps
def test_it_is_the_same_without_the_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled, plain = np.arange(50), np.arange(50)
    seed = np.uint64(seed_of(1, 2))
    assert seed == _plain_seed(1, 2)
    shuffle(compiled, seed)
    monkeypatch.setitem(shuffle.py_func.__globals__, "mixed", mixed.py_func)  # type: ignore[attr-defined]
    shuffle.py_func(plain, seed)  # type: ignore[attr-defined]
    assert compiled.tolist() == plain.tolist() != list(range(50))


def _plain_seed(seed: int, number: int) -> int:
    step = np.uint64(0x9E3779B97F4A7C15)
    own = mixed.py_func(np.uint64(number) + step)  # type: ignore[attr-defined]
    return int(mixed.py_func(np.uint64(seed) * step + own))  # type: ignore[attr-defined]
