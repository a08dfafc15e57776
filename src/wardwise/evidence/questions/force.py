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
