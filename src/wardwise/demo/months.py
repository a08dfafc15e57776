"""Where months stand among those of the demo, of which the first is 0."""

from __future__ import annotations

from wardwise.demo.truths import FIRST_MONTH
from wardwise.domain.period import Month, Period


def month_number(month: Month) -> int:
    """How many months after the demo's first."""
    return month.ordinal - FIRST_MONTH.ordinal


def months_of(period: Period) -> slice:
    """The period's months, of an array with one for each month of the demo."""
    start = month_number(period.first)
    return slice(start, start + period.length)
