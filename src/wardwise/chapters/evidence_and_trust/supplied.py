"""What the law says that partners supply each quarter: what came, when, and what did not."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings
from wardwise.document.blocks import Align, Cell, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import day_in_words, percent, whole
from wardwise.domain.period import NAMES
from wardwise.figures.supplied import SuppliedFigures
from wardwise.measures.supply.days_late import due_on


NOT_SUPPLIED = "not supplied"


def supplied_sections(found: EvidenceFindings) -> tuple[Section, ...]:
    """A section only where the settings list a partner's file."""
    if not found.supplied:
        return ()
    blocks: tuple[Block, ...] = (
        Paragraph(_lead(found), lead=True),
        quarters_table(found.supplied, judged_on=found.supply_judged_on),
        Note(NoteKind.METHOD, _rule(found)),
        supply_table(found.supplied),
    )
    return (Section("What partners supply each quarter", "evidence-supplied", blocks),)


def _lead(found: EvidenceFindings) -> Text:
    by_title = _by_title(found.supplied)
    nothing = [
        title
        for title, rows in by_title.items()
        if all(row.supply.received_on is None for row in rows)
    ]
    late = [
        title
        for title, rows in by_title.items()
        if any(row.days_late.status == "known" and row.days_late.number > 0 for row in rows)
    ]
    parts = [
        say("Partners have to supply these datasets for each quarter by the end of the next one.")
    ]
    if nothing:
        parts.append(say("Nothing came of {names}.", names=listed([_low(one) for one in nothing])))
    if late:
        parts.append(
            say("Late in some quarter: {names}.", names=listed([_low(one) for one in late]))
        )
    if not nothing and not late:
        parts.append(say("All of them came in time."))
    return join(parts)


def _rule(found: EvidenceFindings) -> Text:
    return say(
        "The Crime and Disorder (Prescribed Information) Regulations 2007 name the datasets. A row"
        " belongs to the quarter of its recording, or of the event where that is not given; rows"
        " without a date belong to none. A quarter is received when the last of its months first"
        " came. Judged on {day}, when the last file came.",
        day=day_in_words(found.supply_judged_on) if found.supply_judged_on else "",
    )


def quarters_table(
    supplied: Sequence[SuppliedFigures], *, judged_on: datetime.date | None
) -> Table:
    """One row a dataset, one column a quarter: in time, late, in part, or not supplied."""
    quarters = sorted({row.supply.quarter for row in supplied})
    rows = [
        (
            title,
            rows[0].supply.prescribed.supplier,
            *(_told(row, judged_on) for row in rows),
        )
        for title, rows in _by_title(supplied).items()
    ]
    return Table(
        name="supply-quarters",
        caption="Prescribed information, by quarter",
        columns=(
            Column("Dataset", Align.LEFT),
            Column("Who supplies it", Align.LEFT),
            *(Column(quarter.label, Align.LEFT) for quarter in quarters),
        ),
        rows=tuple(rows),
    )


def _told(row: SuppliedFigures, judged_on: datetime.date | None) -> Cell:
    supply = row.supply
    due = due_on(quarter_ends=str(supply.quarter.last))
    if supply.received_on is None:
        is_due = judged_on is None or due < judged_on
        return NOT_SUPPLIED if is_due else f"due on {day_in_words(due)}"
    came = (
        say("{n} days late", n=whole(row.days_late)) if row.days_late.number > 0 else say("in time")
    )
    if supply.is_whole:
        return came
    gaps = listed([NAMES[month.number] for month in supply.not_held])
    return came + say(", without {months}", months=gaps)


def supply_table(supplied: Sequence[SuppliedFigures]) -> Table:
    """Each dataset and quarter in full: dates, rows, places, and who was asked."""
    return Table(
        name="supply",
        caption="Prescribed information in full",
        columns=(
            Column("Dataset", Align.LEFT),
            Column("Quarter", Align.LEFT),
            Column("Due", Align.LEFT),
            Column("Received", Align.LEFT),
            Column("Days covered", Align.LEFT),
            Column("Rows used"),
            Column("Set aside"),
            Column("With a place"),
            Column("Kind of place", Align.LEFT, quiet=True),
            Column("Days late"),
            Column("Set aside because", Align.LEFT, quiet=True),
            Column("Asked", Align.LEFT, quiet=True),
        ),
        rows=tuple(_in_full(row) for row in supplied),
        appendix=True,
    )


def _in_full(row: SuppliedFigures) -> tuple[Cell, ...]:
    supply = row.supply
    came = supply.received_on
    return (
        supply.prescribed.title,
        supply.quarter.label,
        day_in_words(due_on(quarter_ends=str(supply.quarter.last))),
        day_in_words(came) if came else NOT_SUPPLIED,
        _days_covered(supply.first_day, supply.last_day),
        whole(row.rows),
        whole(row.set_aside),
        percent(row.located_percent),
        ", ".join(supply.places) or "–",
        whole(row.days_late),
        "; ".join(supply.set_aside) or "–",
        "; ".join(supply.asked) or "–",
    )


def _days_covered(first: str | None, last: str | None) -> str:
    if not first or not last:
        return "–"
    return " to ".join(day_in_words(datetime.date.fromisoformat(day)) for day in (first, last))


def _by_title(supplied: Sequence[SuppliedFigures]) -> dict[str, list[SuppliedFigures]]:
    by_title: dict[str, list[SuppliedFigures]] = {}
    for row in supplied:
        by_title.setdefault(row.supply.prescribed.title, []).append(row)
    return by_title


def _low(title: str) -> str:
    return title[0].lower() + title[1:]
