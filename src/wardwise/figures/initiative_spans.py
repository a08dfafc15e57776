"""The months that an initiative is judged on: after its start, before it, and before that."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass

from wardwise.domain.figure import Json
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.settings_of_initiatives import InitiativeSettings
from wardwise.figures.desk import Desk


FEWEST = 3
"""Whole months after the start; before that nothing is said."""
YEAR = 12


@dataclass(frozen=True)
class Spans:
    """``after``, the same months one or more years ``before``, and as long ``earlier`` still.

    ``earlier`` is None where it is not held whole. ``history`` are the usable months before the
    start, ``series`` all to the end of ``after``; None for a month that is not usable.
    """

    after: Period
    before: Period
    earlier: Period | None
    history: tuple[Month | None, ...]
    series: tuple[Month | None, ...]

    @property
    def start(self) -> Month:
        """The first whole month of the initiative."""
        return self.after.first

    @property
    def start_position(self) -> int:
        """Where in ``series`` the initiative starts."""
        return len(self.series) - self.after.length


def first_whole_month(start: datetime.date) -> Month:
    """The month of the start if it started on its first day, else the one after."""
    month = Month(start.year, start.month)
    return month if start.day == 1 else month.plus(1)


def spans_of(desk: Desk, initiative: InitiativeSettings) -> Spans | NotKnown:
    """The periods compared; not known while too little is held since the start."""
    held = desk.evidence.local.months
    first = first_whole_month(initiative.start)
    last = desk.latest.last
    if initiative.end is not None:
        ended = first_whole_month(initiative.end + datetime.timedelta(days=1)).plus(-1)
        last = min(last, ended)
    length = last.ordinal - first.ordinal + 1
    if length < FEWEST:
        return NotKnown("too few whole months are held since its start")
    shift = YEAR * math.ceil(length / YEAR)
    room = first.ordinal - held[0].ordinal
    if shift > room:
        shift = YEAR * (room // YEAR)
        length = min(length, shift)
    if not shift:
        return NotKnown("the same months of the year before its start are not held")
    after = Period(first, first.plus(length - 1))
    earlier = after.earlier(2 * shift)
    return Spans(
        after=after,
        before=after.earlier(shift),
        earlier=earlier if _is_usable(desk, earlier) else None,
        history=usable_months(desk, held[0], first.plus(-1)),
        series=usable_months(desk, held[0], after.last),
    )


def why_not_whole(
    spans: Spans, initiative: InitiativeSettings, *, latest: Month
) -> NotKnown | None:
    """Why the months judged are not all of the initiative, which its cost is for.

    Without an end it runs on, and its cost is taken as spent to the latest month that is held.
    """
    begins, ends = spans.after.first, spans.after.last
    if initiative.start < datetime.date(begins.year, begins.number, 1):
        return NotKnown(f"its cost is for all of it, and it is judged from {begins.label} only")
    past = ends.plus(1)
    if initiative.end is None:
        is_cut = ends != latest
    else:
        is_cut = initiative.end + datetime.timedelta(days=1) > datetime.date(
            past.year, past.number, 1
        )
    if is_cut:
        return NotKnown(f"its cost is for all of it, and it is judged to {ends.label} only")
    return None


def usable_months(desk: Desk, first: Month, last: Month) -> tuple[Month | None, ...]:
    """Months that are held and complete, None for those that are not."""
    return tuple(
        month if _is_usable(desk, Period(month, month)) else None
        for month in Period(first, last).months
    )


def as_asked(months: tuple[Month | None, ...]) -> list[Json]:
    """The months as a question names them."""
    return [None if month is None else str(month) for month in months]


def _is_usable(desk: Desk, period: Period) -> bool:
    counts = desk.evidence.local
    span = counts.span(period)
    if span is None or not counts.held[:, span].all():
        return False
    return desk.evidence.completeness.problem(period) is None
