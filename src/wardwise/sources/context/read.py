"""Reads the context files that the settings name (docs/reference/context_file.md)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from wardwise.domain.errors import ExtractError
from wardwise.reference.load import load_table
from wardwise.sources.context.row import COLUMNS, Fault, Row, read_row
from wardwise.sources.data_folders import DataFile, FileRow, need_file
from wardwise.sources.imported import Imported
from wardwise.sources.tidy import tidy_rows


WHAT = "indicators of the area's context"
MOST_FAULTS_SAID = 50


def read_context(folders: Sequence[Path], *, names: Sequence[str], area_code: str) -> Imported:
    """Tables ``context_indicator`` and ``file_read``; a notice names what is expected and missing.

    ``names`` are the files as the settings name them, in the folder ``context``.
    """
    rows: list[Row] = []
    file_rows: list[FileRow] = []
    for name in names:
        file = need_file(folders, f"context/{name}", what=WHAT)
        found = _rows(file)
        rows += found
        file_rows.append(file.file_read(source="context", rows=len(found), note=WHAT))
    return Imported(
        tables={
            "context_indicator": tidy_rows("context_indicator", rows),
            "file_read": tidy_rows("file_read", file_rows),
        },
        notices=_missing(rows, area_code),
    )


def _missing(rows: Sequence[Row], area_code: str) -> tuple[str, ...]:
    held = {
        row["indicator"]
        for row in rows
        if row["area_code"] == area_code and row["value"] is not None
    }
    return tuple(
        f"Not known: {row['indicator']} (from {row['from_whom']})."
        for row in load_table("context_indicator_expected").rows
        if row["indicator"] not in held
    )


def _rows(file: DataFile) -> list[Row]:
    lines = _lines(file)
    header = [cell.strip() for cell in lines[0]] if lines else []
    _check_header(file, header)
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cells):
            continue
        if len(cells) != len(header):
            faults.append(_ragged(number, cells, header))
            continue
        row, found = read_row(dict(zip(header, cells, strict=True)), row=number)
        faults += found or _repeated(row, rows, number)
        rows.append(row)
    _refuse(file, faults)
    return rows


def _lines(file: DataFile) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(_text(file), newline=""), strict=True))
    except csv.Error as fault:
        raise ExtractError(
            file=file.name,
            problem=f"the file cannot be read as CSV ({fault}).",
            remedy="Save it again as 'CSV UTF-8'; a quotation mark may be left open.",
        ) from None


def _text(file: DataFile) -> str:
    try:
        return file.raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ExtractError(
            file=file.name,
            row=file.raw[: fault.start].count(b"\n") + 1,
            problem="found text that is not UTF-8, expected UTF-8.",
            remedy="Save the file as 'CSV UTF-8'.",
        ) from None


def _check_header(file: DataFile, header: list[str]) -> None:
    missing = [column for column in COLUMNS if column not in header]
    twice = [column for column in header if header.count(column) > 1]
    if not missing and not twice:
        return
    shape = " It seems to be parted by semicolons." if ";" in "".join(header[:1]) else ""
    raise ExtractError(
        file=file.name,
        row=1,
        column=(missing or twice)[0],
        problem=("there is no such column." if missing else "this column is there twice.")
        + f" Found {', '.join(header)[:200] or 'nothing'}.{shape}",
        remedy=f"Save it as CSV with commas and the columns {', '.join(COLUMNS)}.",
    )


def _ragged(number: int, cells: list[str], header: list[str]) -> Fault:
    return Fault(
        number,
        header[min(len(cells), len(header) - 1)],
        f"found {len(cells)} cells, expected {len(header)}.",
        "Put text that holds a comma in quotes.",
    )


def _repeated(row: Row, rows: Sequence[Row], number: int) -> list[Fault]:
    key = ("indicator", "area_code", "period")
    if all(any(row[column] != other[column] for column in key) for other in rows):
        return []
    said = ", ".join(str(row[column]) for column in key)
    return [Fault(number, "indicator", f"{said} is there twice.", "Keep one of the two rows.")]


def _refuse(file: DataFile, faults: Sequence[Fault]) -> None:
    if not faults:
        return
    first, more = faults[0], faults[1:MOST_FAULTS_SAID]
    others = "".join(f"\nRow {one.row:,}, column '{one.column}': {one.problem}" for one in more)
    raise ExtractError(
        file=file.name,
        row=first.row,
        column=first.column,
        problem=first.problem,
        remedy=first.remedy + others,
    )
