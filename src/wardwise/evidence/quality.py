"""How complete the evidence is, and what was read, set aside and revised."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.evidence import (
    Completeness,
    ExtractMonth,
    FileRead,
    Quality,
    SourceRows,
    Stretch,
)
from wardwise.domain.period import Month, Period
from wardwise.evidence.same_force import same_force
from wardwise.evidence.tables import Tables, records


def completeness(tables: Tables, *, source: str, force: str) -> Completeness:
    """Every judged stretch of the partnership's own force."""
    if "completeness" not in tables:
        return Completeness(())
    table = tables["completeness"]
    found = records(table.filter(table.source == source).order_by("first_month"))
    return Completeness(
        tuple(
            Stretch(
                Period.parse(row["first_month"], row["last_month"]),
                row["status"],
                row["share"],
                row["why"],
                row["held"],
                row["expected"],
            )
            for row in found
            if same_force(row["force"], force)
        )
    )


def quality(
    tables: Tables, notices: Sequence[str], source_rows: Sequence[SourceRows] = ()
) -> Quality:
    """What was read, what was set aside and why, and what two extracts say of one month."""
    return Quality(
        _files(tables), _set_aside(tables), _extracts(tables), tuple(notices), tuple(source_rows)
    )


def _files(tables: Tables) -> tuple[FileRead, ...]:
    return tuple(
        FileRead(
            row["source"],
            row["path"],
            row["sha256"],
            row["rows_in"],
            row["rows_used"],
            f"{row['first_month']} to {row['last_month']}" if row["first_month"] else "",
            row["licence"],
        )
        for row in records(tables["file_read"].order_by("source", "path"))
    )


def _set_aside(tables: Tables) -> tuple[tuple[str, str, int], ...]:
    table = tables["set_aside"]
    totals = table.group_by("source", "reason").aggregate(rows=lambda t: t.rows.sum())
    found = [(row["source"], row["reason"], int(row["rows"])) for row in records(totals)]
    return tuple(sorted(found, key=lambda row: (-row[2], row)))


def _extracts(tables: Tables) -> tuple[ExtractMonth, ...]:
    if "extract_comparison" not in tables:
        return ()
    return tuple(
        ExtractMonth(
            Month.parse(row["month"]),
            row["rows_earlier"],
            row["rows_later"],
            "later" if row["kept"] == row["later"] else "earlier",
            row["why"],
            row["appeared"],
            row["vanished"],
            row["in_both"],
            row["offence_changed"],
            row["place_changed"],
            row["outcome_changed"],
        )
        for row in records(tables["extract_comparison"].order_by("month"))
    )
