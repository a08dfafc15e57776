"""Weights by which replies look like the residents, property by property."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.nothing import NotKnown
from wardwise.measures.arguments import check_counts


Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

NOT_GIVEN = -1
"""The group of a reply that does not say."""
ROUNDS = 1000
"""Rounds after which margins that are still not met are called contradictory."""
MET = 1e-9
"""How near a share of a margin is met. Unit: share."""


@dataclass(frozen=True)
class RakedWeights:
    """Weights with a mean of 1, and what was done to get them.

    Attributes
    ----------
    weights : tuple of float
        Of each reply. Shape: replies.
    cut : int
        Weights that were cut back to the limit.
    limit : float
        The largest weight allowed, before all were brought to a mean of 1.
    widest_gap : float
        How far the weighted share of any group is from its target after the cutting. Unit:
        percentage points; 0 where nothing was cut.
    unheard : tuple of pairs
        (property, group), by position, of residents of whom nobody replied: no weight can
        speak for them, and the others share their place.
    """

    weights: tuple[float, ...]
    cut: int
    limit: float
    widest_gap: float
    unheard: tuple[tuple[int, int], ...]


def raked_weights(
    *,
    groups: Sequence[Sequence[int]],
    residents: Sequence[Sequence[float]],
    most_times_median: float = 5.0,
) -> RakedWeights | NotKnown:
    """Rake replies to the margins of the residents, then cut back the largest weights.

    Parameters
    ----------
    groups : sequence of sequences of int
        For each property the group of each reply, by position in that property's
        ``residents``; -1 where it is not given. Shape: properties × replies.
    residents : sequence of sequences of float
        For each property the residents in each group. Unit: people, 0 or more.
    most_times_median : float
        No weight is larger than so many times the median weight.

    Returns
    -------
    RakedWeights or NotKnown
        Not known of no replies, or where the margins contradict one another for these replies,
        so that no weights meet all of them.

    Raises
    ------
    ValueError
        If the two do not belong together, a group is none of those named, residents are
        negative, or the limit is below 1.

    Notes
    -----
    Each round multiplies the weights of each group by its share of residents over its share of
    the weights, property after property, until all are met (iterative proportional fitting).
    Replies that do not give a property keep their share of it. Once weights are cut the margins
    are no longer met exactly; they are not raked again, which would undo the cut. Raking makes
    replies look like residents in these properties and in no other: those who reply may differ
    in what they think.

    References
    ----------
    Deming WE, Stephan FF (1940) Annals of Mathematical Statistics 11:427.
    Potter F (1990) A study of procedures to identify and trim extreme sampling weights,
    Proceedings of the Section on Survey Research Methods, American Statistical Association, 225.
    The limit of five times the median is a house rule.

    Examples
    --------
    Three women and one man reply, of a place with as many of each:

    >>> found = raked_weights(groups=[[0, 0, 0, 1]], residents=[[50, 50]])
    >>> [round(one, 4) for one in found.weights]
    [0.6667, 0.6667, 0.6667, 2.0]
    """
    if most_times_median < 1:
        raise ValueError(f"most_times_median is {most_times_median}: expected 1 or more.")
    placed, targets, unheard = _checked(groups, residents)
    replies = len(placed[0]) if placed else 0
    if replies == 0:
        return NotKnown("nobody has replied")
    weights = np.ones(replies)
    for _ in range(ROUNDS):
        for group, target in zip(placed, targets, strict=True):
            weights = _one_property(weights, group, target)
        if _widest_gap(weights, placed, targets) <= MET:
            break
    else:
        return NotKnown("no weights meet all the margins together: merge small groups")
    limit = most_times_median * float(np.median(weights))
    cut = np.minimum(weights, limit)
    return RakedWeights(
        weights=tuple((cut / cut.mean()).tolist()),
        cut=int((weights > limit).sum()),
        limit=limit,
        widest_gap=100 * _widest_gap(cut, placed, targets) if (weights > limit).any() else 0.0,
        unheard=unheard,
    )


def _checked(
    groups: Sequence[Sequence[int]], residents: Sequence[Sequence[float]]
) -> tuple[list[Whole], list[Floats], tuple[tuple[int, int], ...]]:
    """Groups, the share that each should have among those who reply, and who did not reply."""
    if len(groups) != len(residents) or len({len(one) for one in groups}) > 1:
        raise ValueError("Give residents, and a group of each reply, for every property.")
    placed = [np.asarray(one, dtype=np.int64) for one in groups]
    targets, unheard = [], []
    for n, (group, people) in enumerate(zip(placed, residents, strict=True)):
        counts = check_counts(name="residents", counts=people)
        if np.any(group < NOT_GIVEN) or np.any(group >= len(counts)):
            raise ValueError(f"A reply is in a group that property {n + 1} does not have.")
        heard = np.bincount(group[group >= 0], minlength=len(counts)) > 0
        if np.any(heard & (counts == 0)):
            raise ValueError(f"Somebody replied of a group of property {n + 1} with no residents.")
        unheard += [(n, int(one)) for one in np.flatnonzero(~heard & (counts > 0))]
        total = counts[heard].sum()
        targets.append(np.where(heard, counts, 0) / (total or 1.0))
    return placed, targets, tuple(unheard)


def _one_property(weights: Floats, group: Whole, target: Floats) -> Floats:
    given = group >= 0
    if not given.any():
        return weights
    held = np.bincount(group[given], weights=weights[given], minlength=len(target))
    wanted = target * weights[given].sum()
    times = np.divide(wanted, held, out=np.ones_like(held), where=held > 0)
    made = weights.copy()
    made[given] *= times[group[given]]
    return made


def _widest_gap(weights: Floats, placed: Sequence[Whole], targets: Sequence[Floats]) -> float:
    """The widest gap between a weighted share and its target. Unit: share."""
    gaps = [0.0]
    for group, target in zip(placed, targets, strict=True):
        given = group >= 0
        if given.any():
            held = np.bincount(group[given], weights=weights[given], minlength=len(target))
            gaps.append(float(np.abs(held / weights[given].sum() - target).max()))
    return max(gaps)
