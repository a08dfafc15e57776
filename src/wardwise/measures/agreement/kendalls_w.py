"""Kendall's W: how far several people put the same things in one order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.stats import rankdata

from wardwise.domain.nothing import NotKnown


def kendalls_w(*, scores: Sequence[Sequence[float]]) -> float | NotKnown:
    """Concordance of orders, ties allowed.

    Parameters
    ----------
    scores : sequence of sequences
        One row for each person, one column for each thing put in order; the highest score is
        first. Nothing may be missing. Unit: any.

    Returns
    -------
    float or NotKnown
        1 where all have one order, 0 where their orders cancel one another out. NotKnown with
        fewer than two people or two things, or where everybody ties everything.

    Raises
    ------
    ValueError
        If rows differ in length.

    Notes
    -----
    Scores that are equal share the mean of their ranks, and the formula's denominator is
    lessened for them. W cannot be negative: two people with opposite orders have 0.

    References
    ----------
    Kendall M, Babington Smith B (1939) The problem of m rankings, Annals of Mathematical
    Statistics 10(3): 275–287; Siegel S, Castellan N (1988) Nonparametric statistics for the
    behavioral sciences, 2nd edition, section 9.6, for ties.

    Examples
    --------
    >>> kendalls_w(scores=[[9, 5, 1], [8, 6, 2], [7, 4, 3]])
    1.0
    >>> kendalls_w(scores=[[1, 2, 3], [3, 2, 1]])
    0.0
    """
    if len({len(row) for row in scores}) > 1:
        raise ValueError("everybody has a score for each thing.")
    people, things = len(scores), len(scores[0]) if scores else 0
    if people < 2 or things < 2:
        return NotKnown("two people who put two things in order are the fewest that can agree")
    ranks = np.asarray([rankdata([-one for one in row]) for row in scores])
    ties = sum(
        float((counts**3 - counts).sum())
        for counts in (np.unique(row, return_counts=True)[1] for row in ranks)
    )
    most = people**2 * (things**3 - things) - people * ties
    if most == 0:
        return NotKnown("everybody ties everything, so that there is no order")
    apart = ranks.sum(axis=0) - people * (things + 1) / 2
    return float(12 * (apart**2).sum() / most)
