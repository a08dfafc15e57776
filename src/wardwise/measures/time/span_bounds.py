"""How many events surely, and how many at most, fall in each part of the day or week."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from wardwise.measures.people.peak_group import peak_group
from wardwise.measures.time.spans import WEEK, read_spans


@dataclass(frozen=True)
class SpanBounds:
    """The least and the most that each part can hold.

    Attributes
    ----------
    surely : tuple of int
        Events whose whole span lies in the part. Unit: events. Shape: parts.
    at_most : tuple of int
        Events whose span touches the part. Unit: events. Shape: parts.
    events : int
        Events that have a start.
    may_lead : tuple of int
        The parts that may hold the most: those that no other part is sure to exceed beyond
        chance, wherever in their spans the events were.
    """

    surely: tuple[int, ...]
    at_most: tuple[int, ...]
    events: int
    may_lead: tuple[int, ...]

    @property
    def surely_percent(self) -> tuple[float, ...]:
        """The least share of each part. Unit: percent."""
        return tuple(100 * n / self.events for n in self.surely)

    @property
    def at_most_percent(self) -> tuple[float, ...]:
        """The highest share of each part. Unit: percent."""
        return tuple(100 * n / self.events for n in self.at_most)


def span_bounds(
    *, starts: ArrayLike, ends: ArrayLike, part_minutes: int, parts: int, level: float = 0.95
) -> SpanBounds:
    """Limits that no choice of the moment within each span can break.

    Parameters
    ----------
    starts, ends : array of datetime64
        The earliest and the latest moment of each event, by the local clock; NaT where not
        known. Shape: events.
    part_minutes : int
        Length of a part: 360 for quarters of a day, 1,440 for weekdays. Unit: minutes.
    parts : int
        Parts of a cycle, which begins at midnight on Monday and fits into a week.
    level : float
        Of the set of parts that may lead.

    Returns
    -------
    SpanBounds

    Raises
    ------
    ValueError
        If the arrays are not as long as one another, no event has a start, or the cycle does not
        fit into a week.

    Notes
    -----
    Spans are read as ``hour_by_weekday`` reads them. A part may lead if ``peak_group`` finds that
    it may be the peak when it is given all that it can hold, and every other part only what is
    sure. Nothing is assumed of where in its span an event was; the aoristic table assumes that
    each minute is as likely as another. Where all moments are known the two are the same.

    References
    ----------
    Manski CF (2003) Partial Identification of Probability Distributions, for such limits.
    Ratcliffe JH (2002) Journal of Quantitative Criminology 18:23, for the spans.

    Examples
    --------
    >>> night = np.array(["2024-01-01T22:00", "2024-01-01T23:00"], dtype="M8[m]")
    >>> found = span_bounds(
    ...     starts=night, ends=night + np.array([60, 120]), part_minutes=360, parts=4
    ... )
    >>> found.surely, found.at_most
    ((0, 0, 0, 1), (1, 0, 0, 2))
    """
    cycle = part_minutes * parts
    if cycle < 1 or WEEK % cycle:
        raise ValueError(f"{parts} parts of {part_minutes} minutes do not fit into a week.")
    spans = read_spans(starts=starts, ends=ends)
    if spans.events == 0:
        raise ValueError("No event has a start: nothing is known of the hours.")
    first = spans.start // part_minutes
    reach = np.minimum((spans.start + spans.minutes - 1) // part_minutes - first, parts - 1)
    surely = np.bincount(first[reach == 0] % parts, minlength=parts)
    at_most = np.zeros(parts, dtype=np.int64)
    for further in range(parts):
        at_most += np.bincount((first[reach >= further] + further) % parts, minlength=parts)
    return SpanBounds(
        surely=tuple(surely.tolist()),
        at_most=tuple(at_most.tolist()),
        events=spans.events,
        may_lead=tuple(
            part
            for part in range(parts)
            if _may_lead(part, surely.tolist(), at_most.tolist(), level=level)
        ),
    )


def _may_lead(part: int, surely: list[int], at_most: list[int], *, level: float) -> bool:
    best = [*surely[:part], at_most[part], *surely[part + 1 :]]
    names = [str(n) for n in range(len(best))]
    # without one event that is sure of its part, no part exceeds another
    return not sum(best) or str(part) in peak_group(groups=names, people=best, level=level).may_be
