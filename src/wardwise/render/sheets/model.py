"""A workbook before it is ODS or XLSX: sheets of text and numbers, one table each.

The layout follows "Releasing statistics in spreadsheets" (Government Analysis Function,
2021, revised 2023): title in A1, one table a sheet, no merged cells, no blank rows, nothing
told by colour alone, shorthand in words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Amount:
    """A number at full precision and how it is shown."""

    value: float
    places: int = 0
    thousands: bool = True
    suffix: str = ""

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise ValueError(f"'{self.value}' is not a number that a sheet can hold.")

    @property
    def format(self) -> str:
        """The display format as spreadsheets write it.

        >>> Amount(12.694, places=1, suffix="%").format
        '#,##0.0"%"'
        """
        whole = "#,##0" if self.thousands else "0"
        places = "." + "0" * self.places if self.places else ""
        return whole + places + (f'"{self.suffix}"' if self.suffix else "")


@dataclass(frozen=True)
class SheetLink:
    """Words that lead to another sheet of the workbook."""

    text: str
    sheet: str


SheetCell = str | Amount | SheetLink


@dataclass(frozen=True)
class Sheet:
    """One sheet: title in A1, lines beneath it, then the table to the end."""

    name: str
    title: str
    lines: tuple[str, ...]
    header: tuple[str, ...] = ()
    rows: tuple[tuple[SheetCell, ...], ...] = ()

    @property
    def header_row(self) -> int:
        """Position of the header, the first row being 0."""
        return 1 + len(self.lines)


@dataclass(frozen=True)
class Workbook:
    """Sheets in order, and what the file says of itself."""

    title: str
    author: str
    marking: str
    language: str
    sheets: tuple[Sheet, ...]


def words_of(cell: SheetCell) -> str:
    """What a reader sees, near enough to measure a column by."""
    match cell:
        case str():
            return cell
        case SheetLink(text=text):
            return text
        case Amount(value=value, places=places, suffix=suffix):
            return f"{value:,.{places}f}{suffix}"
