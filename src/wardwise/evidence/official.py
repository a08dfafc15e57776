"""The ONS partnership tables as a noun."""

from __future__ import annotations

from typing import Any

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import NotHeld, OfficialRow, OfficialTable
from wardwise.domain.period import Period
from wardwise.evidence.questions.official import official_table
from wardwise.evidence.tables import Tables, records


Row = dict[str, Any]

NEEDED = NotHeld(
    "the police force area data tables, with counts by community safety partnership",
    "the Office for National Statistics",
)


def official(tables: Tables) -> OfficialTable | NotHeld:
    """The latest published year and the year before, by area and offence."""
    found = records(official_table(tables)) if "official_count" in tables else []
    if not found:
        return NEEDED
    years = sorted({(row["last_month"], row["first_month"]) for row in found})[-2:]
    before, latest = (Period.parse(first, last) for last, first in years)
    named = [row for row in found if row["level"] != "unassigned"]
    return OfficialTable(
        source=found[0]["source"],
        latest=latest,
        before=before,
        offences=tuple(dict.fromkeys(row["offence"] for row in found if row["offence"])),
        partnerships=_areas(found, "partnership", "csp_name", AreaKind.PARTNERSHIP),
        force_of={
            row["csp_code"]: row["force_code"] for row in found if row["level"] == "partnership"
        },
        forces=_areas(found, "force", "force_name", AreaKind.FORCE),
        countries=_areas(found, "country", "force_name", AreaKind.COUNTRY),
        unassigned={
            row["force_code"]: row["csp_name"] for row in found if row["level"] == "unassigned"
        },
        rows=_rows(named, str(latest.last), str(before.last)),
        unassigned_offences=_unassigned(found, str(latest.last)),
    )


def _unassigned(found: list[Row], latest: str) -> dict[str, int]:
    """Force code → offences that the force gave to no partnership; none where not published."""
    totals: dict[str, int] = {}
    for row in found:
        is_whole = row["offence"] is None and row["last_month"] == latest
        if row["level"] == "unassigned" and is_whole and row["offences"] is not None:
            totals[row["force_code"]] = totals.get(row["force_code"], 0) + row["offences"]
    return totals


def _code(row: Row) -> str:
    return str(row["csp_code"] if row["level"] == "partnership" else row["force_code"])


def _areas(found: list[Row], level: str, name: str, kind: AreaKind) -> dict[str, Area]:
    return {_code(row): Area(_code(row), row[name], kind) for row in found if row["level"] == level}


def _rows(found: list[Row], latest: str, before: str) -> dict[tuple[str, str | None], OfficialRow]:
    then = {
        (_code(row), row["offence"]): row["offences"]
        for row in found
        if row["last_month"] == before
    }
    return {
        (_code(row), row["offence"]): OfficialRow(
            offences=row["offences"],
            before=then.get((_code(row), row["offence"])),
            residents=row["residents"],
            households=row["households"],
            rate_per_1000_residents=row["rate_per_1000_residents"],
            change_percent=row["change_percent"],
            symbol=row["symbol"] or "",
            note=row["note"] or "",
        )
        for row in found
        if row["last_month"] == latest
    }
