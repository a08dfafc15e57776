"""How many people were treated, or called for, in each hour of the day: never too few to show.

A hospital's hours by weekday are cells of one or two patients; the hours of all weekdays
together are not, and those that still are stay hidden.
"""

from __future__ import annotations

from wardwise.document.bars import bar_of
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.initials import capital
from wardwise.document.pictures import Bars
from wardwise.document.sources import counted_in, source_line
from wardwise.document.text import say
from wardwise.document.words import decimal
from wardwise.domain.figure import Figure
from wardwise.figures.hour_words import hours_title
from wardwise.figures.people_hours import FIRST_HOUR, Hours


def hours_of_day_picture(hours: Hours, counted: Figure, *, name: str, what: str, of: str) -> Bars:
    """A bar for each hour from 06:00, with the table of the same numbers."""
    turn = [(FIRST_HOUR + n) % 24 for n in range(24)]
    figures = [(f"{hour:02d}:00", hours.of_day[hour]) for hour in turn]
    return Bars(
        name=name,
        title=hours_title(hours, what) or f"{capital(what)} by hour of the day",
        subtitle=f"{capital(counted_in(counted.sources[0]))} by hour, all weekdays together, "
        f"{counted.period.label}; one with a span of time is shared out over it",
        source=source_line(counted.sources[-1], counted.period),
        alt="; ".join(f"{label} {decimal(figure).text}" for label, figure in figures),
        table=_table(figures, counted, name=name, of=of),
        bars=tuple(bar_of(label, figure, ours=True) for label, figure in figures),
        unit=counted_in(counted.sources[0]),
        places=0,
        upright=True,
    )


def _table(figures: list[tuple[str, Figure]], counted: Figure, *, name: str, of: str) -> Table:
    hidden = any(figure.status == "withheld" for _, figure in figures)
    note = say("[c] is of so few people, or would give such a number away, that it is not shown.")
    return Table(
        name=f"{name}-table",
        caption=f"{of} by hour of the day",
        columns=(Column("Hour from", Align.LEFT), Column("Number")),
        rows=tuple((label, decimal(figure)) for label, figure in figures),
        notes=(note,) if hidden else (),
        source=source_line(counted.sources[-1], counted.period),
        appendix=True,
    )
