"""Pairs of events by distance and by time, and how many each event takes part in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.measures.near_repeats.bands import Bands
from wardwise.measures.near_repeats.cuts import cuts_of
from wardwise.measures.near_repeats.pair_loops import scan
from wardwise.measures.near_repeats.placed import Placed
from wardwise.measures.threads import in_threads


Ints = NDArray[np.int64]

PLACES_AT_ONCE = 4_000
"""Places that one thread scans before it takes the next so many."""


@dataclass(frozen=True)
class Linked:
    """What one class of pairs comes to, whatever the other of distance and time may be.

    ``paths`` counts the pairs of such pairs that share an event.
    """

    pairs: int
    paths: int


@dataclass(frozen=True, eq=False)
class PairCounts:
    """Exact counts of one set of events, in classes that hold every pair once.

    The first class of distance lies below the first limit, the last beyond the last, and so
    with time; the bands are those between, and the last class where the last limit is infinite.

    Attributes
    ----------
    observed : array
        Pairs. Shape: classes of distance × classes of time.
    space, time : tuple of Linked
        Of each class.
    forward : array
        Later places in each class of each place but the last class. Shape: places × classes.
    """

    observed: Ints
    space: tuple[Linked, ...]
    time: tuple[Linked, ...]
    forward: NDArray[np.int32]


def count_pairs(laid: Placed, bands: Bands) -> PairCounts:
    """Every pair within reach, by as many threads as there are; the others are what is left."""
    cuts = cuts_of(bands)
    own = np.zeros((len(cuts.limits), len(cuts.below) + 1), dtype=np.int64)
    degrees = np.zeros((len(cuts.limits), laid.places), dtype=np.int64)
    forward = np.zeros((laid.places, len(cuts.limits)), dtype=np.int32)

    def part(begin: int) -> tuple[int, Ints, Ints]:
        end = min(begin + PLACES_AT_ONCE, laid.places)
        observed = np.zeros_like(own)
        found = np.zeros((len(degrees), int(laid.next_end[end - 1]) - begin), dtype=np.int64)
        scan(laid, cuts, begin, observed, found, forward[begin:end])
        return begin, observed, found

    for begin, observed, found in in_threads(part, range(0, laid.places, PLACES_AT_ONCE)):
        own += observed
        degrees[:, begin : begin + found.shape[1]] += found
    space = _linked(laid.at_each, degrees, events=laid.events)
    time = _linked(*_in_time(laid, cuts.below), events=laid.events)
    return PairCounts(with_beyond(own, time), space, time, forward)


def with_beyond(own: Ints, time: Sequence[Linked]) -> Ints:
    """Counts with the class beyond the last limit of distance, which holds what is left.

    Shape: … × classes of distance × classes of time.
    """
    every = np.array([linked.pairs for linked in time])
    left = every - own.sum(axis=-2)
    return np.concatenate([own, left[..., None, :]], axis=-2)


def _in_time(laid: Placed, below: Ints) -> tuple[Ints, Ints]:
    """Events at each time, and how many others are in each class of time but the last."""
    at_each = np.bincount(laid.times)
    until = np.concatenate([[0], np.cumsum(at_each)])
    time, last = np.arange(len(at_each)), len(at_each)
    within = [np.zeros_like(at_each)]
    for limit in below:
        high, low = np.minimum(time + limit, last), np.maximum(time - limit + 1, 0)
        within.append(until[high] - until[low] - 1 if limit > 0 else within[0])
    return at_each, np.diff(within, axis=0)


def _linked(at_each: Ints, degrees: Ints, *, events: int) -> tuple[Linked, ...]:
    """Of every class, from the degree of each event at each place or time."""
    beyond = events - 1 - degrees.sum(axis=0)
    return tuple(
        Linked(
            pairs=_exact_sum(at_each, degree) // 2,
            paths=(_exact_sum(at_each, degree**2) - _exact_sum(at_each, degree)) // 2,
        )
        for degree in (*degrees, beyond)
    )


def _exact_sum(at_each: Ints, values: Ints) -> int:
    """Σ of products that may not fit in 64 bits together."""
    low = np.int64(0xFFFF_FFFF)
    return (int((at_each * (values >> 32)).sum()) << 32) + int((at_each * (values & low)).sum())
