"""A file of readings, CSV or Excel: every fault by its row and column, before a row is kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils import timezone
from python_calamine import CalamineError, CalamineWorkbook

from wardwise.domain.period import Month
from wardwise_web.performance.rules import faults_of_reading
from wardwise_web.performance.terms import Read
from wardwise_web.plan.models import Indicator


COLUMNS = ("indicator", "month", "numerator", "denominator", "state", "reason")
LARGEST = 2 * 1024 * 1024
MOST_FAULTS = 50


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell, where, and what to do."""

    row: int
    column: str
    words: str


class FileRefused(Exception):
    """Nothing of the file was kept."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults[:MOST_FAULTS]


def read_file(content: bytes, indicators: Mapping[str, Indicator]) -> list[tuple[Indicator, Read]]:
    """The readings of a file; ``indicators`` are those that this person may write, by code."""
    lines = _lines(content)
    header = [cell.strip().lower() for cell in lines[0]] if lines else []
    missing = [name for name in COLUMNS[:3] if name not in header]
    if missing:
        words = f"There is no column '{missing[0]}'. Expected: {', '.join(COLUMNS)}"
        raise FileRefused([Fault(1, missing[0], words)])
    faults: list[Fault] = []
    rows: list[tuple[Indicator, Read]] = []
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        found = _row(dict(zip(header, cells, strict=False)), number, indicators)
        if isinstance(found, list):
            faults += found
        else:
            rows.append(found)
    if faults or not rows:
        raise FileRefused(faults or [Fault(2, "indicator", "The file holds no reading")])
    return rows


def _lines(content: bytes) -> list[list[str]]:
    if len(content) > LARGEST:
        raise FileRefused([Fault(1, "", "The file must be smaller than 2MB")])
    if content.startswith(b"PK\x03\x04"):
        return _sheet(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused(
            [Fault(1, "", "Save the file as 'CSV UTF-8' or as an Excel workbook")]
        ) from None
    return list(csv.reader(io.StringIO(text)))


def _sheet(content: bytes) -> list[list[str]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        cells = book.get_sheet_by_index(0).to_python()
    except (CalamineError, OSError, ValueError):
        raise FileRefused(
            [Fault(1, "", "The workbook cannot be read: save it again as .xlsx")]
        ) from None
    return [[_text(cell) for cell in row] for row in cells]


def _text(cell: object) -> str:
    """A cell as it would be typed; a day is its month."""
    year, month = getattr(cell, "year", None), getattr(cell, "month", None)
    if year is not None and month is not None:
        return f"{year:04d}-{month:02d}"
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell)


def _row(
    cells: Mapping[str, str], number: int, indicators: Mapping[str, Indicator]
) -> tuple[Indicator, Read] | list[Fault]:
    given = {name: cells.get(name, "").strip() for name in COLUMNS}
    faults: list[Fault] = []
    indicator = indicators.get(given["indicator"].upper())
    if indicator is None:
        faults.append(Fault(number, "indicator", "No indicator of yours has this code"))
    month = _month(given["month"])
    if month is None:
        faults.append(Fault(number, "month", "Expected a month like 2026-04"))
    numbers = {name: _number(given[name]) for name in ("numerator", "denominator")}
    faults += [
        Fault(number, name, "Expected a number without words or signs")
        for name, value in numbers.items()
        if value is NOT_A_NUMBER
    ]
    if faults or indicator is None or month is None:
        return faults
    read = Read(
        first=month,
        numerator=numbers["numerator"],
        denominator=numbers["denominator"],
        state=given["state"].lower() or "known",
        reason=given["reason"],
    )
    if read.state not in ("known", "not known", "withheld"):
        return [Fault(number, "state", "Expected: known, not known or withheld")]
    definition = indicator.definitions.last()
    if definition is None:
        return [Fault(number, "indicator", "This indicator has no definition yet")]
    return [
        Fault(number, "month" if name == "first" else name, words)
        for name, words in faults_of_reading(read, definition, on=timezone.localdate()).items()
    ] or (indicator, read)


NOT_A_NUMBER = Decimal("NaN")


def _number(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        found = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return NOT_A_NUMBER
    return found if found.is_finite() else NOT_A_NUMBER


def _month(text: str) -> Month | None:
    try:
        return Month.parse(text[:7])
    except ValueError:
        return None
