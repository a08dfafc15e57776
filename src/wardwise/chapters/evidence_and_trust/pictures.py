"""The chapter's pictures: completeness by quarter, and counts against published ones."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import (
    EvidenceFindings,
    ReconciledRow,
    Reconciliation,
)
from wardwise.chapters.evidence_and_trust.reconcile import AGREES, MORE_HELD, NO_PLACE
from wardwise.chapters.evidence_and_trust.tables import completeness_table, floor_words
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.pictures import Bar, Bars
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import say
from wardwise.document.words import NOT_APPLICABLE, in_words, percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.offences import ALL_RECORDED_CRIME


def completeness_picture(found: EvidenceFindings) -> Bars:
    """One dot per stretch of months, with the floor; those below it set strong."""
    rows = found.completeness
    return Bars(
        name="completeness-chart",
        title=completeness_title(found),
        subtitle=f"Offences held, percent of the Home Office count of the same months; "
        f"{found.force.name}. Set strong: incomplete",
        source=f"{source_line(found.source)}; {NAMES['home_office_prc']}",
        alt=completeness_title(found)
        + ". "
        + " ".join(f"{row.period.label}: {percent(row.share).text}, {row.status}." for row in rows),
        table=completeness_table(found),
        bars=tuple(
            Bar(
                row.period.label,
                _number(row.share),
                ours=row.status == "incomplete",
                why_not=row.status,
            )
            for row in rows
        ),
        unit="percent of the Home Office count",
        dots=True,
        reference=(found.floor_percent, f"{floor_words(found)}: complete from here"),
    )


def completeness_title(found: EvidenceFindings) -> str:
    """What the completeness of the source comes to."""
    rows = found.completeness
    short = [row for row in rows if row.status == "incomplete"]
    gone = [row for row in rows if row.status == "missing"]
    if all(row.status == "not judged" for row in rows):
        return "No month held can be judged against the Home Office totals"
    if not short and not gone:
        return "Every stretch of months that can be judged is complete"
    said = [
        f"{in_words(len(some))} {'is' if len(some) == 1 else 'are'} {word}"
        for some, word in ((short, "incomplete"), (gone, "missing"))
        if some
    ]
    return f"Of {len(rows)} stretches of months {' and '.join(said)}"


def reconciliation_picture(found: EvidenceFindings, held: Reconciliation) -> Bars:
    """Each group in percent of the published count, nearest to it first."""
    rows = (held.whole, *sorted(held.rows, key=lambda row: -(_number(row.percent) or 0.0)))
    return Bars(
        name="reconciliation-chart",
        title=reconciliation_title(held),
        subtitle=f"Offences located in {found.area.name}, percent of those that ONS published; "
        f"{held.period.label}",
        source=f"{source_line(found.source)}; {NAMES['ons_csp_tables']}",
        alt=reconciliation_title(held)
        + ". "
        + " ".join(f"{_name(row)}: {percent(row.percent).text}." for row in rows),
        table=reconciliation_table(found, held),
        bars=tuple(
            Bar(_name(row), _number(row.percent), ours=row.offence is None, why_not="not published")
            for row in rows
        ),
        unit="percent of the published count",
        dots=True,
        reference=(100.0, "as published"),
    )


def reconciliation_title(held: Reconciliation) -> str:
    """How many groups are as near the published count as records with no place explain."""
    known = [row for row in held.rows if row.percent.status == "known"]
    near = [row for row in known if row.reading in (AGREES, NO_PLACE)]
    over = [row for row in known if row.reading == MORE_HELD]
    if not known:
        return "No group can be set against a published count"
    if len(near) == len(known):
        return "No offence group differs more than records with no place could explain"
    if len(over) > len(near):
        return (
            f"{len(over)} of {len(known)} offence groups hold more than was published, by over 2%"
        )
    return (
        f"{len(near)} of {len(known)} offence groups differ from the published count by no more "
        "than records with no place could explain"
    )


def reconciliation_table(found: EvidenceFindings, held: Reconciliation) -> Table:
    """Counts side by side, with the share of records that have no place."""
    where = "the force's records" if found.located_of == found.force else "all records held"
    return Table(
        name="reconciliation",
        caption=f"Offences located in {found.area.name} and offences published by ONS, "
        f"{held.period.label}",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Held"),
            Column("Published"),
            Column("Held, %"),
            Column(f"No place, % of {where}", quiet=True),
            Column("Reading", Align.LEFT),
        ),
        rows=tuple(_cells(row) for row in (held.whole, *held.rows)),
        emphasis=(0,),
        groups=(1,),
        notes=(
            say(
                "Violence and sexual offences are set against the two published groups together. "
                "Agrees: within 2%, or within 5 offences. A little short: by no more than the "
                "share of records with no place and 2 points; far short: by more. The reading is a "
                "yardstick and no test. Records with no place are never shared out."
            ),
        ),
        source=f"{source_line(found.source, held.period)}; {NAMES['ons_csp_tables']}",
    )


def _cells(row: ReconciledRow) -> tuple[Cell, ...]:
    return (
        _name(row),
        whole(row.held),
        whole(row.published),
        _percent(row),
        percent(row.not_located),
        row.reading,
    )


def _percent(row: ReconciledRow) -> Cell:
    """Of none published there is no percentage: that is no gap in what is known."""
    nought = row.published.status == "known" and row.published.number == 0
    return NOT_APPLICABLE if nought else percent(row.percent)


def _name(row: ReconciledRow) -> str:
    return row.offence or ALL_RECORDED_CRIME


def _number(figure: Figure) -> float | None:
    return figure.number if figure.status == "known" else None
