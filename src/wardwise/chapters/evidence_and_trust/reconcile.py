"""Our counts against the published ones, for the same twelve months and the same offences."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.evidence_and_trust.findings import ReconciledRow, Reconciliation
from wardwise.chapters.evidence_and_trust.located import located_row
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import NotHeld, OfficialTable, SourceRows
from wardwise.domain.figure import Ask, Figure, Json, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.counted import Counted, asked_figure
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.official import official_offences_figure, official_row
from wardwise.figures.supply import against
from wardwise.reference.load import load_table


CLOSE_POINTS = 2.0
CLOSE_OFFENCES = 5
AGREES = "agrees"
NO_PLACE = "a little short"  # by no more than the share of records with no place
MORE_MISSING = "far short"
MORE_HELD = "more held"


def reconciliation(desk: Desk) -> tuple[Reconciliation | None, str]:
    """The latest published year that the source holds whole; else why there is none."""
    table = desk.evidence.official
    if isinstance(table, NotHeld):
        return None, f"This needs {table.what}, from {table.from_whom}."
    rows = {counted.period: counted for counted in desk.evidence.quality.source_rows}
    counts, codes = desk.counts_of(desk.area)
    for period in (table.latest, table.before):
        if period in rows and not isinstance(counts.total(period, codes=codes), NotKnown):
            break
    else:
        return None, (
            f"The published years are {table.before.label} and {table.latest.label}; the source "
            "holds neither whole."
        )
    whole = _row(desk, table, rows[period], None, ())
    if whole.published.status != "known":
        return None, "The published tables have no count for this partnership in that year."
    groups = _groups(desk)
    found = tuple(_row(desk, table, rows[period], name, parts) for name, parts in groups.items())
    problem = desk.evidence.completeness.problem(period) or ""
    return Reconciliation(period, whole, found, problem), ""


def _groups(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Crime type → the published offences that hold the same, largest first here."""
    parts = {
        str(row["offence"]): tuple(str(row["ons_offences"]).split("; "))
        for row in load_table("police_uk_offence").rows
        if row["ons_offences"]
    }
    return {name: parts[name] for name in desk.offences if name in parts}


def _row(
    desk: Desk,
    table: OfficialTable,
    counted: SourceRows,
    offence: str | None,
    parts: tuple[str, ...],
) -> ReconciledRow:
    period = counted.period
    held = offences_figure(desk, area=desk.area, period=period, offence=offence)
    published = _published(desk, table, period, offence, parts)
    percent = against(held, published, detail="of the published count")
    missing = located_row(desk, counted, offence).share
    return ReconciledRow(
        offence, held, published, percent, missing, _reading(held, published, percent, missing)
    )


def _published(
    desk: Desk,
    table: OfficialTable,
    period: Period,
    offence: str | None,
    parts: tuple[str, ...],
) -> Figure:
    place = desk.evidence.place
    partnership = Area(place.csp_code, desk.area.name, AreaKind.PARTNERSHIP)
    if len(parts) < 2:
        name = parts[0] if parts else None
        figure = official_offences_figure(
            desk, table, area=partnership, offence=name, period=period
        )
        return replace(figure, area=desk.area)
    rows = [official_row(table, partnership, part) for part in parts]
    counts = [row.offences if period == table.latest else row.before for row in rows]
    known = [count for count in counts if count is not None]
    named: list[Json] = list(parts)
    return asked_figure(
        desk,
        Ask(
            "official_offences_together",
            {"area": place.csp_code, "offences": named, "last_month": str(period.last)},
        ),
        sum(known) if len(known) == len(counts) else NotKnown("a part of it is not published"),
        Counted(desk.area, period, table.source, Unit.OFFENCES, offence),
    )


def _reading(held: Figure, published: Figure, percent: Figure, missing: Figure) -> str:
    """What the gap may be: a yardstick of two points, or five offences, and no test."""
    if any(one.status != "known" for one in (held, published, missing)):
        return "not known"
    if abs(held.number - published.number) <= CLOSE_OFFENCES:
        return AGREES
    if percent.status != "known":  # none was published: a nought, and no percentage of it
        return MORE_HELD
    gap = 100 - percent.number
    if abs(gap) <= CLOSE_POINTS:
        return AGREES
    if gap < 0:
        return MORE_HELD
    return NO_PLACE if gap <= missing.number + CLOSE_POINTS else MORE_MISSING
