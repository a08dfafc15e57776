"""How many people (or addresses) come again within twelve months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.estimate import Estimate
from wardwise.measures.people.first_and_next import first_and_next
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class RepeatShare:
    """Those who came again, of those who could be watched for long enough.

    Attributes
    ----------
    share : Estimate
        ``repeated`` of ``followed``. Unit: percent.
    repeated, followed : int
        Unit: people.
    too_late : int
        People whose first event is too near the end of the records to be followed for the whole
        window; they are in neither number. Unit: people.
    window_days : int
        Unit: days.
    """

    share: Estimate
    repeated: int
    followed: int
    too_late: int
    window_days: int


def repeat_share_percent(
    *,
    person_keys: ArrayLike,
    days: ArrayLike,
    last_day: str | date,
    window_days: int = 365,
    level: float = 0.95,
) -> RepeatShare:
    """Share of people with another event within a window that rolls from each one's first.

    Parameters
    ----------
    person_keys : array
        The person (or address) of each row; a key, never a name. Shape: rows.
    days : array of datetime64
        The day of the event. Shape: rows.
    last_day : str or date
        The last day that the records cover.
    window_days : int
        Unit: days after the first event, that day not counted.
    level : float
        Of the interval.

    Returns
    -------
    RepeatShare

    Raises
    ------
    ValueError
        If a day is not known, the arrays do not agree, or nobody could be followed so long.

    Notes
    -----
    Only people whose whole window lies within the records are in the denominator: the others
    have had less time to come again, and would pull the share down; counting by calendar year
    does. An event on the same day as the first is taken as part of it. A first event before the
    records begin is not known, so that some of the first are not truly the first.

    References
    ----------
    Farrell G, Pease K (1993) Once Bitten, Twice Bitten, Home Office Crime Prevention Unit 46.
    See ``proportion_percent``.

    Examples
    --------
    >>> found = repeat_share_percent(
    ...     person_keys=["a", "a", "b", "c"],
    ...     days=["2023-01-01", "2023-05-01", "2023-02-01", "2024-06-01"],
    ...     last_day="2024-12-31",
    ... )
    >>> found.repeated, found.followed, found.too_late, found.share.value
    (1, 2, 1, 50.0)
    """
    people = first_and_next(person_keys=person_keys, days=days)
    gaps = people.followed(days=window_days, last_day=last_day)
    if len(gaps) == 0:
        raise ValueError(f"Nobody could be followed for {window_days} days up to {last_day}.")
    repeated = int(np.count_nonzero((gaps > 0) & (gaps <= window_days)))
    return RepeatShare(
        share=proportion_percent(part=repeated, whole=len(gaps), level=level),
        repeated=repeated,
        followed=len(gaps),
        too_late=len(people.first) - len(gaps),
        window_days=window_days,
    )
