"""Which months and quarters a service's file holds, and which quarters may be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wardwise.domain.figure import Figure
from wardwise.domain.people_recorded import PeopleRecorded
from wardwise.domain.period import Month, Period
from wardwise.figures.people_selected import Selected
from wardwise.figures.people_withheld import FEW, hidden_groups


YEAR = 12  # months
QUARTER = 3  # months
RARE = 10
"""Rows of a whole file a month; with fewer, its months say nothing of what it covers."""


def in_both_years(period: Period, held: Sequence[Month]) -> Period:
    """The longest run of months of the year that are held in both years; the later of equals.

    The year itself where all are held in both, or none is.

    >>> before, year = Period.parse("2024-01", "2024-09"), Period.parse("2025-01", "2025-12")
    >>> in_both_years(year, [*before.months, *year.months]).label
    'January 2025 to September 2025'
    """
    months = set(held)
    runs: list[list[Month]] = [[]]
    for month in period.months:
        if month in months and month.plus(-YEAR) in months:
            runs[-1].append(month)
        else:
            runs.append([])
    longest = max(reversed(runs), key=len)
    return Period(longest[0], longest[-1]) if len(longest) >= QUARTER else period


def quarters_held(found: Selected) -> tuple[Period, ...]:
    """Quarters of the year, and of the years before it that the file reaches into, in order."""
    year, first = found.chosen.period, found.held.period.first
    starts = [year.last.plus(1 - QUARTER * n) for n in range(1, 4 * QUARTER + 1)]
    return tuple(Period(one, one.plus(QUARTER - 1)) for one in reversed(starts) if one >= first)


def is_rare(held: PeopleRecorded) -> bool:
    """Whether a file holds so few rows a month that an empty month does not tell of a gap."""
    return len(held.crimes.month) < RARE * held.period.length


def whole_of(held: PeopleRecorded) -> Period:
    """From the first to the last month that the file covers; its own where it covers none."""
    return Period(held.months[0], held.months[-1]) if held.months else held.period


def without_few(found: Selected, quarters: Sequence[Figure]) -> tuple[Figure, ...]:
    """Each year's quarters sum to a year that is printed, so that each year is judged by itself."""
    least = found.desk.settings.people.least_count
    shown = list(quarters)
    for last in range(len(shown), 0, -4):
        year = shown[max(last - 4, 0) : last]
        counts = [int(one.number) if one.status == "known" else 0 for one in year]
        for at in hidden_groups(counts, least=least):
            n = max(last - 4, 0) + at
            shown[n] = replace(shown[n], value=FEW, interval=None)
    return tuple(shown)
