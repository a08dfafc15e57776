"""A first look at a file that has no mapping yet: a proposal for a person to correct.

Only here is anything guessed, and what is guessed is written down in the mapping.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.domain.errors import MappingError
from wardwise.domain.mapping import FileShape
from wardwise.sources.partner_files.labels import is_a_heading
from wardwise.sources.partner_files.raw import read_table, unpacked
from wardwise.sources.partner_files.raw_csv import csv_header
from wardwise.sources.partner_files.raw_parquet import parquet_file
from wardwise.sources.partner_files.raw_table import RawTable
from wardwise.sources.partner_files.raw_workbook import cell_text, sheet_rows


_KINDS = {
    ".csv": "csv",
    ".txt": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".xls": "xlsx",
    ".ods": "ods",
    ".parquet": "parquet",
}
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_ZIP, _NEVER_ZIPPED = b"PK\x03\x04", ("csv", "parquet")
_LINES, _HEADINGS_WITHIN = 50, 15


@dataclass(frozen=True, eq=False)
class Look:
    """What kind of file it seems to be, and its table."""

    shape: FileShape
    raw: RawTable


def look_at(path: Path) -> Look:
    """The file's shape as it seems, and every column of it."""
    if not path.is_file():
        raise MappingError(f"{path.name}: there is no such file. Correct the path.")
    data = unpacked(path, file=path.name)
    kind = _kind(path, data)
    shape = FileShape.model_validate({"kind": kind, **_guessed(data, kind, path.name)})
    header = _header(data, path.name, shape)
    _refuse_a_record(header, path.name, shape.header_row)
    wanted = [name for name in dict.fromkeys(header) if name and header.count(name) == 1]
    return Look(shape, read_table(data, file=path.name, shape=shape, sheet=None, wanted=wanted))


def _refuse_a_record(header: Sequence[str], file: str, row: int) -> None:
    """Without headings a person's record would be written into the mapping in their place."""
    if all(map(is_a_heading, filter(None, header))):
        return
    raise MappingError(
        f"{file}, row {row:,}: this row is taken for the headings and holds what looks like"
        " somebody's details (a date, a number, an address). Ask for the file with headings, or put"
        " a row of them above the first record."
    )


def _kind(path: Path, data: bytes) -> str:
    """What the name says that it is, unless the bytes are a zip under another name."""
    suffixes = [suffix.lower() for suffix in path.suffixes if suffix.lower() != ".gz"]
    suffix = suffixes[-1] if suffixes else ""
    if suffix == ".zip" or (_KINDS.get(suffix) in _NEVER_ZIPPED and data.startswith(_ZIP)):
        raise MappingError(
            f"{path.name}: this is a zip, and a mapping is proposed for one table. Unpack it and"
            " give the file inside; where several tables belong together, write the mapping by"
            " hand, after mappings/fbi_nibrs.yaml."
        )
    if suffix not in _KINDS:
        raise MappingError(
            f"{path.name}: found a name that ends in '{suffix}', expected one of"
            f" {', '.join(_KINDS)}. Save it as one of these."
        )
    return _KINDS[suffix]


def _guessed(data: bytes, kind: str, file: str) -> dict[str, object]:
    if kind in ("xlsx", "ods"):
        return {"header_row": _heading_row(_sheet_begins(data, file))}
    if kind != "csv":
        return {}
    encoding = _encoding(data)
    lines = data.decode(encoding, errors="replace").lstrip("\ufeff").splitlines()[:_LINES]
    delimiter = max(",;\t|", key=lambda one: _width(lines, one))
    rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter))
    return {"encoding": encoding, "delimiter": delimiter, "header_row": _heading_row(rows)}


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _sheet_begins(data: bytes, file: str) -> list[list[str]]:
    """The first rows of a sheet, without the columns in which they have nothing."""
    first, rest = sheet_rows(data, file=file, sheet=None, header_row=1)
    rows = [first, *([cell_text(cell) for cell in row] for row in rest[: _LINES - 1])]
    filled = [any(column) for column in zip(*rows, strict=True)]
    return [list(itertools.compress(row, filled)) for row in rows]


def _width(lines: list[str], delimiter: str) -> int:
    """How many columns most lines have."""
    widths = sorted(len(row) for row in csv.reader(lines, delimiter=delimiter))
    return widths[len(widths) // 2] if widths else 0


def _heading_row(rows: list[list[str]]) -> int:
    """The first row that is as wide as most, full, and holds no number alone."""
    width = sorted(map(len, rows))[len(rows) // 2] if rows else 0
    for number, row in enumerate(rows[:_HEADINGS_WITHIN], start=1):
        filled = [cell for cell in row if cell.strip()]
        numbers = sum(cell.strip().replace(".", "").isdigit() for cell in filled)
        if len(row) == width and len(filled) >= 0.8 * width and not numbers:
            return number
    return 1


def _header(data: bytes, file: str, shape: FileShape) -> list[str]:
    if shape.kind == "parquet":
        return list(parquet_file(data, file=file).schema_arrow.names)
    if shape.kind == "csv":
        return csv_header(data, file=file, shape=shape)
    header, _ = sheet_rows(data, file=file, sheet=None, header_row=shape.header_row)
    return [" ".join(name.split()) for name in header]
