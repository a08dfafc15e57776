"""Faults of a table of counts by area, each by its cause: what is said and the exit code."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.bad_input.case import Act, Case, Make
from tests.sample_folder import sample_folder
from wardwise.sources.area_counts import read_area_counts
from wardwise.sources.geography import read_geography


HEADER = "month,lsoa_code,crime_type,crime_count"
LINES = (
    HEADER,
    "2023-05,E01999991,Burglary,3",
    "2023-05,E01999992,Burglary,4",
    "2023-05,,Burglary,1",
)


def _reading(path: Path) -> Act:
    geography = read_geography([sample_folder(path)]).tables
    return partial(
        read_area_counts,
        folders=[path],
        lsoas=geography["lsoa"],
        lsoa_2011=geography["lsoa_2011"],
        today=datetime.date(2024, 6, 15),
    )


def _file(path: Path, name: str, data: bytes) -> None:
    (path / "area_counts").mkdir(exist_ok=True)
    (path / "area_counts" / name).write_bytes(data)


def _csv(*lines: str, name: str = "counts.csv") -> Make:
    def make(path: Path) -> Act:
        _file(path, name, ("\n".join(lines) + "\n").encode())
        return _reading(path)

    return make


def _and(line: str) -> Make:
    return _csv(*LINES, line)


def _bytes(data: bytes, *, name: str = "counts.csv") -> Make:
    def make(path: Path) -> Act:
        _file(path, name, data)
        return _reading(path)

    return make


def _parquet(**columns: Sequence[object] | pa.Array) -> Make:
    def make(path: Path) -> Act:
        (path / "area_counts").mkdir()
        given = {
            "month": ["2023-05"],
            "lsoa_code": ["E01999991"],
            "crime_type": ["Burglary"],
            "crime_count": [3],
        } | columns
        pq.write_table(pa.table(given), path / "area_counts" / "counts.parquet")
        return _reading(path)

    return make


def _two_files(path: Path) -> Act:
    _csv(*LINES)(path)
    _file(path, "again.csv", "\n".join(LINES).encode())
    return _reading(path)


def _not_there(path: Path) -> Act:
    return _reading(path)


CASES: list[Case] = [
    ("no table of counts", _not_there, 16, ("area_counts/", "no table of counts was found")),
    ("a table of counts of no bytes", _bytes(b""), 10, ("area_counts/counts.csv", "is empty")),
    ("a table with a header and no rows", _csv(HEADER), 10, ("holds a header and no rows",)),
    (
        "a parquet file that is damaged",
        _bytes(b"PAR1 and then nothing", name="counts.parquet"),
        10,
        ("not a parquet file that can be opened",),
    ),
    (
        "a column of counts that is missing",
        _csv(HEADER.replace("crime_count", "n"), *LINES[1:]),
        10,
        ("row 1, column 'crime_count'", "lacks 'crime_count'"),
    ),
    (
        "a column of counts that is there twice",
        _csv(HEADER + ",month", *(f"{line},x" for line in LINES[1:])),
        10,
        ("column 'month'", "more than once"),
    ),
    (
        "a table of counts with semicolons",
        _csv(*(line.replace(",", ";") for line in LINES)),
        10,
        ("separated by semicolons",),
    ),
    ("a row of counts that is short", _and("2023-06,E01999991"), 10, ("row 5",)),
    ("a row of counts that is long", _and("2023-06,E01999991,Drugs,1,2"), 10, ("row 5",)),
    (
        "a month of counts as a spreadsheet writes it",
        _and("Jun-23,E01999991,Burglary,1"),
        10,
        ("row 5, column 'month'", "found 'Jun-23'"),
    ),
    (
        "a month of counts before police.uk began",
        _and("1823-06,E01999991,Burglary,1"),
        10,
        ("row 5, column 'month'", "found '1823-06'", "from 2010-12 to the present one"),
    ),
    (
        "a month of counts that has not begun",
        _and("2031-06,E01999991,Burglary,1"),
        10,
        ("row 5, column 'month'", "found '2031-06'", "from 2010-12 to the present one"),
    ),
    (
        "a crime type of counts that is unknown",
        _and("2023-06,E01999991,Wizardry,1"),
        10,
        ("row 5, column 'crime_type'", "found 'Wizardry'"),
    ),
    (
        "a district code in place of an LSOA code",
        _and("2023-06,E06999991,Burglary,1"),
        10,
        ("row 5, column 'lsoa_code'", "found 'E06999991'"),
    ),
    (
        "an LSOA code of counts in neither list",
        _and("2023-06,E01000001,Burglary,1"),
        11,
        ("row 5, column 'lsoa_code'", "'E01000001' is in neither"),
    ),
    (
        "a count below nought",
        _and("2023-06,E01999991,Burglary,-1"),
        10,
        ("row 5, column 'crime_count'", "'-1'"),
    ),
    (
        "a count that is not whole",
        _and("2023-06,E01999991,Burglary,1.5"),
        10,
        ("row 5, column 'crime_count'", "'1.5'", "whole number"),
    ),
    (
        "a count that is missing",
        _and("2023-06,E01999991,Burglary,"),
        10,
        ("row 5, column 'crime_count'", "found nothing"),
    ),
    (
        "a count with a comma for thousands",
        _and('2023-06,E01999991,Burglary,"1,200"'),
        10,
        ("row 5, column 'crime_count'", "'1,200'"),
    ),
    (
        "a month, LSOA and type that is there twice",
        _and("2023-05,E01999991,Burglary,9"),
        10,
        ("row 5", "already stand in row 2"),
    ),
    (
        "the same month and LSOAs in two tables",
        _two_files,
        10,
        ("2023-05 and its LSOAs are also in area_counts/again.csv",),
    ),
    (
        "months that are dates in a parquet",
        _parquet(month=pa.array([0], pa.date32())),
        10,
        ("column 'month'", "date32", "expected text"),
    ),
    (
        "a count that is not whole in a parquet",
        _parquet(crime_count=[2.5]),
        10,
        ("row 1, column 'crime_count'", "2.5"),
    ),
]
