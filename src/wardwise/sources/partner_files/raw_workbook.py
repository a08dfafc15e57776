"""XLSX and ODS sheets as text: numbers without a needless .0, dates as YYYY-MM-DD HH:MM:SS."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

from wardwise.domain.errors import ExtractError
from wardwise.sources.partner_files.raw_table import RawTable, positions


def read_workbook(
    data: bytes, *, file: str, sheet: str | None, header_row: int, wanted: Sequence[str]
) -> RawTable:
    """The wanted columns of a sheet, the first where none is named."""
    header, rows = sheet_rows(data, file=file, sheet=sheet, header_row=header_row)
    places = positions(header, wanted, file=file, row=header_row)
    numbered = [
        (line, cells)
        for line, cells in enumerate(rows, start=header_row + 1)
        if any(cell != "" for cell in cells)
    ]
    if not numbered:
        raise ExtractError(
            file=file,
            problem=f"there is no row after the headings in row {header_row}.",
            remedy="An empty extract is not nought: ask the supplier whether there was nothing.",
        )
    return RawTable(
        file=file,
        columns={
            name: pa.array([cell_text(cells[place]) for _, cells in numbered], pa.string())
            for name, place in zip(wanted, places, strict=True)
        },
        lines=np.array([line for line, _ in numbered], dtype=np.int32),
        ragged=np.zeros(len(numbered), dtype=bool),
    )


def sheet_rows(
    data: bytes, *, file: str, sheet: str | None, header_row: int
) -> tuple[list[str], list[list[object]]]:
    """Headings and the rows after them."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
        rows: list[list[object]] = found.to_python(skip_empty_area=False)
    except WorksheetNotFound:
        raise ExtractError(
            file=file,
            # a sheet may be named after the person whom it is about
            problem=f"there is no sheet '{sheet}'; the file has {len(book.sheet_names)} of other"
            " names.",
            remedy="Open the file, and correct the sheet in the mapping.",
        ) from None
    except CalamineError:
        raise ExtractError(
            file=file,
            problem="this is not a workbook that can be read: it is damaged, locked with a"
            " password, or of another kind than its name says.",
            remedy="Save it again as XLSX without a password.",
        ) from None
    if len(rows) < header_row:
        raise ExtractError(
            file=file,
            problem=f"the sheet has {len(rows)} rows; the mapping says headings in row"
            f" {header_row}.",
            remedy="Correct the header row, or the sheet, in the mapping.",
        )
    return [cell_text(cell) for cell in rows[header_row - 1]], rows[header_row:]


def cell_text(cell: object) -> str:
    """A cell as a CSV would have it."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, datetime.timedelta):
        return _clock(int(cell.total_seconds()))
    return str(cell).strip()


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
