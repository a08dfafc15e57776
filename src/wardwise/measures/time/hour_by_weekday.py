"""At which hour of which weekday, where only a span of time is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.time.spans import Spans, read_spans


HOURS, WEEKDAYS = 24, 7
WEEK = HOURS * WEEKDAYS
# two weeks of hours, and one for the step that lies just beyond a span
REACH = 2 * WEEK + 1


@dataclass(frozen=True, eq=False)
class HourByWeekday:
    """Events by hour and weekday, and how surely they are known.

    Attributes
    ----------
    weights : array of float
        Events in each hour of each weekday; a row is an hour from 0 to 23, a column a weekday
        from Monday to Sunday. Unit: events. Shape: 24 × 7. The sum is ``events``.
    events : int
        Events that have a start, and so are in the table.
    without_start : int
        Events that have none, and so are not.
    known_to_the_hour : int
        Events whose start and end are given and lie in the same hour of the clock.
    lengths : dict of str to int
        Events by the length of their span; the sum is ``events``.
    """

    weights: NDArray[np.float64]
    events: int
    without_start: int
    known_to_the_hour: int
    lengths: dict[str, int]

    @property
    def certain_percent(self) -> float:
        """Share of the events in the table that are known to the hour. Unit: percent."""
        return 100 * self.known_to_the_hour / self.events

    @property
    def by_hour(self) -> tuple[float, ...]:
        """Events in each hour from 0 to 23, all weekdays together."""
        return tuple(self.weights.sum(axis=1).tolist())

    @property
    def six_hours_percent(self) -> tuple[float, ...]:
        """Share in the six hours from each hour, round midnight. Unit: percent. Shape: 24."""
        around = np.concatenate([self.by_hour, self.by_hour[:5]])
        sums = np.convolve(around, np.ones(6), mode="valid")
        return tuple((100 * sums / self.events).tolist())

    @property
    def by_weekday(self) -> tuple[float, ...]:
        """Events on each weekday from Monday to Sunday, all hours together."""
        return tuple(self.weights.sum(axis=0).tolist())


def hour_by_weekday(*, starts: ArrayLike, ends: ArrayLike) -> HourByWeekday:
    """Events by hour and weekday, each shared out over the span in which it may have been.

    Parameters
    ----------
    starts, ends : array of datetime64
        The earliest and the latest moment of each event, by the local clock; NaT where not
        known. Shape: events.

    Returns
    -------
    HourByWeekday
        Unit: events. Shape: 24 hours × 7 weekdays, Monday first.

    Raises
    ------
    ValueError
        If the arrays are not as long as one another, or no event has a start.

    Notes
    -----
    Each whole minute of a span has the same share of the event: from 10:30 to 12:00 a third is
    in the hour of 10 and two thirds in that of 11, and none in that of 12. Seconds of the
    start, and of the length, are dropped. A span of a minute or less, an end that is missing and
    an end before its start count as one event in the hour of the start. A span of a week or more
    is spread evenly, 1/168 in each hour.
    An event of which only the date is known is to be given as the span from that midnight to the
    next; a midnight that means "not known" is not a moment, and is to be given likewise.
    The clock is taken as it stands: nothing is moved for summer time.
    An event is cut into some 10¹⁷ parts, which are dealt out and added up as whole numbers:
    nothing is lost, and the table is the same in whatever order the rows come.

    References
    ----------
    Ratcliffe JH (2002) Journal of Quantitative Criminology 18:23, for the method.
    Ratcliffe JH, aoristic, version 1.1.1 (2022), for the rules at the edges, which are the same.

    Examples
    --------
    >>> monday = np.array(["2024-01-01T10:30"], dtype="M8[m]")
    >>> found = hour_by_weekday(starts=monday, ends=monday + 90)
    >>> [round(float(found.weights[hour, 0]), 3) for hour in (10, 11, 12)]
    [0.333, 0.667, 0.0]
    """
    spans = read_spans(starts=starts, ends=ends)
    if spans.events == 0:
        raise ValueError("No event has a start: nothing is known of the hours.")
    cells, within = _minutes_shared(spans)
    return HourByWeekday(
        weights=cells.reshape(WEEKDAYS, HOURS).T,
        events=spans.events,
        without_start=spans.without_start,
        known_to_the_hour=within,
        lengths=spans.lengths(),
    )


def _minutes_shared(spans: Spans) -> tuple[NDArray[np.float64], int]:
    """Events in each hour of the week from Monday midnight, and how many lie within one hour."""
    from wardwise.measures.time.span_loops import BITS, EVENT, dealt  # numba is slow to import

    steps = np.zeros((2, REACH), dtype=np.int64)
    short, within = dealt(spans.start, spans.minutes, spans.state, steps)
    high, low = np.cumsum(steps, axis=1)[:, : 2 * WEEK].reshape(2, 2, WEEK).sum(axis=1)
    exact = [(h << BITS) + n for h, n in zip(high.tolist(), low.tolist(), strict=True)]
    events = np.array([parts / EVENT for parts in exact])
    return events + (spans.events - short) / WEEK, within
