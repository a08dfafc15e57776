"""Hour by weekday as a picture and as a table, the same in every chapter."""

from __future__ import annotations

from wardwise.document.blocks import Align, Column, Table
from wardwise.document.initials import capital
from wardwise.document.pictures import Bars, HourGrid
from wardwise.document.sources import counted_in, source_line
from wardwise.document.words import decimal, rounded
from wardwise.domain.figure import Figure
from wardwise.figures.hour_words import hours_title
from wardwise.figures.hours_of_day import hours_of_day_picture
from wardwise.figures.people_hours import FIRST_HOUR, Hours
from wardwise.figures.people_parts_of_week import WEEKDAYS


def hours_picture(
    hours: Hours, counted: Figure, *, name: str, what: str, of: str
) -> HourGrid | Bars:
    """Hours by weekday; of patients, hours alone. With the table of the same numbers.

    ``counted`` is how many there are, ``what`` they are called in a sentence, ``of`` in a caption.
    """
    draw = _grid if hours.cells else hours_of_day_picture
    return draw(hours, counted, name=name, what=what, of=of)


def _grid(hours: Hours, counted: Figure, *, name: str, what: str, of: str) -> HourGrid:
    """A row a day from 06:00 to 06:00."""
    values = tuple(
        tuple(cell.number for cell in (_cell(hours, day, n) for n in range(24))) for day in range(7)
    )
    return HourGrid(
        name=name,
        title=hours_title(hours, what) or f"{capital(what)} by hour and weekday",
        subtitle=f"{capital(counted_in(counted.sources[0]))} by hour and weekday, "
        f"{counted.period.label}; a row runs from 06:00 to 06:00 of the next day; one "
        "with a span of time is shared out over it",
        source=_source(counted),
        alt="; ".join(f"{WEEKDAYS[day]} {rounded(sum(row), 0)}" for day, row in enumerate(values)),
        table=_table(hours, counted, name=name, of=of),
        values=values,
        first_hour=FIRST_HOUR,
    )


def _table(hours: Hours, counted: Figure, *, name: str, of: str) -> Table:
    """The same numbers, an hour a row, each weekday as it stands in the calendar."""
    return Table(
        name=f"{name}-table",
        caption=f"{of} by hour and weekday",
        columns=(Column("Hour from", Align.LEFT), *(Column(day[:3]) for day in WEEKDAYS)),
        rows=tuple(
            (f"{hour:02d}:00", *(decimal(hours.cells[hour][day]) for day in range(7)))
            for hour in range(24)
        ),
        source=_source(counted),
        appendix=True,
    )


def _cell(hours: Hours, day: int, n: int) -> Figure:
    """The nth hour of a day that begins at six: after midnight it is the next weekday's."""
    hour = (FIRST_HOUR + n) % 24
    return hours.cells[hour][(day + (FIRST_HOUR + n) // 24) % 7]


def _source(counted: Figure) -> str:
    """The extract that the figure's own rows come from."""
    return source_line(counted.sources[-1], counted.period)
