"""Tables: the stages, the years of tests, people treated by substance, flags on crimes."""

from __future__ import annotations

from wardwise.chapters.substance_misuse.findings import Flagged, Substance, Tests, Treatment
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.bounded import change_cell, count_cell, points_cell
from wardwise.document.sources import source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, whole
from wardwise.figures.flag_years import FlagYears
from wardwise.figures.return_spans import Span


POISSON = (
    "A change in number is judged as if each came by itself; people who are counted in both years "
    "make such a test too cautious."
)


def years_table(found: Tests) -> Table:
    """The share positive beside the two counts that it is made of, a year a row."""
    return Table(
        name="drug-tests-years",
        caption="Drug tests on arrest by year: the share and the two counts it is made of",
        columns=(
            Column("Period", Align.LEFT),
            Column("Tests"),
            Column("Positive"),
            Column("Positive, %"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(
            (
                one.span.whole.label,
                whole(one.whole.count),
                count_cell(one.part.count, one.part.least, one.part.most),
                decimal(one.share),
                between(one.share, 1),
            )
            for one in found.years
        ),
        source=source_line(found.source),
        appendix=True,
        off_paper=True,  # the sentences have the counts and the shares
    )


def treatment_table(found: Treatment) -> Table:
    """People in treatment now and completions of the year, by substance."""
    rows = (found.whole, *found.parts)
    return Table(
        name="treatment-substances",
        caption=f"People in treatment {found.now.whole.label}, and completions "
        f"{found.year.whole.label}",
        columns=(
            Column("Substance", Align.LEFT),
            Column("In treatment"),
            Column("On the year before, %"),
            Column("Completed"),
            Column(f"Of those in treatment in a {length_of(found.year)}, %"),
            Column("95% interval", quiet=True),
            Column("On the year before, points"),
        ),
        rows=tuple(_substance_row(row) for row in rows),
        notes=(say(POISSON),),
        source=source_line(found.source, found.year.whole),
        emphasis=(0,),
        groups=(1,) if found.parts else (),
    )


def length_of(span: Span) -> str:
    """What one period of the return is called."""
    return {1: "month", 3: "quarter", 12: "year"}.get(span.periods[0].length, "period")


def _substance_row(row: Substance) -> tuple[Cell, ...]:
    return (
        row.name,
        count_cell(row.people.count, row.people.least, row.people.most),
        change_cell(row.change),
        count_cell(row.completed.count, row.completed.least, row.completed.most),
        decimal(row.share),
        between(row.share, 1),
        points_cell(row.points),
    )


def flags_table(found: Flagged) -> Table:
    """Each flag: of all crimes, where answered, and how often it was answered at all."""
    return Table(
        name="substance-flags",
        caption=f"Alcohol and drugs as marked on recorded crimes, {found.crimes.period.label}",
        columns=(
            Column("Marked", Align.LEFT),
            Column("Of all crimes, %"),
            Column("Answered in, %"),
            Column("Where answered, %"),
            Column("95% interval", quiet=True),
            Column("Year before, where answered, %"),
            Column("Answered in, %"),
            Column("Change, points"),
        ),
        rows=tuple(_flag_row(flag) for flag in found.flags),
        source=source_line(found.source, found.crimes.period),
        appendix=True,
        off_paper=True,  # the sentences have the shares, the changes and how often it was answered
    )


def _flag_row(flag: FlagYears) -> tuple[Cell, ...]:
    now, before = flag.now, flag.before
    return (
        now.name,
        decimal(now.share),
        decimal(now.used),
        decimal(now.of_answered),
        between(now.of_answered, 1),
        decimal(before.of_answered) if before else "–",
        decimal(before.used) if before else "–",
        points_cell(flag.points),
    )
