"""Reads the file of daily temperatures that the settings name."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Sequence
from pathlib import Path

from wardwise.domain.errors import EvidenceMissing, ExtractError
from wardwise.sources.data_folders import DataFile
from wardwise.sources.imported import Imported
from wardwise.sources.tidy import tidy_rows


COLUMNS = ("date", "maximum_celsius")
COLDEST, HOTTEST = -40.0, 50.0
DAY = datetime.timedelta(days=1)
LICENCE = "as the partnership holds it"


def find_temperatures(name: str, *, folders: Sequence[Path]) -> Path:
    """The file beside the settings or in a data folder."""
    places = [folder / name for folder in folders]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise EvidenceMissing(
            file=name,
            problem="calendar.temperatures names this file, and it is neither beside the settings"
            " nor in a data folder.",
            remedy="Put it there, or take the line out of the settings.",
        )
    return found


def read_temperatures(name: str, *, folders: Sequence[Path]) -> Imported:
    """Tables ``temperature`` and ``file_read``: every day once, none left out."""
    path = find_temperatures(name, folders=folders)
    file = DataFile(path, name, path.read_bytes())
    rows = _rows(file)
    if not rows:
        raise EvidenceMissing(
            file=name, problem="the file holds no day.", remedy="Give a row for every day."
        )
    note = f"maximum of each day, {rows[0]['date']} to {rows[-1]['date']}"
    read = file.file_read(source="temperatures", rows=len(rows), note=note)
    return Imported(
        {
            "temperature": tidy_rows("temperature", rows),
            "file_read": tidy_rows("file_read", [{**read, "licence": LICENCE}]),
        }
    )


def _rows(file: DataFile) -> list[dict[str, object]]:
    try:
        text = file.raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _fault(file, 1, None, "this is not UTF-8.", "Save it as CSV UTF-8.") from None
    lines = list(csv.reader(io.StringIO(text, newline="")))
    header = tuple(cell.strip() for cell in lines[0]) if lines else ()
    if header != COLUMNS:
        raise _fault(
            file,
            1,
            None,
            f"found the headings {', '.join(header) or 'none'}; expected date,maximum_celsius.",
            "Write these two headings in the first row, with a comma between.",
        )
    rows: list[dict[str, object]] = []
    before: datetime.date | None = None
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cells):
            continue
        before, maximum = _day(file, number, cells, before)
        rows.append({"date": before.isoformat(), "maximum_celsius": maximum})
    return rows


def _day(
    file: DataFile, number: int, cells: list[str], before: datetime.date | None
) -> tuple[datetime.date, float]:
    if len(cells) != len(COLUMNS):
        found = f"found {len(cells)} cells, expected 2."
        raise _fault(file, number, None, found, "Write a date and a temperature.")
    return _date(file, number, cells[0].strip(), before), _maximum(file, number, cells[1].strip())


def _date(file: DataFile, number: int, text: str, before: datetime.date | None) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        found = f"found '{text[:20]}', expected a date such as 2024-07-19."
        raise _fault(file, number, "date", found, "Write year, month, day.") from None
    if before is not None and day != before + DAY:
        raise _fault(
            file,
            number,
            "date",
            f"found {day} after {before}, expected {before + DAY}: a day left out would count as"
            " one that was not hot.",
            "Give every day once, in order; fill a gap from a station near by.",
        )
    return day


def _maximum(file: DataFile, number: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not COLDEST <= value <= HOTTEST:
        raise _fault(
            file,
            number,
            "maximum_celsius",
            f"found '{text[:20]}', expected degrees Celsius from {COLDEST:g} to {HOTTEST:g}, such"
            " as 24.6.",
            "Write the highest temperature of the day; turn Fahrenheit into Celsius.",
        )
    return value


def _fault(file: DataFile, row: int, column: str | None, problem: str, remedy: str) -> ExtractError:
    return ExtractError(file=file.name, row=row, column=column, problem=problem, remedy=remedy)
