"""What goes back to the supplier: which rows, which column, what is wrong; and no value."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter


MOST_ROWS = 200_000
# the same tables give the same bytes, whatever the day
_EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_HEADINGS = {
    "Rows set aside": ("Row", "Why"),
    "Faults": ("Row", "Field", "What is wrong"),
    "Checks": ("Check", "Field", "Rows", "Of"),
}
_ROWS = ("partner_record", "partner_person", "partner_relationship", "partner_return")


def supplier_workbook(tables: Mapping[str, pa.Table], *, source: str, file: str) -> bytes:
    """XLSX bytes, the same for the same tables. Shape: a cover and three sheets."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": _EPOCH, "title": f"Data quality of {file}"})
    bold = book.add_format({"bold": True})
    _cover(book, tables, source=source, file=file)
    for name, rows in _sheets(tables, source=source, file=file).items():
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, _HEADINGS[name], bold)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 0, 40 if name == "Checks" else 10)
        sheet.set_column(1, 3, 40)
        for number, row in enumerate(rows[:MOST_ROWS], start=1):
            sheet.write_row(number, 0, row)
    book.close()
    return out.getvalue()


def _cover(
    book: xlsxwriter.Workbook, tables: Mapping[str, pa.Table], *, source: str, file: str
) -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 70)
    (line,) = [
        row
        for row in tables["partner_file"].to_pylist()
        if (row["source"], row["path"]) == (source, file)
    ]
    told = {
        "File": file,
        "Dataset": line["dataset"],
        "Supplier": line["supplier"],
        "Received on": line["received_on"],
        "Marking": line["marking"],
        "Hash (SHA-256)": line["sha256"],
        "Mapping": f"{line['mapping']} {line['mapping_version']}",
        "Rows in": line["rows_in"],
        "Rows used": line["rows_used"],
        "Rows set aside": line["rows_in"] - line["rows_used"],
        "How to read it": "A row is the line of the file, the headings being part of the count."
        " Values are left out on purpose.",
    }
    for number, (name, value) in enumerate(told.items()):
        sheet.write(number, 0, name)
        sheet.write(number, 1, value)


def _sheets(
    tables: Mapping[str, pa.Table], *, source: str, file: str
) -> dict[str, list[tuple[object, ...]]]:
    gone = [
        (row["row"], row["set_aside"])
        for name in _ROWS
        for row in _of(tables[name], source, file, aside=True).to_pylist()
    ]
    faults = _of(tables["partner_fault"], source, file).sort_by("row").to_pylist()
    checks = _of(tables["partner_quality"], source, file).to_pylist()
    return {
        "Rows set aside": sorted(gone),
        "Faults": [(row["row"], row["field"], row["reason"]) for row in faults],
        "Checks": [(row["check"], row["field"] or "", row["rows"], row["of"]) for row in checks],
    }


def _of(table: pa.Table, source: str, file: str, *, aside: bool = False) -> pa.Table:
    here = pc.and_(pc.equal(table["source"], source), pc.equal(table["file"], file))
    if aside:
        here = pc.and_(here, pc.invert(table["used"]))
        return table.filter(here).select(["row", "set_aside"])
    return table.filter(here)
