"""Periods of readings: months, quarters of the calendar, years; and when each is expected."""

from __future__ import annotations

from datetime import date, timedelta

from wardwise.domain.period import Month, Period
from wardwise_web.performance.models import Definition


def month_of(day: date) -> Month:
    """The month that a day is in."""
    return Month(day.year, day.month)


def first_day(month: Month) -> date:
    """Its first day, as it is kept."""
    return date(month.year, month.number, 1)


def last_day(month: Month) -> date:
    """Its last day."""
    return date(month.year, month.number, month.days)


def period_from(first: Month, definition: Definition) -> Period:
    """The period of one reading that starts with a month."""
    return Period(first, first.plus(definition.months - 1))


def starts_period(month: Month, definition: Definition) -> bool:
    """Whether a reading can start there: quarters are those of the calendar."""
    return definition.months != 3 or month.number % 3 == 1


def due_on(first: Month, definition: Definition) -> date:
    """The day by which a period's reading should be here."""
    return last_day(period_from(first, definition).last) + timedelta(days=definition.lag_days)


def latest_expected(definition: Definition, *, on: date, step_from: Month) -> Month | None:
    """The first month of the last period whose reading should be here by now.

    Periods follow one another from ``step_from``; None where none is expected yet.
    """
    found = None
    first = step_from
    while due_on(first, definition) <= on:
        found, first = first, first.plus(definition.months)
    return found
