"""A list as it leaves the system, and the row that says who took it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from wardwise_web.core.permissions.actor import Actor


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Sheet:
    """A table to be exported: its name, marking, headings and rows of plain values."""

    name: str
    marking: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[object]]


def watermark(sheet: Sheet, *, by: Actor, when: str) -> str:
    """The first row of every export."""
    return f"{sheet.marking}. {sheet.name}. Exported by {by.name}, {when}. {len(sheet.rows)} rows."


def as_csv(sheet: Sheet, *, mark: str) -> bytes:
    """UTF-8 with a byte-order mark, so that a spreadsheet reads the pound sign."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow([mark])
    writer.writerow(sheet.headings)
    writer.writerows([[_safe(cell) for cell in row] for row in sheet.rows])
    return made.getvalue().encode("utf-8-sig")


def as_xlsx(sheet: Sheet, *, mark: str) -> bytes:
    """One table on one sheet, the watermark above it."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        page = book.add_worksheet(sheet.name[:31].translate(str.maketrans("[]:*?/\\", "       ")))
        strong = book.add_format({"bold": True})
        page.write_string(0, 0, mark)
        page.write_row(1, 0, sheet.headings, strong)
        for n, row in enumerate(sheet.rows, start=2):
            page.write_row(n, 0, [_plain(cell) for cell in row])
        page.freeze_panes(2, 0)
    return made.getvalue()


def _plain(cell: object) -> str | float | int | bool | None:
    return cell if isinstance(cell, str | float | int | bool | None) else str(cell)


def _safe(cell: object) -> object:
    """Words that a spreadsheet would run as a formula are told not to be one."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return "" if cell is None else cell
