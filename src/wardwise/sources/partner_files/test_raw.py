"""Every way of reading gives the same text, and knows the line of every row."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from wardwise.domain.mapping import FileShape
from wardwise.sources.partner_files.raw import read_table, unpacked
from wardwise.sources.partner_files.raw_table import RawTable


CSV = FileShape(kind="csv")
ROWS = [["A1", "café", "007"], ["A2", "", "8.5"], ["A3", "x y", "TRUE"]]
WANTED = ["ref", "number", "name"]


def _csv(text: str, shape: FileShape = CSV, encoding: str = "utf-8") -> RawTable:
    return read_table(text.encode(encoding), file="f.csv", shape=shape, sheet=None, wanted=WANTED)


def _rows(raw: RawTable) -> list[list[str]]:
    columns = [raw.columns[name].to_pylist() for name in ("ref", "name", "number")]
    return [list(row) for row in zip(*columns, strict=True)]


def test_csv_with_any_ends_encoding_and_delimiter_is_the_same() -> None:
    text = "\n".join(",".join(row) for row in [["ref", "name", "number"], *ROWS])
    semicolons = CSV.model_copy(update={"delimiter": ";", "encoding": "cp1252"})
    sixteen = CSV.model_copy(update={"encoding": "utf-16"})
    found = [
        _csv(text),
        _csv(text + "\n"),
        _csv(text.replace("\n", "\r\n") + "\r\n"),
        _csv("\ufeff" + text),
        _csv(text.replace(",", ";"), semicolons, "cp1252"),
        _csv(text, sixteen, "utf-16"),
    ]
    for raw in found:
        assert _rows(raw) == ROWS
        assert raw.lines.tolist() == [2, 3, 4]


def test_rows_after_a_line_break_in_quotes_or_a_blank_line_keep_their_own_lines() -> None:
    raw = _csv('ref,name,number\nA1,"two\nlines",1\n\nA2,b,2\nA3,c\n')
    # row 2 ends in line 3; line 4 is blank; line 6 has two cells of three
    assert raw.lines.tolist() == [3, 5, 6]
    assert raw.ragged.tolist() == [False, False, True]
    assert raw.columns["name"].to_pylist() == ["two\nlines", "b", ""]


def test_headings_may_come_later_than_the_first_row() -> None:
    raw = _csv(
        "Report of May,,\nref,name,number\nA1,b,2\n", CSV.model_copy(update={"header_row": 2})
    )
    assert (_rows(raw), raw.lines.tolist()) == ([["A1", "b", "2"]], [3])


def test_a_workbook_gives_numbers_dates_and_flags_as_text() -> None:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, ["ref", "name", "number"])
        sheet.write_row(1, 0, [123, "café", 8.5])
        sheet.write_datetime(
            3,
            1,
            pa.scalar("2024-01-03T20:15:00").cast(pa.timestamp("s")).as_py(),
            book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
        )
        sheet.write_boolean(3, 2, True)
    shape = FileShape(kind="xlsx")
    raw = read_table(held.getvalue(), file="f.xlsx", shape=shape, sheet="Data", wanted=WANTED)
    # the blank third row is no row; the fourth keeps its number
    assert raw.lines.tolist() == [2, 4]
    assert _rows(raw) == [["123", "café", "8.5"], ["", "2024-01-03 20:15:00", "TRUE"]]


def test_parquet_gives_the_same_text_as_csv() -> None:
    held = io.BytesIO()
    day = pa.scalar("2024-01-03T20:15:00").cast(pa.timestamp("s")).as_py()
    table = {"ref": [1.0, 2.5, None], "name": [day, None, day], "number": ["007", "", None]}
    pq.write_table(pa.table(table), held)
    shape = FileShape(kind="parquet")
    raw = read_table(held.getvalue(), file="f.parquet", shape=shape, sheet=None, wanted=WANTED)
    written = "2024-01-03 20:15:00"
    assert _rows(raw) == [["1", written, "007"], ["2.5", "", ""], ["", written, ""]]


def test_a_column_that_is_not_asked_for_is_not_read() -> None:
    raw = _csv("ref,name,number,surname\nA1,b,2,Planted\n")
    assert set(raw.columns) == set(WANTED)


@pytest.mark.parametrize("name", ["f.csv", "f.csv.gz"])
def test_a_gzip_is_unpacked(tmp_path: Path, name: str) -> None:
    data = gzip.compress(b"ref") if name.endswith("gz") else b"ref"
    (tmp_path / name).write_bytes(data)
    assert unpacked(tmp_path / name, file=name) == b"ref"
