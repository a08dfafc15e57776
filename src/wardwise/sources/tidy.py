"""Turns rows into a tidy table of ``domain/tables.py``, and refuses what does not fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import pyarrow as pa

from wardwise.domain.tables import TABLES


_TYPES = {
    "string": pa.string(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "double": pa.float64(),
    "bool": pa.bool_(),
}


def schema(table: str) -> pa.Schema:
    """The Arrow schema of a tidy table."""
    return pa.schema(
        pa.field(column, _TYPES[kind.removesuffix("?")], nullable=kind.endswith("?"))
        for column, kind in TABLES[table].items()
    )


def tidy_frame(table: str, frame: pd.DataFrame) -> pa.Table:
    """A tidy table from a frame that has its columns (others are dropped)."""
    wanted = schema(table)
    return pa.Table.from_pandas(frame[wanted.names], schema=wanted, preserve_index=False)


def tidy_rows(table: str, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """A tidy table from rows that have its columns."""
    return pa.Table.from_pylist(list(rows), schema=schema(table))


def conform(table: str, found: pa.Table) -> pa.Table:
    """The same table with the contract's columns, order and types."""
    wanted = schema(table)
    return found.select(wanted.names).cast(wanted)
