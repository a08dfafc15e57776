"""The only way we read a CSV of police.uk: columns and types given, nothing guessed.

A row that does not have the published number of fields is kept aside by the reader, and then
the file does not reconcile and is refused; a number that is not one stops the reading.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
from pyarrow import csv

from wardwise.sources.police_uk.schema import LAYOUTS, Kind


POINT = ("Longitude", "Latitude")
# A few texts that fill a column are stored once each, which makes counting a sum of numbers
FEW = ("LSOA code", "Crime type", "Outcome type")
TAKEN = {
    Kind.STREET: (
        "Crime ID",
        "Month",
        *POINT,
        "Location",
        "LSOA code",
        "Crime type",
        "Last outcome category",
    ),
    Kind.OUTCOMES: ("Crime ID", "Month", *POINT, "LSOA code", "Outcome type"),
    Kind.STOP_AND_SEARCH: LAYOUTS[Kind.STOP_AND_SEARCH].columns,
}
COUNTED = ("LSOA code", "Crime type", *POINT)

_TEXT_OF_FEW = pa.dictionary(pa.int32(), pa.string())


def arrow_type(column: str) -> pa.DataType:
    """The type that a published column is read as."""
    if column in POINT:
        return pa.float64()
    return _TEXT_OF_FEW if column in FEW else pa.string()


def read_rows_as_table(data: bytes, *, kind: Kind, columns: Sequence[str]) -> pa.Table | None:
    """The columns of a file in the published form, or None if any row cannot be read."""
    rejects: list[csv.InvalidRow] = []

    def keep_aside(row: csv.InvalidRow) -> str:
        rejects.append(row)
        return "skip"

    try:
        table = csv.read_csv(
            pa.py_buffer(data),
            read_options=csv.ReadOptions(
                use_threads=False,  # files are read side by side instead
                column_names=list(LAYOUTS[kind].columns),
                skip_rows=1,
                block_size=max(len(data), 1 << 16),
            ),
            parse_options=csv.ParseOptions(invalid_row_handler=keep_aside),
            convert_options=csv.ConvertOptions(
                include_columns=list(columns),
                column_types={name: arrow_type(name) for name in columns},
                null_values=[""],
                strings_can_be_null=True,
                check_utf8=False,  # the bytes were decoded before
            ),
        )
    except pa.ArrowInvalid:
        return None
    return None if rejects else table


def no_rows(kind: Kind) -> pa.Table:
    """A table of no rows, for an archive without files of that kind."""
    return pa.schema([(name, arrow_type(name)) for name in TAKEN[kind]]).empty_table()
