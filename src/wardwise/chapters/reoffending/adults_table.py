"""The table of adults: a cohort a row, beside what was predicted of it."""

from __future__ import annotations

from wardwise.chapters.reoffending.findings import Adults
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.bounded import count_cell
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import between, decimal, in_words
from wardwise.domain.area import Area
from wardwise.figures.predicted import Predicted


MOST = 12


def entered(one: Predicted) -> str:
    """When the cohort came in."""
    return one.words.entered.label if one.words else one.span.whole.label


def adults_table(found: Adults, area: Area) -> Table:
    """A cohort a row, each beside what was predicted of it."""
    rows = found.cohorts[-MOST:]
    return Table(
        name="adults-cohorts",
        caption=f"Adults under probation in {area.name}, by the months in which the cohort entered",
        columns=(
            Column("Entered", Align.LEFT),
            Column("People"),
            Column("Reoffended"),
            Column("%"),
            Column("95% interval", quiet=True),
            Column("Predicted"),
            Column("Over predicted"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(_row(one) for one in rows),
        notes=(_followed(found),),
        source=source_line(found.source),
        appendix=True,
        off_paper=True,  # the picture has every cohort, the sentences the latest in full
    )


def _followed(found: Adults) -> Text:
    held = {one.words.follow_up_months for one in found.cohorts if one.words}
    if len(held) == 1:
        return say("Each was followed for {n} months.", n=in_words(held.pop()))
    return say("The cohorts were followed for different times, and cannot be compared.")


def _row(one: Predicted) -> tuple[Cell, ...]:
    return (
        entered(one),
        count_cell(one.people.count, one.people.least, one.people.most),
        count_cell(one.observed.count, one.observed.least, one.observed.most),
        decimal(one.share.figure),
        between(one.share.figure, 1),
        decimal(one.expected.count),
        decimal(one.ratio, 2),
        between(one.ratio, 2),
    )
