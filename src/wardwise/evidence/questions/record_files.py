"""What do record-level files hold beside crimes and people: faults, times, relationships?"""

from __future__ import annotations

from wardwise.evidence.questions.partners import crimes
from wardwise.evidence.tables import Expression, Tables


def faults(tables: Tables) -> Expression:
    """Columns source, field, reason, rows: cells that could not be read, the most first."""
    table = tables["partner_fault"]
    return (
        table.group_by("source", "field", "reason")
        .aggregate(rows=lambda t: t.count().cast("int64"))
        .order_by("source", "field", "reason")
    )


def faults_counted(tables: Tables, *, source: str, field: str, reason: str) -> Expression:
    """Cells of a field with that fault. Unit: records."""
    table = tables["partner_fault"]
    found = table.filter(table.source == source, table.field == field, table.reason == reason)
    return found.count().cast("int64")


def crimes_timed(tables: Tables, *, precision: str, **chosen: object) -> Expression:
    """The chosen crimes whose time is given so surely. Unit: offences."""
    table = crimes(tables, **chosen)  # type: ignore[arg-type]
    return table.filter(table.time_precision == precision).count().cast("int64")


def pairs(tables: Tables) -> Expression:
    """Columns relationship (empty where not known), pairs: of a victim and a suspect."""
    table = tables["partner_relationship"]
    return (
        table.filter(table.used)
        .group_by("relationship")
        .aggregate(pairs=lambda t: t.count().cast("int64"))
        .order_by("relationship")
    )


def pairs_related(tables: Tables, *, relationship: str) -> Expression:
    """Pairs of a victim and a suspect of that relationship. Unit: records."""
    table = tables["partner_relationship"]
    found = table.filter(table.used, table.relationship == relationship)
    return found.count().cast("int64")


def pairs_not_known(tables: Tables) -> Expression:
    """Pairs whose relationship nobody knew. Unit: records."""
    table = tables["partner_relationship"]
    return table.filter(table.used, table.relationship.isnull()).count().cast("int64")
