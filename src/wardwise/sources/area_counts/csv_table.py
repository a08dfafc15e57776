"""Read a CSV of counts with given columns; nothing is guessed and every line is accounted for."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from wardwise.domain.errors import ExtractError
from wardwise.sources.area_counts.columns import AGAIN, check_columns
from wardwise.sources.area_counts.schema import COLUMNS
from wardwise.sources.text import check_delimiter, decode


def read_csv_table(path: Path, *, shown: str) -> tuple[pa.Table, tuple[str, ...]]:
    """The four columns as text, and notices. Shape: lines that are not blank, less the header."""
    text, notices = decode(path.read_bytes(), file=shown)
    check_delimiter(text, file=shown)
    header, _, body = text.partition("\n")
    names = next(csv.reader([header.rstrip("\r")]), [])
    check_columns(names, shown=shown)
    lines = sum(1 for line in body.split("\n") if line.strip())
    with TemporaryDirectory(prefix="wardwise-") as scratch:
        copy = Path(scratch) / "counts.csv"
        copy.write_bytes(text.encode())
        table, faults = _read(copy, names)
    if faults or len(table) != lines:
        raise _refused(shown, faults, lines=lines, read=len(table))
    return table, notices


def _read(path: Path, names: list[str]) -> tuple[pa.Table, list[tuple[int, str]]]:
    columns = ", ".join(f"'{name.replace(chr(39), chr(39) * 2)}': 'VARCHAR'" for name in names)
    wanted = ", ".join(f'"{name}"' for name in COLUMNS)
    with duckdb.connect() as connection:
        table = connection.execute(
            f"select {wanted} from read_csv(?, columns={{{columns}}}, auto_detect=false,"
            " header=true, delim=',', quote='\"', escape='\"', null_padding=false,"
            " store_rejects=true)",
            [str(path)],
        ).to_arrow_table()
        faults = connection.execute(
            "select line, any_value(error_message) from reject_errors group by line order by line"
        ).fetchall()
    return table, faults


def _refused(shown: str, faults: list[tuple[int, str]], *, lines: int, read: int) -> ExtractError:
    if faults:
        row, said = faults[0]
        more = f" ({len(faults):,} such rows)" if len(faults) > 1 else ""
        return ExtractError(
            file=shown,
            row=row,
            problem=f"the row does not have the columns of the header: {said.lower()}{more}.",
            remedy=AGAIN,
        )
    return ExtractError(
        file=shown,
        problem=f"{lines:,} rows were counted and {read:,} could be read.",
        remedy=AGAIN,
    )
