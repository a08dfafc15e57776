"""Every row of a kind of file as an Arrow table, with the file and the line it came from."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.counts import read_csv_sql, why_refused
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.schema import LAYOUTS, Kind


def read_records(files: Sequence[Prepared], *, kind: Kind, places: PlaceNumbers) -> pa.Table:
    """The published columns and ``file_number``, ``line``. Shape: every row of the files."""
    if not files:
        return _none(kind)
    columns = ", ".join(f'"{name}"' for name in LAYOUTS[kind].columns)
    source = read_csv_sql([str(file.path) for file in files], kind=kind)
    with duckdb.connect() as connection:
        table = connection.execute(f"select {columns}, filename from {source}").to_arrow_table()
    _check_reconciled(table["filename"], files, places)
    numbers = np.repeat(np.arange(len(files)), [file.rows for file in files])
    lines = np.concatenate([file.line_numbers() for file in files])
    table = table.drop_columns(["filename"])
    return table.append_column("file_number", pa.array(numbers)).append_column(
        "line", pa.array(lines, pa.int32())
    )


def _none(kind: Kind) -> pa.Table:
    points = {"Longitude", "Latitude"}
    columns = [
        (name, pa.float64() if name in points else pa.string()) for name in LAYOUTS[kind].columns
    ]
    return pa.schema([*columns, ("file_number", pa.int64()), ("line", pa.int32())]).empty_table()


def refuse_files(
    wrong: pa.ChunkedArray, read: pa.Table, files: Sequence[Prepared], *, places: PlaceNumbers
) -> None:
    """Raise for the first file that holds a row that is wrong, saying all its faults."""
    numbers = pc.unique(read["file_number"].filter(wrong.combine_chunks())).to_pylist()
    if numbers:
        file = files[min(numbers)]
        raise why_refused(file, places=places, read=file.rows)


def _check_reconciled(
    names: pa.ChunkedArray, files: Sequence[Prepared], places: PlaceNumbers
) -> None:
    """Rows come in the order of the files, each file giving as many as were counted in it."""
    encoded = names.combine_chunks().dictionary_encode()
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    order = {name: code for code, name in enumerate(encoded.dictionary.to_pylist())}
    read = np.bincount(codes, minlength=len(order))
    for file in files:
        rows = int(read[order[str(file.path)]]) if str(file.path) in order else 0
        if rows != file.rows:
            raise why_refused(file, places=places, read=rows)
    if len(codes) and (np.diff(codes) < 0).any():
        raise AssertionError("rows were not read in the order of the files")
