"""How many replies of one weight would tell as much."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.measures.arguments import check_counts


def effective_replies(*, weights: Sequence[float]) -> float:
    """Kish's effective number of replies: (Σw)² ÷ Σw².

    Parameters
    ----------
    weights : sequence of float
        Of each reply, 0 or more. Shape: replies.

    Returns
    -------
    float
        Unit: replies; at most as many as there are, and as many where all weights are alike.

    Raises
    ------
    ValueError
        If a weight is negative, or all are nought: nothing then speaks for anybody.

    Notes
    -----
    It says how much weighting widens an interval, and nothing of who did not reply.

    References
    ----------
    Kish L (1965) Survey Sampling, section 11.7.

    Examples
    --------
    >>> effective_replies(weights=[1, 1, 2])
    2.6666666666666665
    """
    each = check_counts(name="weights", counts=weights)
    if not each.sum() > 0:
        raise ValueError("All weights are nought: a share of nothing is not known.")
    return float(each.sum() ** 2 / (each**2).sum())
