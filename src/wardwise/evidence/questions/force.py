"""What did the Home Office publish for the force?"""

from __future__ import annotations

from wardwise.evidence.tables import Expression, Tables


def force_codes(tables: Tables, *, force: str, first: str, last: str) -> Expression:
    """Columns offence_code, offence_group, offence_subgroup, first_month, offences."""
    table = tables["force_quarter"]
    return (
        table.filter(
            table.force == force,
            table.territorial,
            table.first_month >= first,
            table.last_month <= last,
        )
        .group_by("offence_code", "offence_group", "offence_subgroup", "first_month")
        .aggregate(offences=lambda t: t.offences.sum().cast("int64"))
        .order_by("offence_code", "first_month")
    )


def outcomes_by_quarter(tables: Tables, *, force: str) -> Expression:
    """Columns offence_group, first_month, last_month, outcome_type, offences."""
    table = tables["force_outcome"]
    return (
        table.filter(table.force == force)
        .group_by("offence_group", "first_month", "last_month", "outcome_type")
        .aggregate(offences=lambda t: t.offences.sum().cast("int64"))
        .order_by("first_month", "offence_group", "outcome_type")
    )


def outcome_forces(tables: Tables) -> Expression:
    """Column force: those that police an area."""
    table = tables["force_outcome"]
    return table.filter(table.territorial).select("force").distinct().order_by("force")


def offences_with_outcome(
    tables: Tables, *, force: str, offence: str | None, types: list[int], first: str, last: str
) -> Expression:
    """Published offences recorded in the quarters whose outcome is of those types."""
    table = tables["force_outcome"]
    named = table.offence_group.notnull() if offence is None else table.offence_group == offence
    rows = table.filter(
        table.force == force,
        named,
        table.outcome_type.isin(types),
        table.first_month >= first,
        table.last_month <= last,
    )
    return rows.offences.sum().cast("int64")
