"""Reads the ONS police force area data tables as published, any year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from wardwise.domain.errors import EvidenceMissing
from wardwise.sources.data_folders import DataFile, FileRow, need_file
from wardwise.sources.imported import Imported
from wardwise.sources.ons_csp.areas import (
    COUNTRY_LABELS,
    PARTNERSHIP_LABELS,
    areas_of,
    combined_districts,
    countries_of,
)
from wardwise.sources.ons_csp.notes import notes_of
from wardwise.sources.ons_csp.rows import SOURCE, Row, Year, official_rows
from wardwise.sources.ons_csp.table import PublishedTable, read_published
from wardwise.sources.ons_csp.workbook import Workbook, open_workbook, year_ending
from wardwise.sources.tidy import tidy_rows


WORKBOOKS = ("*.xlsx", "*.xls", "*.xlsb", "*.ods")
WHAT = "the ONS police force area data tables"


def read_ons_csp(folders: Sequence[Path]) -> Imported:
    """Tables ``official_count`` and ``file_read``; of two editions the later one is used."""
    books = sorted((open_workbook(file) for file in _files(folders)), key=_edition, reverse=True)
    rows: dict[tuple[object, ...], Row] = {}
    file_rows: list[FileRow] = []
    for book in books:
        found = [row for year in _years(book) for row in official_rows(year)]
        new = {key: row for row in found if (key := _key(row)) not in rows}
        rows |= new
        file_rows.append(_file_row(book, found=len(found), used=len(new), rows=found))
    return Imported(
        tables={
            "official_count": tidy_rows("official_count", list(rows.values())),
            "file_read": tidy_rows("file_read", file_rows),
        },
        notices=tuple(
            f"{book.file.name} has no tables P1 to P4: England and Wales are not known from it."
            for book in books
            if "P1" not in book.tables
        ),
    )


def _files(folders: Sequence[Path]) -> list[DataFile]:
    found = {
        path.name: f"ons/{path.name}"
        for folder in reversed(folders)
        for pattern in WORKBOOKS
        for path in sorted((folder / "ons").glob(pattern))
        if not path.name.startswith("~$")  # what a spreadsheet leaves beside an open file
    }
    if not found:
        raise EvidenceMissing(
            file="ons/",
            problem=f"no data folder holds a workbook here ({WHAT}).",
            remedy="Put the workbook in a folder 'ons', or get it with 'wardwise fetch ons'.",
        )
    return [need_file(folders, name, what=WHAT) for name in sorted(found.values())]


def _edition(book: Workbook) -> tuple[str, str]:
    return str(year_ending(book, "C2")), book.file.name


def _years(book: Workbook) -> list[Year]:
    """The later year with rates and change, the year before with counts."""
    partnerships = _tables(book, ("C2", "C3", "C4", "C5"), PARTNERSHIP_LABELS)
    years = [
        _year(book, partnerships, counts="C2", rates="C4", changes="C3"),
        _year(book, partnerships, counts="C5"),
    ]
    if not {"P1", "P2", "P3", "P4"} <= set(book.tables):
        return years
    forces = _tables(book, ("P1", "P2", "P3", "P4"), COUNTRY_LABELS)
    return [
        *years,
        _year(book, forces, counts="P1", rates="P3", changes="P2"),
        _year(book, forces, counts="P4"),
    ]


def _tables(
    book: Workbook, names: Sequence[str], labels: Sequence[str]
) -> dict[str, PublishedTable]:
    return {name: read_published(book, name, labels=labels) for name in names}


def _year(
    book: Workbook,
    tables: Mapping[str, PublishedTable],
    *,
    counts: str,
    rates: str | None = None,
    changes: str | None = None,
) -> Year:
    by_area = areas_of if counts.startswith("C") else countries_of
    return Year(
        last_month=year_ending(book, counts),
        counts=by_area(tables[counts]),
        columns=tables[counts],
        rates=by_area(tables[rates]) if rates else {},
        changes=by_area(tables[changes]) if changes else {},
        notes=notes_of(book, counts),
        area_notes={
            name: f"Covers {', '.join(districts)}."
            for name, districts in combined_districts(book).items()
        },
        file=f"{book.file.name}, Table {counts}",
    )


def _key(row: Row) -> tuple[object, ...]:
    columns = ("level", "force_name", "csp_code", "csp_name", "offence", "last_month")
    return tuple(row[column] for column in columns)


def _file_row(book: Workbook, *, found: int, used: int, rows: list[Row]) -> FileRow:
    return book.file.file_read(source=SOURCE, rows=found) | {
        "rows_used": used,
        "first_month": min(str(row["first_month"]) for row in rows),
        "last_month": max(str(row["last_month"]) for row in rows),
        "note": WHAT,
    }
