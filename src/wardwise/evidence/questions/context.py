"""What do the context files say?"""

from __future__ import annotations

from wardwise.evidence.tables import Expression, Tables


def context_value(
    tables: Tables, *, area: str, areas: list[str], indicator: str, period: str, column: str
) -> Expression:
    """One cell of a context indicator: ``value``, ``england`` or ``region``, in its own unit."""
    table = tables["context_indicator"]
    named = table.area_code.isin([area, *areas])
    row = table.filter(named, table.indicator == indicator, table.period == period)
    return row[column].max()
