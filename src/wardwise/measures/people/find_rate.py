"""Searches that found what was looked for, or something else."""

from __future__ import annotations

from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.share import share_percent


def find_rate_percent(*, finds: float, searches: float, level: float = 0.95) -> Estimate:
    """Share of searches that led to a find.

    Parameters
    ----------
    finds : float
        Searches after which something followed other than no further action, or that were
        linked to their object: the chapter says which. Unit: searches.
    searches : float
        Searches whose result is known. Unit: searches; 1 or more.
    level : float
        Of the interval.

    Returns
    -------
    Estimate
        Unit: percent, with Wilson's interval.

    Raises
    ------
    ValueError
        If there was no search, or more finds than searches.

    References
    ----------
    See ``share_percent``.

    Examples
    --------
    >>> find_rate_percent(finds=25, searches=100).value
    25.0
    """
    return share_percent(part=finds, whole=searches, level=level)
