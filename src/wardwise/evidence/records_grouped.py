"""Partners' rows in groups: by kind, by what was done, by the age of whom they are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wardwise.domain.people_recorded import NOT_GIVEN, band_of
from wardwise.evidence.questions import partners
from wardwise.evidence.tables import Tables, number, one_of, records


AGE_BAND = "age band"


def _in_groups(tables: Tables, *, by: str, groups: list[Any], **chosen: Any) -> list[int]:
    """Rows in each band of ages, or with each name in a column."""
    table = partners.crimes(tables, **chosen)
    if by == AGE_BAND:
        return _in_bands(table, [(low, high) for low, high in groups])
    counted = table.group_by(by).aggregate(rows=lambda t: t.count().cast("int64"))
    named = {row[by]: row["rows"] for row in records(counted.order_by(by))}
    return [int(named.get(name, 0)) for name in groups]


def _in_bands(table: Any, bands: list[tuple[int, int | None]]) -> list[int]:
    ends = ["age_low", "age_high"]
    counted = table.group_by(*ends).aggregate(rows=lambda t: t.count().cast("int64"))
    found = [0] * len(bands)
    for row in records(counted.order_by(*ends)):
        if row["age_low"] is None:
            continue
        at = band_of(row["age_low"], row["age_high"], bands)
        if at != NOT_GIVEN:
            found[at] += int(row["rows"])
    return found


def _not_in_groups(tables: Tables, *, by: str, groups: list[Any], **chosen: Any) -> int:
    """Rows whose group is none of those: mostly, not known."""
    every = int(number(partners.crimes_counted(tables, **chosen)) or 0)
    return every - sum(_in_groups(tables, by=by, groups=groups, **chosen))


RECORD_SERIES: Mapping[str, Callable[..., Any]] = {
    "partner_records_in_groups": _in_groups,
    "partner_records_in_group": one_of(_in_groups),
    "partner_records_not_in_groups": _not_in_groups,
}
