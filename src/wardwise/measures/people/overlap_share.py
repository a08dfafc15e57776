"""People who are both harmed and said or proved to harm."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.estimate import Estimate
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class Overlap:
    """Two groups of people and those in both.

    Attributes
    ----------
    victims, offenders, both : int
        Unit: people, each counted once.
    of_victims, of_offenders : Estimate
        ``both`` as a share of each. Unit: percent.
    by_chance : float or None
        People expected in both, were victims and offenders two blind draws from the residents;
        None where the residents are not given. Unit: people.
    """

    victims: int
    offenders: int
    both: int
    of_victims: Estimate
    of_offenders: Estimate
    by_chance: float | None


def overlap_share_percent(
    *,
    victim_keys: ArrayLike,
    offender_keys: ArrayLike,
    residents: float | None = None,
    level: float = 0.95,
) -> Overlap:
    """Share of victims who are offenders too, and of offenders who are victims too.

    Parameters
    ----------
    victim_keys, offender_keys : array
        The person of each row, by the same keyed hash; rows of one person count once. Suspects
        or proved offenders, never both. Shape: rows.
    residents : float, optional
        People who could have been either. Unit: people.
    level : float
        Of the intervals.

    Returns
    -------
    Overlap

    Raises
    ------
    ValueError
        If there is no victim or no offender.

    Notes
    -----
    The two shares have different denominators and are not to be compared with one another. Only
    people with a key are seen: where few offenders are known, the overlap is too small. Chance
    takes every resident as equally likely to be either, which age alone makes untrue.

    References
    ----------
    Jennings WG, Piquero AR, Reingle JM (2012) Aggression and Violent Behavior 17:16.
    See ``proportion_percent``.

    Examples
    --------
    >>> found = overlap_share_percent(victim_keys=["a", "b", "b", "c"], offender_keys=["b", "d"])
    >>> found.both, round(found.of_victims.value, 1), found.of_offenders.value
    (1, 33.3, 50.0)
    """
    victims, offenders = np.unique(np.asarray(victim_keys)), np.unique(np.asarray(offender_keys))
    both = len(np.intersect1d(victims, offenders, assume_unique=True))
    return Overlap(
        victims=len(victims),
        offenders=len(offenders),
        both=both,
        of_victims=proportion_percent(part=both, whole=len(victims), level=level),
        of_offenders=proportion_percent(part=both, whole=len(offenders), level=level),
        by_chance=len(victims) * len(offenders) / residents if residents else None,
    )
