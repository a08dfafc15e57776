"""What a source hands on: tidy tables, and what a person should be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from wardwise.domain.tables import TABLES


ARROW_TYPES = {
    "string": pa.string(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "double": pa.float64(),
    "bool": pa.bool_(),
}


@dataclass(frozen=True)
class Imported:
    """Tidy tables by name, as in ``domain/tables.py``, and notices in whole sentences."""

    tables: Mapping[str, pa.Table]
    notices: tuple[str, ...] = ()


def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of a tidy table."""
    return pa.schema(
        [
            pa.field(column, ARROW_TYPES[kind.rstrip("?")], nullable=kind.endswith("?"))
            for column, kind in TABLES[name].items()
        ]
    )


def tidy(name: str, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """A tidy table from rows; every column of the contract, in its order."""
    return pa.Table.from_pylist(list(rows), schema=arrow_schema(name))


def conform(name: str, table: pa.Table) -> pa.Table:
    """The same table with the contract's columns, order and types."""
    schema = arrow_schema(name)
    return table.select(schema.names).cast(schema)
