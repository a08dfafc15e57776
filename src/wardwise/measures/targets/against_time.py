"""How far a piece of work is against how far it should be by now."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Pace(StrEnum):
    """The word for it."""

    ON_TRACK = "on track"
    WATCH = "watch"
    OFF_TRACK = "off track"
    NOT_BEGUN = "not begun"


ON_TRACK, OFF_TRACK = 90.0, 70.0
"""At so many percent of what time asks, or above, it is on track; at so many or below, off."""


@dataclass(frozen=True)
class AgainstTime:
    """How far it is, how far time has run, and the word.

    Attributes
    ----------
    expected_percent : float
        Share of the time from start to due date that has run, 0 to 100. Unit: percent.
    ratio_percent : float or None
        Percent complete over ``expected_percent``; None before the start. Unit: percent.
    pace : Pace
        The word.
    """

    expected_percent: float
    ratio_percent: float | None
    pace: Pace


def against_time(*, starts_on: str, due_on: str, on: str, percent_complete: float) -> AgainstTime:
    """Percent complete against the share of the time that has run.

    Parameters
    ----------
    starts_on, due_on, on : str
        First day, due day, and the day of asking, each YYYY-MM-DD.
    percent_complete : float
        As the owner says. Unit: percent.

    Returns
    -------
    AgainstTime

    Raises
    ------
    ValueError
        If it is due before it starts, or the percentage is not from 0 to 100.

    Notes
    -----
    Expected is (day − start) ÷ (due − start), held between 0 and 100. Done ÷ expected of 90 or
    more is on track, 70 or less off track, between them to watch. What is complete is on track
    whatever the day. It takes work to run evenly over its time: milestones say where it does not.

    References
    ----------
    The rule that Camms publishes for its action plans (on track, monitor, off track at 90 and 70).

    Examples
    --------
    >>> half = against_time(
    ...     starts_on="2026-04-01", due_on="2026-04-11", on="2026-04-06", percent_complete=40
    ... )
    >>> half.expected_percent, half.ratio_percent, str(half.pace)
    (50.0, 80.0, 'watch')
    """
    start, due, day = (datetime.date.fromisoformat(text) for text in (starts_on, due_on, on))
    if due < start:
        raise ValueError(f"Due on {due_on}, before it starts on {starts_on}.")
    if not 0 <= percent_complete <= 100:
        raise ValueError(f"{percent_complete} percent complete: expected 0 to 100.")
    whole = (due - start).days
    run = (day - start).days
    expected = 100.0 if run >= whole else 100 * max(0, run) / max(1, whole)
    ratio = 100 * percent_complete / expected if expected else None
    return AgainstTime(expected, ratio, _pace(ratio, percent_complete))


def _pace(ratio: float | None, percent_complete: float) -> Pace:
    if percent_complete == 100:
        return Pace.ON_TRACK
    if ratio is None:
        return Pace.NOT_BEGUN if percent_complete == 0 else Pace.ON_TRACK
    if ratio >= ON_TRACK:
        return Pace.ON_TRACK
    return Pace.OFF_TRACK if ratio <= OFF_TRACK else Pace.WATCH
