"""How much of what the source holds has no place: shown as the force's, never shared out."""

from __future__ import annotations

from wardwise.domain.period import Period
from wardwise.evidence.questions.offences import not_located
from wardwise.evidence.tables import Tables, records


def force_rows(
    tables: Tables, *, source: str, period: Period
) -> tuple[dict[str, int], dict[str, int]]:
    """All rows and rows with no LSOA in the period, by offence. Unit: offences."""
    found = records(
        not_located(tables, source=source, first=str(period.first), last=str(period.last))
    )
    return (
        {row["offence"]: row["rows"] for row in found},
        {row["offence"]: row["not_located"] for row in found},
    )
