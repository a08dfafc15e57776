"""How much of what the source holds has no place: shown as the force's, never shared out."""

from __future__ import annotations

from wardwise.domain.evidence import SourceRows
from wardwise.domain.period import Period
from wardwise.evidence.questions.offences import forces_named, not_located
from wardwise.evidence.same_force import same_force
from wardwise.evidence.tables import Tables, records


NAMELESS = ("area_counts",)
"""Sources whose rows without an LSOA name no force."""


def source_rows(tables: Tables, *, source: str, force: str, period: Period) -> SourceRows:
    """All rows and rows with no LSOA in the period, by offence. Unit: records."""
    forces = () if source in NAMELESS else written(tables, source=source, force=force)
    found = records(
        not_located(
            tables,
            source=source,
            forces=list(forces),
            first=str(period.first),
            last=str(period.last),
        )
    )
    return SourceRows(
        period=period,
        forces=forces,
        rows={row["offence"]: row["rows"] for row in found},
        not_located={row["offence"]: row["not_located"] for row in found},
    )


def written(tables: Tables, *, source: str, force: str) -> tuple[str, ...]:
    """The force's name as the source writes it."""
    names = [row["force"] for row in records(forces_named(tables, source=source))]
    return tuple(sorted(name for name in names if same_force(name, force)))
