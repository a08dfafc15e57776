"""Shares of replies in many areas, each drawn towards the whole as far as it is unsure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from wardwise.measures.arguments import check_counts, tail
from wardwise.measures.estimate import Estimate
from wardwise.measures.survey.effective_replies import effective_replies


Floats = NDArray[np.float64]

METHOD = "beta-binomial, effective number of replies"
MOST = 1e6
"""Replies that the whole counts as where areas differ by no more than chance."""


@dataclass(frozen=True)
class ShrunkShares:
    """Shares by area, and of all of them.

    Attributes
    ----------
    areas : tuple of Estimate
        Unit: percent. In the order of the replies.
    whole : float
        Of all replies together, each by its weight. Unit: percent.
    counts_as : float
        So many replies the whole counts as in each area: many where areas are alike.
    """

    areas: tuple[Estimate, ...]
    whole: float
    counts_as: float

    @property
    def values(self) -> tuple[float, ...]:
        """The shares alone. Unit: percent."""
        return tuple(one.value for one in self.areas)


def shrunk_shares_percent(
    *,
    weights: Sequence[Sequence[float]],
    marks: Sequence[Sequence[bool]],
    level: float = 0.95,
) -> ShrunkShares:
    """The share of replies that say so in each area, allowing for how few there are.

    Parameters
    ----------
    weights : sequence of sequences of float
        Of each reply in each area, 0 or more. Shape: areas × that area's replies.
    marks : sequence of sequences of bool
        Whether each reply says so. Same shape.
    level : float
        0.95, or 0.998 where many are looked at together.

    Returns
    -------
    ShrunkShares

    Raises
    ------
    ValueError
        If there are fewer than two areas, the two differ in shape, or an area has no weight.

    Notes
    -----
    An area's share is a beta number about the whole's, and its replies are binomial given that
    share; n is the effective number of replies, (Σw)² ÷ Σw². Areas are drawn towards their mean by
    effective replies; the whole that is told keeps the weights between areas. How much the mean
    counts comes from how much more the areas differ than binomial replies would (moments). The
    interval is the middle of the beta that the area's replies leave. It takes that count as
    known, and says nothing of who did not reply.

    References
    ----------
    Kleinman JC (1973) Journal of the American Statistical Association 68:46.
    Kish L (1965) Survey Sampling, section 11.7, for the effective number.

    Examples
    --------
    >>> found = shrunk_shares_percent(
    ...     weights=[[1] * 40] * 3, marks=[[True] * n + [False] * (40 - n) for n in (4, 20, 36)])
    >>> [round(one.value, 1) for one in found.areas]
    [10.6, 50.0, 89.4]
    """
    if len(weights) != len(marks) or len(weights) < 2:
        raise ValueError(f"{len(weights)} and {len(marks)} areas: expected the same, 2 or more.")
    pairs = [_effective(w, m) for w, m in zip(weights, marks, strict=True)]
    part, size = np.array(pairs).T
    mean = float((part * size).sum() / size.sum())
    counts_as = _counts_as(part, size, mean)
    yes, no = counts_as * mean + part * size, counts_as * (1 - mean) + (1 - part) * size
    out = tail(level=level)
    estimates = [_estimate(float(a), float(b), out, level) for a, b in zip(yes, no, strict=True)]
    return ShrunkShares(tuple(estimates), 100 * _whole(weights, marks), counts_as)


def _whole(weights: Sequence[Sequence[float]], marks: Sequence[Sequence[bool]]) -> float:
    """The part of all weights, also of those between areas."""
    each = np.concatenate([np.asarray(area, dtype=float) for area in weights])
    said = np.concatenate([np.asarray(area, dtype=bool) for area in marks])
    return float(each[said].sum() / each.sum())


def _effective(weights: Sequence[float], marks: Sequence[bool]) -> tuple[float, float]:
    """The weighted part, and the effective number of replies."""
    if len(weights) != len(marks):
        raise ValueError(f"{len(weights)} weights and {len(marks)} replies in an area.")
    each = check_counts(name="weights", counts=weights)
    if not each.sum() > 0:
        raise ValueError("An area has no weight: a share of nothing is not known.")
    part = float(each[np.asarray(marks, dtype=bool)].sum() / each.sum())
    return part, effective_replies(weights=weights)


def _counts_as(part: Floats, size: Floats, mean: float) -> float:
    """By moments: the variance of shares beyond the binomial one, as a number of replies."""
    spread = mean * (1 - mean)
    if spread == 0:
        return MOST
    areas = len(part)
    between = float((size * (part - mean) ** 2).sum())
    base = float(size.sum() - (size**2).sum() / size.sum())
    rho = (between / spread - (areas - 1)) / (base - (areas - 1))
    return MOST if rho <= 1 / MOST else max(1 / min(rho, 1.0) - 1, 1e-6)


def _estimate(yes: float, no: float, out: float, level: float) -> Estimate:
    value = yes / (yes + no)
    if yes <= 0 or no <= 0:  # everybody, or nobody, everywhere
        return Estimate(100 * value, 100 * value, 100 * value, level, METHOD)
    lower, upper = (float(betaincinv(yes, no, q)) for q in (out, 1 - out))
    return Estimate(100 * value, 100 * min(lower, value), 100 * max(upper, value), level, METHOD)
