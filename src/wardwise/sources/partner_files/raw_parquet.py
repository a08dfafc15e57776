"""Parquet as text, so that one set of rules reads every kind of file."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from wardwise.domain.errors import ExtractError
from wardwise.sources.partner_files.raw_table import RawTable, positions


def read_parquet(data: bytes, *, file: str, wanted: Sequence[str]) -> RawTable:
    """The wanted columns; the row is the number of the record, the first being 1."""
    opened = parquet_file(data, file=file)
    positions(opened.schema_arrow.names, wanted, file=file, row=1)
    table = opened.read(columns=list(dict.fromkeys(wanted)))
    return RawTable(
        file=file,
        columns={name: _text(table[name].combine_chunks()) for name in wanted},
        lines=np.arange(1, table.num_rows + 1, dtype=np.int32),
        ragged=np.zeros(table.num_rows, dtype=bool),
    )


def parquet_file(data: bytes, *, file: str) -> pq.ParquetFile:
    """The file, opened."""
    try:
        return pq.ParquetFile(io.BytesIO(data))
    except pa.ArrowInvalid:
        raise ExtractError(
            file=file,
            problem="this is not a parquet file, or it is damaged.",
            remedy="Ask the supplier to export it again.",
        ) from None


def _text(column: pa.Array) -> pa.Array:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_timestamp(column.type):
        column = pc.strftime(column.cast(pa.timestamp("s"), safe=False), "%Y-%m-%d %H:%M:%S")
    elif pa.types.is_floating(column.type):
        column = pa.array(_number(value) for value in column.to_pylist())
    return pc.utf8_trim_whitespace(pc.fill_null(column.cast(pa.string()), ""))


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value.is_integer() else repr(value)
