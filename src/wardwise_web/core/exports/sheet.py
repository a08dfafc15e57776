"""A list as it leaves the system, and the row that says who took it."""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wardwise_web.core.permissions.actor import Actor


FORMULA_STARTS = "=+-@|"
NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?\Z")
AS_GIVEN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


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
    for row in ([mark], sheet.headings, *sheet.rows):
        writer.writerow([_cell(cell) for cell in row])
    return made.getvalue().encode("utf-8-sig")


def as_xlsx(sheet: Sheet, *, mark: str) -> bytes:
    """One table on one sheet, the watermark above it."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **AS_GIVEN}) as book:
        page = book.add_worksheet("List")  # a name of ours may hold what a sheet's may not
        strong = book.add_format({"bold": True})
        for n, row in enumerate(([mark], sheet.headings, *sheet.rows)):
            for m, cell in enumerate(row):
                _write(page, (n, m), _cell(cell), strong if n == 1 else None)
        page.freeze_panes(2, 0)
    return made.getvalue()


def _write(page: Worksheet, where: tuple[int, int], cell: str | float, style: object) -> None:
    write = page.write_string if isinstance(cell, str) else page.write_number
    write(*where, cell, style)


def _cell(cell: object) -> str | float:
    """A finite number as a number; all else as words that no spreadsheet runs."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float) and math.isfinite(cell):
        return cell
    return harmless("" if cell is None else str(cell))


def harmless(words: str) -> str:
    """Words that a spreadsheet would run as a formula are told not to be one.

    What comes first counts after spaces, signs that are not seen, and the wide forms of the
    signs, which some spreadsheets read as the narrow ones.

    >>> harmless("=1+1"), harmless("  \uff1d1"), harmless("a = b"), harmless("\u2212 0.3")
    ("'=1+1", "'  \uff1d1", 'a = b', '\u2212 0.3')
    """
    if NUMBER.match(words):
        return words
    seen = words.lstrip(" \xa0")
    first = unicodedata.normalize("NFKC", seen[:1])
    is_unseen = bool(seen) and unicodedata.category(seen[0]) in {"Cc", "Cf", "Zl", "Zp"}
    return f"'{words}" if is_unseen or (first and first in FORMULA_STARTS) else words
