"""When something happened: from a start and an end to a span, and how exactly it is known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.sources.partner_files.account import Account
from wardwise.sources.partner_files.moments import (
    DATE,
    EXACT,
    HOUR,
    UNKNOWN_HOUR,
    Minutes,
    Moments,
)


END_BEFORE_START = "it ends before it starts: the start is taken alone"
ONLY_AN_END = "it has an end and no start: the end is taken for both"
AFTER_RECEIVED = "the date is after the day on which the extract was received"
LONG_AGO = "the date is before 1900"
RECORDED_FIRST = "recorded before it happened"
EARLIEST = np.datetime64("1900-01-01")
_LAST_MINUTE = np.timedelta64(24 * 60 - 1, "m")
_PRECISION = np.array(["none", "date", "unknown hour", "hour", "exact", "span", "one end"])
SPAN, ONE_END = 5, 6


@dataclass(frozen=True, eq=False)
class Spans:
    """Start, end (NaT where it is not known or not later) and how exact the time is."""

    start: Minutes
    end: Minutes
    precision: NDArray[np.str_]


def spans(start: Moments, end: Moments, *, account: Account, field: str) -> Spans:
    """A missing end is no span; an end before its start is a fault, and the start stands.

    Where the file gives ends, a time with one end alone is not exact: the other is missing.
    """
    only_end = ~start.known & end.known
    account.fault(only_end, field=field, reason=ONLY_AN_END)
    at = np.where(only_end, end.at, start.at)
    exact = np.where(only_end, end.exact, start.exact)
    both = start.known & end.known
    # an end of which only the day is known may be as late as the last minute of that day
    loose = np.isin(end.exact, (DATE, UNKNOWN_HOUR))
    until = np.where(loose, end.at.astype("datetime64[D]") + _LAST_MINUTE, end.at)
    backward = both & (until < at)
    account.fault(backward, field=field, reason=END_BEFORE_START)
    later = both & (until > at) & ~_same_loose_day(start, end)
    exact = np.where(later & np.isin(exact, (HOUR, EXACT)), SPAN, exact)
    lone = (start.known ^ end.known) | backward
    exact = np.where(lone & end.known.any() & (exact == EXACT), ONE_END, exact)
    nothing = np.datetime64("NaT", "m")
    return Spans(at, np.where(later, until, nothing), _PRECISION[exact])


def check_days(
    moments: Moments, *, account: Account, field: str, received_on: datetime.date
) -> NDArray[np.bool_]:
    """Days that cannot be: in the future, or before 1900. They are not known from here on."""
    after = moments.known & (moments.days > np.datetime64(received_on))
    before = moments.known & (moments.days < EARLIEST)
    account.fault(after, field=field, reason=AFTER_RECEIVED)
    account.fault(before, field=field, reason=LONG_AGO)
    return after | before


def _same_loose_day(start: Moments, end: Moments) -> NDArray[np.bool_]:
    """Both are the same day, of which no hour is known: that is a date and no span."""
    loose = np.isin(start.exact, (DATE, UNKNOWN_HOUR)) & np.isin(end.exact, (DATE, UNKNOWN_HOUR))
    same: NDArray[np.bool_] = loose & (start.days == end.days)
    return same
