"""The made-up extract read row by row: the slow second working of figures about people."""

from __future__ import annotations

from typing import Any

from tests.tidy_force import lsoa_codes


YEAR = ("2024-01", "2024-12")
INSIDE = {code for code, district in lsoa_codes() if district == "E06999991"}
Row = dict[str, Any]


def chosen(rows: dict[str, list[Row]], first: str, last: str) -> list[Row]:
    """Used, in the months, and in one of the eight LSOAs or nowhere."""
    return [
        row
        for row in rows["partner_record"]
        if row["used"]
        and first <= row["month"] <= last
        and (row["lsoa_code"] is None or row["lsoa_code"] in INSIDE)
    ]


def parts(rows: dict[str, list[Row]], role: str, crimes: list[Row]) -> list[Row]:
    """Everybody's part of the role in those crimes."""
    keys = {row["record_key"] for row in crimes}
    return [
        row for row in rows["partner_person"] if row["role"] == role and row["record_key"] in keys
    ]


def once(parts: list[Row]) -> list[Row]:
    """Each person's first part; one without an identity stands for itself."""
    first: dict[Any, Row] = {}
    for row in sorted(parts, key=lambda row: (row["event_on"], row["row"])):
        first.setdefault(row["person_key"] or ("row", row["row"]), row)
    return list(first.values())
