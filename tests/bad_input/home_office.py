"""Faults of the Home Office force totals, each by its cause: what is said and the exit code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.bad_input.case import Act, Case
from tests.home_office_row import ROW, put_rows
from wardwise.sources.home_office import read_home_office


def _rows(path: Path, *rows: dict[str, Any]) -> Act:
    return partial(read_home_office, [put_rows(path, *rows)])


def _absent(path: Path) -> Act:
    return partial(read_home_office, [path])


def _no_column(path: Path) -> Act:
    return _rows(path, {name: value for name, value in ROW.items() if name != "Offence Code"})


def _not_parquet(path: Path) -> Act:
    (path / "home_office").mkdir()
    (path / "home_office" / "homeoffice_prc_pfa_long.parquet").write_bytes(b"PAR1 no")
    return partial(read_home_office, [path])


OUTCOME: dict[str, Any] = {
    "Financial Year": "2023/24",
    "Financial Quarter": 4.0,
    "Force": "Sampleshire",
    "Offence Group": "Robbery",
    "Outcome Type": 1.0,
    "n": 12.0,
}


def _outcomes(path: Path, row: dict[str, Any]) -> Act:
    act = _rows(path, ROW)
    file = path / "home_office" / "homeoffice_outcomes_2023_24.parquet"
    pq.write_table(pa.Table.from_pylist([row]), file)
    return act


CASES: list[Case] = [
    (
        "an outcome type of the force outcomes is not known",
        lambda path: _outcomes(path, OUTCOME | {"Outcome Type": 99.0}),
        10,
        ("row 1, column 'Outcome Type'", "found 99.0", "home_office_outcome.csv"),
    ),
    (
        "the force outcomes lack a column",
        lambda path: _outcomes(path, {k: v for k, v in OUTCOME.items() if k != "Outcome Type"}),
        10,
        ("homeoffice_outcomes_2023_24.parquet", "column 'Outcome Type'", "no such column"),
    ),
    ("the force totals are not there", _absent, 16, ("homeoffice_prc_pfa_long",)),
    ("the force totals are not parquet", _not_parquet, 10, ("not a parquet file",)),
    ("the force totals lack a column", _no_column, 10, ("column 'Offence Code'", "found FY")),
    (
        "a cell of the force totals is empty",
        lambda path: _rows(path, ROW, ROW | {"n": None}),
        10,
        ("row 2, column 'offences'", "found nothing"),
    ),
    (
        "a count of the force totals is a part of an offence",
        lambda path: _rows(path, ROW, ROW | {"Financial Quarter": 3.0, "n": 1.5}),
        10,
        ("row 2, column 'offences'", "found '1.5'", "whole number"),
    ),
    (
        "a count of the force totals is a word",
        lambda path: _rows(path, ROW | {"n": "twelve"}),
        10,
        ("row 1, column 'offences'", "found 'twelve'", "whole number"),
    ),
    (
        "a row of the force totals is there twice",
        lambda path: _rows(path, ROW, ROW),
        10,
        ("row 2", "there twice (1 are)"),
    ),
    (
        "a quarter of the force totals is not 1 to 4",
        lambda path: _rows(path, ROW | {"Financial Quarter": 5.0}),
        10,
        ("column 'Financial Quarter'", "'5.0'"),
    ),
    (
        "a year of the force totals is a calendar year",
        lambda path: _rows(path, ROW | {"FY": "2023"}),
        10,
        ("column 'FY'", "'2023'", "2023/24"),
    ),
]
