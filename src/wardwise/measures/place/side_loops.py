"""On which side of a line a point lies, never wrong for rounding. Compiled.

References
----------
Shewchuk JR (1997) Adaptive precision floating-point arithmetic and fast robust geometric
predicates, Discrete and Computational Geometry 18:305.
Dekker TJ (1971) Numerische Mathematik 18:224, for the product of two numbers without loss.
"""

from __future__ import annotations

import numpy as np

from wardwise.measures.compiled import compiled


SPLITTER = 134217729.0  # 2²⁷ + 1: parts a number of 53 bits into two halves
SURE = 3.3306690738754716e-16  # (3 + 16ε)ε of Shewchuk, with ε = 2⁻⁵³


@compiled
def exact_side(ax: float, ay: float, bx: float, by: float, px: float, py: float) -> int:
    """The sign of the determinant, its six products added up without any loss."""
    left = np.array([ax, ax, px, ay, ay, py])
    right = np.array([by, py, by, bx, px, bx])
    signs = np.array([1.0, -1.0, -1.0, -1.0, 1.0, 1.0])
    held = np.zeros(12)  # the sum so far as numbers that do not overlap, the smallest first
    count = 0
    for n in range(6):
        one, other = signs[n] * left[n], right[n]
        product = one * other
        high = SPLITTER * one
        one_high = high - (high - one)
        high = SPLITTER * other
        other_high = high - (high - other)
        one_low, other_low = one - one_high, other - other_high
        rest = product - one_high * other_high - one_low * other_high - one_high * other_low
        for added in (one_low * other_low - rest, product):
            carried = added
            for at in range(count):
                total = carried + held[at]
                virtual = total - carried
                held[at] = (carried - (total - virtual)) + (held[at] - virtual)
                carried = total
            held[count] = carried
            count += 1
    for at in range(count - 1, -1, -1):
        if held[at] != 0.0:
            return 1 if held[at] > 0.0 else -1
    return 0


@compiled
def side(ax: float, ay: float, bx: float, by: float, px: float, py: float) -> int:
    """1 if the point lies left of the line from a to b, −1 if right, 0 if on it."""
    first = (ax - px) * (by - py)
    second = (ay - py) * (bx - px)
    found = first - second
    unsure = SURE * (abs(first) + abs(second))
    if found > unsure:
        return 1
    if found < -unsure:
        return -1
    return exact_side(ax, ay, bx, by, px, py)
