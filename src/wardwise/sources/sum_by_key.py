"""Sum counts that share a key, in the order of the keys."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


# Bits for the count when key and count are sorted as one number
COUNT_BITS = 22

Numbers = NDArray[np.int64]


def sum_by_key(keys: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    """Distinct keys in order, and the sum of the counts of each."""
    if len(keys) == 0:
        return keys, counts
    if int(counts.max()) < 1 << COUNT_BITS and int(keys.max()) < 1 << (63 - COUNT_BITS):
        # One sort of whole numbers is several times faster than ordering two arrays
        both = np.sort(keys << COUNT_BITS | counts)
        keys, counts = both >> COUNT_BITS, both & ((1 << COUNT_BITS) - 1)
    else:
        order = np.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    if len(first) == len(keys):
        return keys, counts
    return keys[first], np.add.reduceat(counts, first)
