"""The table of children: a year of the return, and in it each figure with its cohort."""

from __future__ import annotations

from wardwise.chapters.reoffending.cohort_words import followed_for
from wardwise.chapters.reoffending.findings import Children, YearOfChildren
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.bounded import count_cell
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, whole
from wardwise.domain.area import Area
from wardwise.figures.cohorts import Followed
from wardwise.figures.return_spans import Told


def children_table(found: Children, area: Area) -> Table:
    """Every figure with its cohort, its follow-up and how many it is of."""
    return Table(
        name="children-cohorts",
        caption=f"Children in the youth justice system of {area.name}, by year of the return",
        columns=(
            Column("Year of the return", Align.LEFT),
            Column("Figure", Align.LEFT),
            Column("Cohort entered", Align.LEFT),
            Column("Followed", Align.LEFT),
            Column("Children"),
            Column("Value"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(row for year in found.years for row in _rows(year)),
        groups=tuple(n for n, year in enumerate(_firsts(found)) if year and n),
        notes=(
            say(
                "The average is judged as if each offence came by itself; a few children commit "
                "most of them, so its interval is too narrow."
            ),
        ),
        source=source_line(found.source),
    )


def _firsts(found: Children) -> list[bool]:
    """Which rows are the first of a year."""
    return [n == 0 for year in found.years for n, _ in enumerate(_rows(year))]


def _rows(year: YearOfChildren) -> list[tuple[Cell, ...]]:
    label = year.span.whole.label
    followed = (
        (year.binary, "Reoffended, %", 1),
        (year.frequency, "Offences for each child", 2),
    )
    return [
        *_counted(label, "First-time entrants", year.entrants),
        *(_of_cohort(label, name, one, places) for one, name, places in followed if one),
        *_counted(label, "Custodial sentences", year.custody),
    ]


def _of_cohort(label: str, name: str, one: Followed, places: int) -> tuple[Cell, ...]:
    return (
        label,
        name,
        one.words.entered.label if one.words else "not said",
        followed_for(one.words),
        whole(one.people.count),
        decimal(one.figure, places),
        between(one.figure, places),
    )


def _counted(label: str, name: str, told: Told | None) -> list[tuple[Cell, ...]]:
    """A count of the year, which is of no cohort."""
    if told is None:
        return []
    count = count_cell(told.count, told.least, told.most)
    return [(label, name, "–", "–", "–", count, "–")]
