"""How soon those who come again come again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.estimate import Estimate
from wardwise.measures.people.first_and_next import first_and_next
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class RepeatTimes:
    """The time course, band by band of days since the first event.

    Attributes
    ----------
    last_days : tuple of int
        The last day of each band. Unit: days since the first event. Shape: bands.
    repeats : tuple of int
        People whose next event fell in the band. Unit: people. Shape: bands.
    at_risk : tuple of int
        People who had not come again when the band began. Unit: people. Shape: bands.
    shares : tuple of Estimate
        ``repeats`` of ``at_risk``. Unit: percent. Shape: bands.
    """

    last_days: tuple[int, ...]
    repeats: tuple[int, ...]
    at_risk: tuple[int, ...]
    shares: tuple[Estimate, ...]


def repeat_times(
    *,
    person_keys: ArrayLike,
    days: ArrayLike,
    last_day: str | date,
    band_days: int = 30,
    bands: int = 12,
    level: float = 0.95,
) -> RepeatTimes:
    """In which month after the first event the next one comes.

    Parameters
    ----------
    person_keys : array
        The person (or address) of each row. Shape: rows.
    days : array of datetime64
        The day of the event. Shape: rows.
    last_day : str or date
        The last day that the records cover.
    band_days, bands : int
        Length of a band and how many. Unit: days; bands.
    level : float
        Of the intervals.

    Returns
    -------
    RepeatTimes

    Raises
    ------
    ValueError
        If a day is not known, the arrays do not agree, or nobody is left at risk.

    Notes
    -----
    Only people who could be followed over all the bands are counted, and each band is set against
    those who had not yet come again: were the risk the same on every day, the shares would be
    level. A high first band says for how long after an event protection pays.

    References
    ----------
    Polvi N and others (1991) British Journal of Criminology 31:411.
    See ``proportion_percent``.

    Examples
    --------
    >>> found = repeat_times(
    ...     person_keys=["a", "a", "b"],
    ...     days=["2023-01-01", "2023-01-20", "2023-02-01"],
    ...     last_day="2024-12-31",
    ...     bands=2,
    ... )
    >>> found.repeats, found.at_risk
    ((1, 0), (2, 1))
    """
    people = first_and_next(person_keys=person_keys, days=days)
    gaps = people.followed(days=band_days * bands, last_day=last_day)
    edges = band_days * np.arange(bands + 1)
    repeats = np.histogram(gaps, bins=edges + 1)[0]
    # the last bin of a histogram takes in its upper edge, which is a day too late
    repeats[-1] -= np.count_nonzero(gaps == edges[-1] + 1)
    at_risk = len(gaps) - np.cumsum(repeats) + repeats
    return RepeatTimes(
        last_days=tuple(edges[1:].tolist()),
        repeats=tuple(repeats.tolist()),
        at_risk=tuple(at_risk.tolist()),
        shares=tuple(
            proportion_percent(part=some, whole=whole, level=level)
            for some, whole in zip(repeats.tolist(), at_risk.tolist(), strict=True)
        ),
    )
