"""Our counts against the published ones, for the same twelve months and the same offences."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import ReconciledRow, Reconciliation
from wardwise.chapters.evidence_and_trust.located import located_row
from wardwise.domain.evidence import NotHeld, OfficialTable, SourceRows
from wardwise.domain.figure import Figure
from wardwise.figures.desk import Desk
from wardwise.figures.held_part import (
    CLOSE_OFFENCES,
    HeldPart,
    held_part,
    published_parts,
    published_year,
)


CLOSE_POINTS = 2.0
AGREES = "agrees"
NO_PLACE = "a little short"  # by no more than the share of records with no place
MORE_MISSING = "far short"
MORE_HELD = "more held"


def reconciliation(desk: Desk) -> tuple[Reconciliation | None, str]:
    """The latest published year that the source holds whole; else why there is none."""
    table = desk.evidence.official
    if isinstance(table, NotHeld):
        return None, f"This needs {table.what}, from {table.from_whom}."
    period = published_year(desk)
    if period is None:
        return None, (
            f"The published years are {table.before.label} and {table.latest.label}; the source "
            "holds neither whole."
        )
    counted = next(rows for rows in desk.evidence.quality.source_rows if rows.period == period)
    whole = _row(desk, table, counted, None)
    if whole.published.status != "known":
        return None, "The published tables have no count for this partnership in that year."
    found = tuple(_row(desk, table, counted, name) for name in published_parts(desk))
    problem = desk.evidence.completeness.problem(period) or ""
    return Reconciliation(period, whole, found, problem), ""


def _row(
    desk: Desk, table: OfficialTable, counted: SourceRows, offence: str | None
) -> ReconciledRow:
    part = held_part(desk, table, counted.period, offence)
    missing = located_row(desk, counted, offence).share
    return ReconciledRow(
        offence, part.held, part.published, part.percent, missing, _reading(part, missing)
    )


def _reading(part: HeldPart, missing: Figure) -> str:
    """What the gap may be: a yardstick of two points, or five offences, and no test."""
    if any(one.status != "known" for one in (part.held, part.published, missing)):
        return "not known"
    if abs(part.held.number - part.published.number) <= CLOSE_OFFENCES:
        return AGREES
    if part.percent.status != "known":  # none was published: a nought, and no percentage of it
        return MORE_HELD
    gap = 100 - part.percent.number
    if abs(gap) <= CLOSE_POINTS:
        return AGREES
    if gap < 0:
        return MORE_HELD
    return NO_PLACE if gap <= missing.number + CLOSE_POINTS else MORE_MISSING
