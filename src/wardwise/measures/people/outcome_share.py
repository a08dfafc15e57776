"""What became of offences."""

from __future__ import annotations

from wardwise.measures.estimate import Estimate
from wardwise.measures.levels.share import share_percent


def outcome_share_percent(*, outcomes: float, offences: float, level: float = 0.95) -> Estimate:
    """Share of offences that had a given outcome.

    Parameters
    ----------
    outcomes : float
        Offences with the outcome. Unit: offences.
    offences : float
        All offences of the same months. Unit: offences; 1 or more.
    level : float
        Of the interval.

    Returns
    -------
    Estimate
        Unit: percent, with Wilson's interval.

    Raises
    ------
    ValueError
        If there was no offence, or more outcomes than offences.

    Notes
    -----
    Both are of the offences *recorded* in the period: give them six months or more to have
    an outcome, or the latest months pull the share down.

    References
    ----------
    See ``share_percent``.

    Examples
    --------
    >>> outcome_share_percent(outcomes=60, offences=1000).value
    6.0
    """
    return share_percent(part=outcomes, whole=offences, level=level)
