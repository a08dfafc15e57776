"""Days that differ from others: bank holidays, school holidays, changes of the clocks."""

from __future__ import annotations

import datetime

import holidays

from wardwise.domain.period import Period
from wardwise.domain.settings import Settings


DAY = datetime.timedelta(days=1)
WEEK = 7 * DAY
FRIDAY = 4 * DAY
MONDAY, SUNDAY = 0, 6


def between(period: Period) -> tuple[str, str]:
    """First and last day of the period."""
    return f"{period.first}-01", f"{period.last}-{period.last.days:02d}"


def bank_holidays(period: Period) -> list[str]:
    """Bank and public holidays of England and Wales, with the days given in their stead."""
    first, last = between(period)
    years = range(period.first.year, period.last.year + 1)
    # England and Wales have the same ones
    found = holidays.country_holidays("GB", subdiv="ENG", years=years)
    return [day for day in sorted(str(one) for one in found) if first <= day <= last]


def school_holidays(period: Period, settings: Settings) -> list[str]:
    """Weekdays on which schools are closed, bank holidays left out.

    As the settings have them; the usual pattern of English schools where they have none.
    """
    given = [(one.first, one.last) for one in settings.calendar.school_holidays]
    spans = given or [
        span
        for year in range(period.first.year - 1, period.last.year + 1)
        for span in usual_school_holidays(year)
    ]
    first, last = between(period)
    days = {
        str(start + n * DAY)
        for start, end in spans
        for n in range((end - start).days + 1)
        if (start + n * DAY).weekday() < 5
    }
    return sorted(day for day in days - set(bank_holidays(period)) if first <= day <= last)


def usual_school_holidays(year: int) -> list[tuple[datetime.date, datetime.date]]:
    """The usual pattern of English schools, by rule: no authority need keep to it.

    The week whose Monday is nearest 15 February; two weeks about Easter, from the Monday before
    it; the weeks of the last Monday in May and of the last Monday in October; 23 July to 31
    August; 20 December to 3 January.
    """
    half_term = datetime.date(year, 2, 15)
    monday = half_term - half_term.weekday() * DAY
    february = monday if half_term - monday <= FRIDAY - DAY else monday + WEEK
    easter = easter_sunday(year)
    may, october = _last(year, 5, MONDAY), _last(year, 10, MONDAY)
    return [
        (february, february + FRIDAY),
        (easter - 6 * DAY, easter + 5 * DAY),
        (may, may + FRIDAY),
        (datetime.date(year, 7, 23), datetime.date(year, 8, 31)),
        (october, october + FRIDAY),
        (datetime.date(year, 12, 20), datetime.date(year + 1, 1, 3)),
    ]


def clocks_change(period: Period) -> tuple[list[str], list[str]]:
    """Sundays on which the clocks go back, and those on which they go forward."""
    first, last = between(period)

    def sundays(month: int) -> list[str]:
        years = range(period.first.year, period.last.year + 1)
        days = (str(_last(year, month, SUNDAY)) for year in years)
        return [day for day in days if first <= day <= last]

    return sundays(10), sundays(3)


def easter_sunday(year: int) -> datetime.date:
    """By the date of Good Friday in the list of bank holidays."""
    found = holidays.country_holidays("GB", subdiv="ENG", years=year)
    friday = next(day for day, name in found.items() if name == "Good Friday")
    return friday + 2 * DAY


def _last(year: int, month: int, weekday: int) -> datetime.date:
    """The last such weekday of a month of 31 days."""
    last = datetime.date(year, month, 31)
    return last - (last.weekday() - weekday) % 7 * DAY
