"""A share of replies to a survey, each counted by its weight."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wardwise.measures.arguments import check_counts
from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.share import share_percent
from wardwise.measures.survey.effective_replies import effective_replies


METHOD = "Wilson, effective number of replies"


def weighted_share_percent(
    *, weights: Sequence[float], marks: Sequence[bool], level: float = 0.95
) -> Estimate:
    """The weighted part of the replies that say so, with an interval as wide as weighting makes it.

    Parameters
    ----------
    weights : sequence of float
        Of each reply, 0 or more; all alike where a survey is not weighted. Shape: replies.
    marks : sequence of bool
        Whether each reply says so. Shape: replies.
    level : float
        0.95, or 0.998 where many are looked at together.

    Returns
    -------
    Estimate
        Unit: percent. ``method`` is ``Wilson, effective number of replies``.

    Raises
    ------
    ValueError
        If the two are not as long as one another, a weight is negative, or all are nought.

    Notes
    -----
    Wilson's interval for the effective number of replies, (Σw)² ÷ Σw²: what as many replies of
    one weight would tell. It says nothing of who did not reply.

    References
    ----------
    Kish L (1965) Survey Sampling, section 11.7, for the effective number.
    Wilson EB (1927) Journal of the American Statistical Association 22:209.

    Examples
    --------
    >>> found = weighted_share_percent(weights=[1, 1, 2], marks=[False, False, True])
    >>> found.value
    50.0
    """
    if len(weights) != len(marks):
        raise ValueError(f"{len(weights)} weights and {len(marks)} replies.")
    each = check_counts(name="weights", counts=weights)
    effective = effective_replies(weights=weights)
    part = float(each[np.asarray(marks, dtype=bool)].sum() / each.sum())
    found = share_percent(part=part * effective, whole=effective, level=level)
    return Estimate(100 * part, found.lower, found.upper, level, METHOD)
