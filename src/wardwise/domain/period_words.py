"""A period as publishers write it, as whole months."""

from __future__ import annotations

import calendar
import re

from wardwise.domain.period import Month, Period


FORMS = "2024, 2024-03, 2024/25, academic year 2024/25, year ending March 2024, Jan to Dec 2024"
"""What is understood, for a message."""
_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
_ENDING = re.compile(r"(?:year|twelve months|12 months) (?:ending|to)(?: in)? (.+)")


def period_of(text: str) -> Period | None:
    """The months that a publisher's words stand for, None where they are not understood.

    2024/25 is the financial year, April 2024 to March 2025; an academic year is September to
    August. ``A to B`` runs from the first month of A to the last of B.

    >>> str(period_of("2023/24")), str(period_of("Jan to Dec 2024"))
    ('2023-04/2024-03', '2024-01/2024-12')
    """
    words = " ".join(text.lower().split())
    ending = _ENDING.fullmatch(words)
    if ending:
        last = _one(ending.group(1))
        return Period.ending(last.last) if last and last.length == 1 else None
    return _one(words) or _from_to(words)


def _from_to(words: str) -> Period | None:
    first, separator, last = words.partition(" to ")
    end = _one(last) if separator else None
    if end is None:
        return None
    # 'Jan to Dec 2024': the year is said once
    start = _one(first) or _one(f"{first} {end.last.year}")
    return Period(start.first, end.last) if start and start.first <= end.last else None


def _one(words: str) -> Period | None:
    """A year, a month or a year across two."""
    if re.fullmatch(r"\d{4}", words):
        return Period(Month(int(words), 1), Month(int(words), 12))
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", words):
        return Period(Month.parse(words), Month.parse(words))
    named = re.fullmatch(r"([a-z]+) (\d{4})", words)
    if named and named.group(1) in _MONTHS:
        month = Month(int(named.group(2)), _MONTHS[named.group(1)])
        return Period(month, month)
    return _across(words)


def _across(words: str) -> Period | None:
    match = re.fullmatch(r"(academic year )?(\d{4})/(\d{2}|\d{4})", words)
    if not match or int(match.group(3)[-2:]) != (int(match.group(2)) + 1) % 100:
        return None
    first = Month(int(match.group(2)), 9 if match.group(1) else 4)
    return Period(first, first.plus(11))
