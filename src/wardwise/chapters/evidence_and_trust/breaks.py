"""Dates on which counting changed, from the register and from the settings."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import BreakRow
from wardwise.document.sources import NAMES
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk
from wardwise.reference.load import load_table


NATIONAL = "England and Wales"


def break_rows(desk: Desk) -> tuple[BreakRow, ...]:
    """Those of the country and of the force, and the partnership's own, in order of time."""
    counts = desk.evidence.local
    first, last = counts.months[0], counts.months[-1]
    register = [
        (
            Month.parse(str(row["month"])),
            str(row["what"]),
            str(row["offences"] or ""),
            str(row["direction"]),
            str(row["source"]),
            False,
        )
        for row in load_table("series_break").rows
        if row["area"] in (NATIONAL, desk.evidence.place.force.name)
    ]
    own = [
        (
            Month.parse(row.month),
            row.what,
            "; ".join(map(_called, row.offences)),
            str(row.direction),
            row.source,
            True,
        )
        for row in desk.settings.series_breaks
    ]
    return tuple(
        BreakRow(
            month=month,
            what=what,
            offences=offences or "All",
            direction=direction,
            source=source,
            inside=first < month <= last,
            refuses=refuses,
        )
        for month, what, offences, direction, source, refuses in sorted([*register, *own])
    )


def _called(series: str) -> str:
    """A dataset or flag of the settings as a reader knows it; an offence is named already."""
    return NAMES.get(f"partner:{series}", series.replace("_", " ").capitalize())
