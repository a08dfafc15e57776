"""Opens the ONS workbook as published, finds its tables whatever their spelling."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook

from wardwise.domain.errors import ExtractError
from wardwise.domain.period import NAMES, Month
from wardwise.sources.data_folders import DataFile
from wardwise.sources.unpacking import check_workbook


Cells = list[list[object]]


@dataclass(frozen=True)
class Workbook:
    """A workbook: its name, and the cells of its tables by short name (C2, P1 …)."""

    file: DataFile
    tables: Mapping[str, Cells]
    notes: Mapping[str, Cells]  # 'csp' and 'pfa' → the sheet of notes
    sheets: tuple[str, ...]

    def need(self, table: str) -> Cells:
        """The cells of a table; ExtractError if the workbook does not have it."""
        if table not in self.tables:
            raise ExtractError(
                file=self.file.name,
                problem=f"there is no sheet 'Table {table}': found {', '.join(self.sheets)}.",
                remedy="Use the police force area data tables as published by ONS, with the "
                "sheets under their own names.",
            )
        return self.tables[table]


def open_workbook(file: DataFile) -> Workbook:
    """Every table of the workbook; ExtractError if it is not a workbook or is damaged."""
    check_workbook(file.raw, file=file.name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(file.raw))
        names = tuple(str(name) for name in book.sheet_names)
        tables = {
            match.group(1).upper(): book.get_sheet_by_name(name).to_python()
            for name in names
            if (match := re.fullmatch(r"\s*table\s+([cp]\d+)\s*", name, re.IGNORECASE))
        }
        notes = {
            match.group(1).lower(): book.get_sheet_by_name(name).to_python()
            for name in names
            if (match := re.fullmatch(r"\s*notes\s*-\s*(csp|pfa)\s*", name, re.IGNORECASE))
        }
    except CalamineError as fault:
        raise ExtractError(
            file=file.name,
            problem=f"this is not a workbook that can be opened ({str(fault)[:80]}).",
            remedy="Get it again from ONS; the download was broken off or the file renamed.",
        ) from None
    return Workbook(
        file=file, tables=tables, notes=notes, sheets=tuple(name.strip() for name in names)
    )


def plain(cell: object) -> str:
    """The text of a cell without line breaks, double spaces and note markers."""
    return re.sub(r"\s+", " ", re.sub(r"\[note[^\]]*\]", "", str(cell))).strip()


def note_numbers(cell: object) -> tuple[int, ...]:
    """Numbers of the notes that a cell refers to: ``[note 7,8]`` is 7 and 8."""
    found = re.findall(r"\[note\s*([\d,\s]+)\]", str(cell))
    return tuple(int(number) for part in found for number in re.findall(r"\d+", part))


def year_ending(book: Workbook, table: str) -> Month:
    """The last month of the year that the table's own title names; the later of two."""
    cells = book.need(table)
    title = plain(cells[0][0]) if cells and cells[0] else ""
    found = re.findall(r"year ending (\w+) (\d{4})", title, re.IGNORECASE)
    months = [
        Month(int(year), NAMES.index(name.capitalize()))
        for name, year in found
        if name.capitalize() in NAMES
    ]
    if not months:
        raise ExtractError(
            file=book.file.name,
            row=1,
            column=f"Table {table}",
            problem=f"found the title '{title[:80]}', expected 'year ending' and a month.",
            remedy="Leave the first row of every sheet as ONS published it.",
        )
    return max(months)
