"""Lists that recipes of figures on records alone ask."""

from __future__ import annotations

from wardwise.evidence.questions import record_files
from wardwise.evidence.tables import Tables, records


def pairs_in_groups(tables: Tables, *, relationships: list[str]) -> list[int]:
    """Pairs of a victim and a suspect of each relationship, in the order named."""
    counted = {row["relationship"]: row["pairs"] for row in records(record_files.pairs(tables))}
    return [int(counted.get(name, 0)) for name in relationships]
