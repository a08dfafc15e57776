"""Chance inside compiled loops: the same numbers for the same seed on every machine.

Every shuffle has a seed of its own, made of the run's seed and its own number, so that the
answer does not depend on how many threads shared the work. A seed of a shuffle is a
``numpy.uint64``: a plain integer would be taken for a signed one.

References
----------
Steele GL, Lea D, Flood CH (2014) Fast splittable pseudorandom number generators, OOPSLA.
Lemire D (2019) ACM Transactions on Modeling and Computer Simulation 29:3, for ``below``.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.compiled import compiled


_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_30, _27, _31, _32 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(32)
_11, _UNIT = np.uint64(11), 2.0**-53
_LOW = np.uint64(0xFFFFFFFF)


@compiled
def mixed(state: np.uint64) -> np.uint64:
    """64 bits that look like chance, from any number (splitmix64)."""
    bits = (state ^ (state >> _30)) * _FIRST
    bits = (bits ^ (bits >> _27)) * _SECOND
    return bits ^ (bits >> _31)


@compiled
def seed_of(seed: int, number: int) -> np.uint64:
    """Where chance begins for the piece of work of that number."""
    return mixed(np.uint64(seed) * _STEP + mixed(np.uint64(number) + _STEP))


@compiled
def next_state(state: np.uint64) -> np.uint64:
    """Where chance stands after one more draw; begin with a ``seed_of``."""
    return state + _STEP


@compiled
def unit_number(state: np.uint64) -> float:
    """A number of 53 bits, 0 or more and less than 1, from where chance stands."""
    return (mixed(state) >> _11) * _UNIT


@compiled
def shuffle(values: NDArray[np.integer[Any]], seed: np.uint64) -> None:
    """Put the values in an order drawn evenly from all; in place (Fisher and Yates).

    The scratch array is the caller's own.
    """
    state = seed
    for last in range(len(values) - 1, 0, -1):
        bound = np.uint64(last + 1)
        while True:
            state += _STEP
            product = (mixed(state) >> _32) * bound
            low = product & _LOW
            # the few draws that would favour some places are made again; the division that
            # tells which is left out where it cannot be needed
            if low >= bound or low >= (np.uint64(1) << _32) % bound:
                break
        chosen = np.int64(product >> _32)
        values[last], values[chosen] = values[chosen], values[last]
