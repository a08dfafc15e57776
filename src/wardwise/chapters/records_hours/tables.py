"""The grid of hours and its tables."""

from __future__ import annotations

from wardwise.chapters.records_hours.findings import HoursFound
from wardwise.chapters.records_hours.words import title
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.initials import capital
from wardwise.document.pictures import HourGrid
from wardwise.document.text import say
from wardwise.document.words import decimal, percent, rounded, whole
from wardwise.domain.records_held import PRECISIONS
from wardwise.figures.people_hours import FIRST_HOUR, Hours
from wardwise.figures.people_parts_of_week import WEEKDAYS


HOURS = 24


def hours_picture(found: HoursFound, hours: Hours) -> HourGrid:
    """A row for each day from 06:00, so that a night is whole."""
    return HourGrid(
        name="hours-picture",
        title=title(found),
        subtitle=f"Records by hour and weekday, {found.area.name}, {found.period.label}; a row "
        f"runs from {FIRST_HOUR:02}:00 to {FIRST_HOUR:02}:00 of the next day; spans are shared "
        "out over their minutes",
        source=found.source,
        alt=_alt(found, hours),
        table=hours_table(found, hours),
        values=tuple(tuple(_cell(hours, day, n) for n in range(HOURS)) for day in range(7)),
        first_hour=FIRST_HOUR,
    )


def _cell(hours: Hours, day: int, n: int) -> float:
    later, hour = divmod(FIRST_HOUR + n, HOURS)
    return float(hours.found.weights[hour, (day + later) % 7])


def _alt(found: HoursFound, hours: Hours) -> str:
    by_hour, by_day = hours.found.by_hour, hours.found.by_weekday
    high, low = by_hour.index(max(by_hour)), by_hour.index(min(by_hour))
    most, least = by_day.index(max(by_day)), by_day.index(min(by_day))
    return (
        f"{title(found)}. By hour from {rounded(min(by_hour), 0)} at {low:02}:00 to "
        f"{rounded(max(by_hour), 0)} at {high:02}:00; by weekday from {rounded(min(by_day), 0)} "
        f"on {WEEKDAYS[least]} to {rounded(max(by_day), 0)} on {WEEKDAYS[most]}."
    )


def hours_table(found: HoursFound, hours: Hours) -> Table:
    """All 168 numbers."""
    return Table(
        name="hours",
        caption=f"Records by hour and weekday, {found.period.label}",
        columns=(Column("Hour from", Align.LEFT), *(Column(day) for day in WEEKDAYS)),
        rows=tuple(
            (f"{hour:02}:00", *(decimal(cell) for cell in row))
            for hour, row in enumerate(hours.cells)
        ),
        notes=(
            say(
                "A record of which only a span is known is shared out over it, so that a number "
                "need not be whole."
            ),
        ),
        source=found.source,
        appendix=True,
    )


def parts_table(found: HoursFound) -> Table:
    """The least and the most of each quarter of the day and of each weekday."""
    parts = [held.parts if held else () for held in (found.quarters, found.weekdays)]
    return Table(
        name="parts-of-the-week",
        caption="What each part of the day and week can hold, percent of records",
        columns=(Column("Part", Align.LEFT), Column("Least"), Column("Most")),
        rows=tuple(
            (capital(part.name), percent(part.surely), percent(part.at_most))
            for each in parts
            for part in each
        ),
        source=found.source,
        groups=(len(parts[0]),),
    )


def timed_table(found: HoursFound) -> Table:
    """How surely the time is given."""
    return Table(
        name="times-given",
        caption="How surely the time of a record is given",
        columns=(Column("Time given", Align.LEFT), Column("Records"), Column("Share, %")),
        rows=tuple(
            (capital(PRECISIONS[name]), whole(n), percent(share)) for name, n, share in found.timed
        ),
        source=found.source,
    )
