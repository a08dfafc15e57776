"""How late a quarter's prescribed information came."""

from __future__ import annotations

import datetime

from wardwise.domain.period import Month


def due_on(*, quarter_ends: str) -> datetime.date:
    """The last day on which a quarter's information may be supplied: the end of the next one.

    Parameters
    ----------
    quarter_ends : str
        Last month of the quarter, YYYY-MM.

    Returns
    -------
    datetime.date
        The last day of the following quarter.

    Raises
    ------
    ValueError
        If the month does not end a calendar quarter.

    References
    ----------
    The Crime and Disorder (Prescribed Information) Regulations 2007 (SI 2007/1831): for each
    consecutive period of three months from 1 July 2007, by the end of the following period.

    Examples
    --------
    >>> due_on(quarter_ends="2024-03").isoformat()
    '2024-06-30'
    """
    month = Month.parse(quarter_ends)
    if month.number % 3:
        raise ValueError(f"{month.label} does not end a quarter: expected March, June and so on.")
    due = month.plus(3)
    return datetime.date(due.year, due.number, due.days)


def days_late(*, quarter_ends: str, received_on: str) -> int:
    """Days after the day on which it was due; nought where it came in time.

    Parameters
    ----------
    quarter_ends : str
        Last month of the quarter, YYYY-MM.
    received_on : str
        The day on which the last of the quarter's months first came, YYYY-MM-DD; or the day of
        asking, where nothing came.

    Returns
    -------
    int
        Unit: days.

    Raises
    ------
    ValueError
        If the month does not end a calendar quarter, or the day is none.

    Notes
    -----
    Due on the last day of the following quarter, that day included: what comes on it is not late.

    References
    ----------
    The Crime and Disorder (Prescribed Information) Regulations 2007 (SI 2007/1831).

    Examples
    --------
    >>> days_late(quarter_ends="2024-03", received_on="2024-07-04")
    4
    >>> days_late(quarter_ends="2024-03", received_on="2024-05-14")
    0
    """
    came = datetime.date.fromisoformat(received_on)
    return max(0, (came - due_on(quarter_ends=quarter_ends)).days)
