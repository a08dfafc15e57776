"""A question that asks for an order: by points, and by first choices alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wardwise.measures.arguments import check_counts, normal_quantile
from wardwise.measures.estimate import Estimate
from wardwise.measures.survey.effective_replies import effective_replies
from wardwise.measures.survey.weighted_share import weighted_share_percent


METHOD = "normal, effective number of replies"


@dataclass(frozen=True)
class Preferred:
    """One option.

    Attributes
    ----------
    points : Estimate
        Mean Borda points a reply: as many as options that it was put above. Unit: points.
    place : int
        1 for the most points; those that tie share the better place.
    first : Estimate
        Replies that put it first. Unit: percent.
    first_place : int
        1 for the most first choices; those that tie share the better place.
    """

    points: Estimate
    place: int
    first: Estimate
    first_place: int


def preferences(
    *, orders: Sequence[Sequence[int]], options: int, weights: Sequence[float], level: float = 0.95
) -> tuple[Preferred, ...]:
    """Each option's Borda points and first choices.

    Parameters
    ----------
    orders : sequence of sequences of int
        The options of each reply, the first choice first, by position; options that a reply
        leaves out are thought to be equal, and below those named. At least one each.
        Shape: replies × those named.
    options : int
        How many could be named, 2 or more.
    weights : sequence of float
        Of each reply. Shape: replies.
    level : float
        Of the intervals.

    Returns
    -------
    tuple of Preferred
        Shape: options.

    Raises
    ------
    ValueError
        If an order is empty, names an option twice or one that is not there, or there are not
        as many weights as orders.

    Notes
    -----
    Points ask who is widely liked, first choices who is liked most: the two may disagree, and
    both are printed. Of m options the first of a reply gets m − 1 points, the next m − 2; those
    not named share what is left evenly, so that naming few gives nothing away.

    References
    ----------
    Borda JC de (1784) Mémoire sur les élections au scrutin, Histoire de l'Académie Royale des
    Sciences, 1781.
    Emerson P (2013) The original Borda count and partial voting, Social Choice and Welfare
    40:353, for orders that leave options out.

    Examples
    --------
    Three put 0 before 1 before 2, two put 1 before 2 before 0:

    >>> found = preferences(orders=[[0, 1, 2]] * 3 + [[1, 2, 0]] * 2, options=3, weights=[1] * 5)
    >>> [(one.points.value, one.place, one.first.value, one.first_place) for one in found]
    [(1.2, 2, 60.0, 1), (1.4, 1, 40.0, 2), (0.4, 3, 0.0, 3)]
    """
    if len(orders) != len(weights):
        raise ValueError(f"{len(weights)} weights and {len(orders)} orders.")
    each = check_counts(name="weights", counts=weights)
    points = np.array([_points(order, options) for order in orders]).reshape(-1, options)
    effective = effective_replies(weights=weights)
    means = (each[:, None] * points).sum(axis=0) / each.sum()
    spreads = (each[:, None] * (points - means) ** 2).sum(axis=0) / each.sum()
    z = normal_quantile(level=level)
    firsts = [
        weighted_share_percent(
            weights=weights, marks=[order[0] == n for order in orders], level=level
        )
        for n in range(options)
    ]
    return tuple(
        Preferred(
            points=_estimate(float(mean), z * math.sqrt(float(spread) / effective), options, level),
            place=_place(float(mean), means.tolist()),
            first=first,
            first_place=_place(first.value, [one.value for one in firsts]),
        )
        for mean, spread, first in zip(means, spreads, firsts, strict=True)
    )


def _points(order: Sequence[int], options: int) -> list[float]:
    if not order or len(set(order)) < len(order) or not set(order) <= set(range(options)):
        raise ValueError(f"An order is {list(order)}: expected some of 0 to {options - 1}, once.")
    rest = (options - len(order) - 1) / 2  # the mean of the points that are left
    points = [rest] * options
    for n, option in enumerate(order):
        points[option] = float(options - 1 - n)
    return points


def _estimate(mean: float, reach: float, options: int, level: float) -> Estimate:
    lower, upper = max(0.0, mean - reach), min(options - 1.0, mean + reach)
    return Estimate(round(mean, 12), min(lower, mean), max(upper, mean), level, METHOD)


def _place(value: float, values: Sequence[float]) -> int:
    return 1 + sum(one > value + 1e-9 for one in values)
