"""Did the places with most offences move, or do they differ no more than chance reshuffles?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.place.places import counted_places


@dataclass(frozen=True)
class MovedPlaces:
    """The overlap of the top places of two periods beside that if nothing had moved.

    Attributes
    ----------
    overlap_percent : float
        Of the top places of one period that are at the top of the other. Unit: percent.
    unmoved_percent, unmoved_lower, unmoved_upper : float
        The same if no place's share had changed: mean and middle 95% of the draws.
    p_value : float
        Share of draws with so small an overlap or smaller, this one counted.
    """

    overlap_percent: float
    unmoved_percent: float
    unmoved_lower: float
    unmoved_upper: float
    p_value: float


def moved_places(
    *, before: ArrayLike, after: ArrayLike, seed: int, top_percent: float = 10, draws: int = 999
) -> MovedPlaces:
    """Whether fewer places stay at the top than would if every place had kept its share.

    Parameters
    ----------
    before, after : array
        Offences by place, the same places in the same order. Unit: offences. Shape: places.
    seed : int
        Of the draws; from the settings.
    top_percent : float
        Which places count as the top; at least one. Unit: percent.
    draws : int
        Times that the offences of each place are parted anew between the periods.

    Returns
    -------
    MovedPlaces

    Raises
    ------
    ValueError
        If the places differ in number or are fewer than three, or no offence was counted.

    Notes
    -----
    ``stable_places`` asks whether the overlap is more than two unrelated orders would have;
    this asks the opposite. Each place's offences of both periods together are parted between
    them at random, in the proportion of all offences. Offences that come in runs vary more than
    that, so a small p is a reason to look, and a large one is good evidence that nothing moved.

    References
    ----------
    Przyborowski J, Wilenski H (1940) Biometrika 31:313, for parting a sum of two counts.
    Hope ACA (1968) Journal of the Royal Statistical Society B 30:582, for the test.

    Examples
    --------
    >>> moved_places(before=[90, 5, 1], after=[80, 6, 2], seed=1).overlap_percent
    100.0
    """
    first, second = counted_places(counts=before), counted_places(counts=after)
    if len(first) != len(second) or len(first) < 3:
        raise ValueError(f"{len(first)} and {len(second)} places: expected the same, 3 or more.")
    top = max(1, round(len(first) * top_percent / 100))
    both = np.rint(first + second).astype(np.int64)
    part = float(first.sum() / (first.sum() + second.sum()))
    random = np.random.default_rng(seed)
    earlier = random.binomial(both, part, size=(draws, len(both))).astype(float)
    kept = 100 * _overlap(earlier, both - earlier, top=top) / top
    observed = float(100 * _overlap(first[None, :], second[None, :], top=top)[0] / top)
    lower, upper = np.quantile(kept, [0.025, 0.975])
    return MovedPlaces(
        overlap_percent=observed,
        unmoved_percent=float(kept.mean()),
        unmoved_lower=float(lower),
        unmoved_upper=float(upper),
        p_value=float((1 + (kept <= observed + 1e-9).sum()) / (draws + 1)),
    )


def _overlap(
    first: NDArray[np.float64], second: NDArray[np.float64], *, top: int
) -> NDArray[np.int64]:
    """Places among the top of both, row by row; ties go to those that come first."""
    rows = np.arange(len(first))[:, None]
    marks = np.zeros((2, *first.shape), dtype=bool)
    for mark, counts in zip(marks, (first, second), strict=True):
        mark[rows, np.argsort(-counts, axis=1, kind="stable")[:, :top]] = True
    found: NDArray[np.int64] = (marks[0] & marks[1]).sum(axis=1)
    return found
