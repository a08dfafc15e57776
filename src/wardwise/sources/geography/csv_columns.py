"""Reads named columns of a published CSV with the types we say, never guessing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow_csv

from wardwise.domain.errors import ExtractError
from wardwise.sources.data_folders import DataFile
from wardwise.sources.geography.cells import AGAIN, KINDS, refuse_out_of_range, refuse_repeated
from wardwise.sources.unpacking import unpack_gzip


_ARROW = {"text": pa.string(), "number": pa.float64(), **dict.fromkeys(KINDS, pa.float64())}


@dataclass(frozen=True)
class CsvFile:
    """A published CSV: its name in the data folder, the columns we use and their types."""

    name: str
    what: str
    source: str
    columns: Mapping[str, str]  # column → 'text', 'number' or a kind of ``cells``
    required: bool = True
    key: tuple[str, ...] = ()  # columns that name a row; the first if none are given
    rows_alike: bool = False  # whether a key may be repeated by rows that say the same


def read_csv_columns(file: DataFile, described: CsvFile) -> pd.DataFrame:
    """The columns asked for, in rows as they stand; ExtractError on any fault of the file."""
    text = _unpacked(file)
    _check_header(file.name, text, described)
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(text),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
            # one thread, because only then does a fault carry its row
            read_options=arrow_csv.ReadOptions(use_threads=False),
            convert_options=arrow_csv.ConvertOptions(
                column_types={name: _ARROW[kind] for name, kind in described.columns.items()},
                include_columns=list(described.columns),
                null_values=[""],
                strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid as fault:
        _say(file.name, str(fault))
    frame: pd.DataFrame = table.to_pandas()
    first = next(iter(described.columns))
    frame = frame[frame[first].notna()]  # TS001 ends in a note that is not data
    refuse_out_of_range(file.name, frame, described.columns)
    key = described.key or (first,)
    refuse_repeated(file.name, frame, key=key, alike=described.rows_alike)
    return frame.reset_index(drop=True)


def _unpacked(file: DataFile) -> bytes:
    packed = file.path.name.endswith(".gz")
    return unpack_gzip(file.raw, file=file.name) if packed else file.raw


def _check_header(name: str, text: bytes, described: CsvFile) -> None:
    line = text.split(b"\n", 1)[0].decode("utf-8-sig", errors="replace").rstrip("\r")
    header = next(csv.reader(io.StringIO(line)), [])
    wanted = list(described.columns)
    missing = [column for column in wanted if column not in header]
    twice = [column for column in wanted if header.count(column) > 1]
    if twice:
        raise ExtractError(
            file=name,
            row=1,
            column=twice[0],
            problem="this column is there twice.",
            remedy=AGAIN,
        )
    if missing:
        shape = " It seems to be parted by semicolons." if line.count(";") > line.count(",") else ""
        raise ExtractError(
            file=name,
            row=1,
            column=missing[0],
            problem=f"this column is not there: found {', '.join(header)[:200] or 'nothing'}, "
            f"expected {', '.join(wanted)}.{shape}",
            remedy=AGAIN,
        )


def _say(name: str, fault: str) -> NoReturn:
    """Arrow's complaint in our words. Its own holds the row's content and a machine's phrase."""
    row = re.search(r"Row #(\d+)", fault)
    number = int(row.group(1)) if row else None
    if "invalid UTF8" in fault:
        problem = "found text that is not UTF-8, expected UTF-8."
    elif "Expected" in fault and "columns" in fault:
        counts = re.search(r"Expected (\d+) columns, got (\d+)", fault)
        expected, found = counts.groups() if counts else ("?", "?")
        problem = f"found {found} cells, expected {expected}."
    elif "conversion error" in fault:
        value = re.search(r"invalid value '([^']{0,40})", fault)
        problem = f"found '{value.group(1) if value else '?'}', expected a number."
    else:
        problem = "the file cannot be read as CSV."
    raise ExtractError(file=name, row=number, problem=problem, remedy=AGAIN) from None
