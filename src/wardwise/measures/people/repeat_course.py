"""How soon, of those who come again within a year, they come again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.estimate import Estimate
from wardwise.measures.people.first_and_next import first_and_next
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class RepeatCourse:
    """The repeats of a year by how soon after the first event they came.

    Attributes
    ----------
    days : tuple of int
        Unit: days since the first event. Shape: lengths.
    repeats : tuple of int
        Those who came again within so many days. Unit: people. Shape: lengths.
    within : tuple of Estimate
        ``repeats`` as a share of all who came again within the window. Unit: percent.
    if_even : tuple of float
        The same, had each day of the window the same chance. Unit: percent. Shape: lengths.
    repeated, followed : int
        Those who came again within the window, of those watched for so long. Unit: people.
    """

    days: tuple[int, ...]
    repeats: tuple[int, ...]
    within: tuple[Estimate, ...]
    if_even: tuple[float, ...]
    repeated: int
    followed: int

    @property
    def is_sooner(self) -> tuple[bool, ...]:
        """Whether more came so soon than evenly spread, beyond chance. Shape: lengths."""
        return tuple(
            share.lower > even for share, even in zip(self.within, self.if_even, strict=True)
        )


def repeat_course(
    *,
    person_keys: ArrayLike,
    days: ArrayLike,
    last_day: str | date,
    within_days: Sequence[int] = (7, 28, 90, 180),
    window_days: int = 365,
    level: float = 0.95,
) -> RepeatCourse:
    """Share of the repeats within a year that came within a week, a month, a quarter.

    Parameters
    ----------
    person_keys : array
        The person (or address) of each row; a key, never a name. Shape: rows.
    days : array of datetime64
        The day of the event. Shape: rows.
    last_day : str or date
        The last day that the records cover.
    within_days : sequence of int
        Unit: days after the first event.
    window_days : int
        How long everybody is watched. Unit: days.
    level : float
        Of the intervals.

    Returns
    -------
    RepeatCourse

    Raises
    ------
    ValueError
        If a day is not known, the arrays do not agree, or nobody who was watched came again.

    Notes
    -----
    Only people who could be watched for the whole window count, so that late repeats are not
    cut off, and each counts once, by the first event after the first. Evenly: with the same
    chance on each day, a share q of whom comes again within the window of w days, d days hold
    (1 − (1 − q)^(d/w)) ÷ q of the repeats. More than that early on says for how long help after
    an event is worth most. Events on the day of the first are part of it.

    References
    ----------
    Polvi N and others (1991) British Journal of Criminology 31:411.
    See ``proportion_percent``.

    Examples
    --------
    >>> found = repeat_course(
    ...     person_keys=["a", "a", "b", "b", "c"],
    ...     days=["2023-01-01", "2023-01-06", "2023-02-01", "2023-06-01", "2023-03-01"],
    ...     last_day="2024-12-31",
    ... )
    >>> found.repeats, found.repeated, found.followed
    ((1, 1, 1, 2), 2, 3)
    >>> found.within[0].value, round(found.if_even[0], 2)
    (50.0, 3.13)
    """
    people = first_and_next(person_keys=person_keys, days=days)
    gaps = people.followed(days=window_days, last_day=last_day)
    again = gaps[(gaps > 0) & (gaps <= window_days)]
    if len(again) == 0:
        raise ValueError(f"Nobody watched for {window_days} days up to {last_day} came again.")
    repeats = tuple(int(np.count_nonzero(again <= length)) for length in within_days)
    share = len(again) / len(gaps)
    return RepeatCourse(
        days=tuple(within_days),
        repeats=repeats,
        within=tuple(
            proportion_percent(part=some, whole=len(again), level=level) for some in repeats
        ),
        if_even=tuple(
            100 * (1 - (1 - share) ** (length / window_days)) / share for length in within_days
        ),
        repeated=len(again),
        followed=len(gaps),
    )
