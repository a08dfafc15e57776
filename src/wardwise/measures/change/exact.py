"""The exact conditional test of two counts: given their sum, the second is binomial."""

from __future__ import annotations

import math

from scipy.special import betainc, betaincinv

from wardwise.measures.arguments import tail


def exact_p_value(*, before: float, after: float, days: float) -> float:
    """Twice the smaller tail, at most 1. ``days`` is days after ÷ days before."""
    if before + after == 0:
        return 1.0
    chance = days / (1 + days)
    at_least = 1.0 if after == 0 else float(betainc(after, before + 1, chance))
    at_most = 1.0 if before == 0 else float(betainc(before, after + 1, 1 - chance))
    return min(1.0, 2 * at_least, 2 * at_most)


def exact_ratio_limits(
    *, before: float, after: float, days: float, level: float
) -> tuple[float, float]:
    """Clopper and Pearson's limits of the share, as a ratio of daily rates."""
    end = tail(level=level)
    low = 0.0 if after == 0 else float(betaincinv(after, before + 1, end))
    high = 1.0 if before == 0 else float(betaincinv(after + 1, before, 1 - end))
    upper = math.inf if high == 1.0 else high / (1 - high) / days
    return low / (1 - low) / days, upper
