"""Cells of one sheet → values by area and offence, with markers kept apart from numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wardwise.domain.errors import ExtractError
from wardwise.reference.load import load_table
from wardwise.sources.ons_csp.workbook import Cells, Workbook, note_numbers, plain


TOTAL = ""
"""Key of total recorded crime (excluding fraud), which is no offence group."""
RESIDENTS, HOUSEHOLDS = "residents", "households"
PER_HOUSEHOLD = "per household: "


@dataclass(frozen=True)
class Value:
    """A published cell: a number, or the marker that stands in its place."""

    number: float | None
    symbol: str | None


@dataclass(frozen=True)
class Line:
    """A row of a published table: its names, its values by column, the notes it carries."""

    row: int
    labels: tuple[str, ...]
    values: Mapping[str, Value]
    notes: tuple[int, ...]


@dataclass(frozen=True)
class PublishedTable:
    """A sheet as read: lines, and the notes that its columns carry."""

    name: str
    lines: tuple[Line, ...]
    column_notes: Mapping[str, tuple[int, ...]]


def read_published(book: Workbook, name: str, *, labels: Sequence[str]) -> PublishedTable:
    """The lines of a sheet whose first columns are ``labels`` and the rest are offences."""
    cells = book.need(name)
    top = _header_row(book, name, cells, labels)
    columns = _columns(book, name, cells[top], row=top + 1, labels=labels)
    lines = [
        _line(book, name, row=number, cells=line, columns=columns, labels=len(labels))
        for number, line in enumerate(cells[top + 1 :], start=top + 2)
        if any(plain(cell) for cell in line[: len(labels)])
    ]
    notes = {column: note_numbers(cells[top][at]) for at, column in columns.items()}
    return PublishedTable(name=name, lines=tuple(lines), column_notes=notes)


def _key(text: object) -> str:
    return re.sub(r"[^a-z0-9]", "", plain(text).lower())


def _header_row(book: Workbook, name: str, cells: Cells, labels: Sequence[str]) -> int:
    wanted = [_key(label) for label in labels]
    for number, line in enumerate(cells):
        if [_key(cell) for cell in line[: len(wanted)]] == wanted:
            return number
    raise ExtractError(
        file=book.file.name,
        column=f"Table {name}",
        problem=f"no row begins with the headings {', '.join(labels)}.",
        remedy="Leave the headings of the sheet as ONS published them.",
    )


def _offence_names() -> dict[str, str]:
    """Every spelling of an offence in the workbook → its name in table C2."""
    names = {
        _key(f"Total recorded crime ({excluding} fraud)"): TOTAL
        for excluding in ("excluding", "excludinging")
    }
    for row in load_table("ons_headline_offence").rows:
        offence = str(row["offence"])
        spellings = [offence, *str(row["also_spelt"] or offence).split("; ")]
        names |= {_key(spelling): offence for spelling in spellings}
        if row["per_households"]:
            for ending in ("(per 1,000 household)", "(per 1,000 households)", "(households)"):
                names[_key(f"{offence} {ending}")] = PER_HOUSEHOLD + offence
            names[_key(f"{offence} (per 1,000 population)")] = offence
    return names


def _columns(
    book: Workbook, name: str, header: Sequence[object], *, row: int, labels: Sequence[str]
) -> dict[int, str]:
    names, columns = _offence_names(), dict[int, str]()
    for position, cell in enumerate(header[len(labels) :], start=len(labels)):
        key = _key(cell)
        if not key:
            continue
        column = _denominator(key) or names.get(key)
        if column is None or column in columns.values():
            matter = "is not an offence that we know" if column is None else "is there twice"
            raise ExtractError(
                file=f"{book.file.name}, Table {name}",
                row=row,
                column=plain(cell)[:80],
                problem=f"this heading {matter}.",
                remedy="If ONS has renamed it, add the spelling to "
                "reference/ons_headline_offence.csv.",
            )
        columns[position] = column
    _refuse_missing(book, name, row, set(names.values()) - set(columns.values()))
    return columns


def _denominator(key: str) -> str | None:
    if key.startswith("populationfigures"):
        return RESIDENTS
    return HOUSEHOLDS if key.startswith("householdfigures") else None


def _refuse_missing(book: Workbook, name: str, row: int, missing: set[str]) -> None:
    gone = sorted(column for column in missing if not column.startswith(PER_HOUSEHOLD))
    if gone:
        raise ExtractError(
            file=f"{book.file.name}, Table {name}",
            row=row,
            column=gone[0] or "Total recorded crime (excluding fraud)",
            problem="there is no column of this name.",
            remedy="Use the sheet as ONS published it, with every column.",
        )


def _line(
    book: Workbook,
    name: str,
    *,
    row: int,
    cells: Sequence[object],
    columns: Mapping[int, str],
    labels: int,
) -> Line:
    return Line(
        row=row,
        labels=tuple(plain(cell) for cell in cells[:labels]),
        values={
            column: _value(book, name, row=row, column=column, cell=cells[position])
            for position, column in columns.items()
        },
        notes=tuple(number for cell in cells[:labels] for number in note_numbers(cell)),
    )


def _value(book: Workbook, name: str, *, row: int, column: str, cell: object) -> Value:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Value(float(cell), None)
    text = plain(cell).lower()
    if text == "" or re.fullmatch(r"\[[a-z]{1,2}\d?\]", text):
        return Value(None, text or None)
    raise ExtractError(
        file=f"{book.file.name}, Table {name}",
        row=row,
        column=column or "Total recorded crime (excluding fraud)",
        problem=f"found '{text[:40]}', expected a number or a marker such as [x].",
        remedy="Get the workbook again from ONS; a cell has been overwritten.",
    )
