"""Sum counts that share a key, in the order of the keys."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


# Bits for the count when key and count are sorted as one number
COUNT_BITS = 22
# A table with a slot for every possible key is fastest while it is not much larger than the data
SLOTS_PER_KEY = 8

Numbers = NDArray[np.int64]


def sum_by_key(keys: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    """Distinct keys in order, and the sum of the counts of each. Keys are 0 or more."""
    if len(keys) == 0 or bool((keys[1:] > keys[:-1]).all()):
        return keys, counts
    if int(keys.max()) < SLOTS_PER_KEY * len(keys):
        return _by_slots(keys, counts)
    keys, counts = _in_order(keys, counts)
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    if len(first) == len(keys):
        return keys, counts
    return keys[first], np.add.reduceat(counts, first)


def are_distinct(keys: Numbers) -> bool:
    """Whether no key comes twice."""
    if len(keys) == 0:
        return True
    if int(keys.max()) >= SLOTS_PER_KEY * len(keys):
        in_order = np.sort(keys)
        return not bool((in_order[1:] == in_order[:-1]).any())
    seen = np.zeros(int(keys.max()) + 1, dtype=bool)
    seen[keys] = True
    return int(np.count_nonzero(seen)) == len(keys)


def _by_slots(keys: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    # Sums of whole numbers below 2**53 are exact in floating point
    sums = np.bincount(keys, weights=counts)
    present = np.zeros(len(sums), dtype=bool)
    present[keys] = True
    distinct = np.flatnonzero(present)
    return distinct, sums[distinct].astype(np.int64)


def _in_order(keys: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    if int(counts.max()) < 1 << COUNT_BITS and int(keys.max()) < 1 << (63 - COUNT_BITS):
        # One sort of whole numbers is several times faster than ordering two arrays
        both = np.sort(keys << COUNT_BITS | counts)
        return both >> COUNT_BITS, both & ((1 << COUNT_BITS) - 1)
    order = np.argsort(keys, kind="stable")
    return keys[order], counts[order]
