"""Reads the small reference tables: a CSV each, with a sidecar that says what it holds."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from wardwise.domain.errors import ReferenceDataError
from wardwise.reference.field import Cell, Field


Row = Mapping[str, Cell]


@dataclass(frozen=True)
class Version:
    """Which edition of a reference table was used."""

    name: str
    version: str
    date: str
    source: str
    licence: str
    sha256: str


@dataclass(frozen=True)
class ReferenceTable:
    """A small table that the product needs everywhere, checked on load."""

    title: str
    version: Version
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]

    def by(self, *columns: str) -> dict[tuple[Cell, ...], Row]:
        """Rows by the value of those columns."""
        return {tuple(row[column] for column in columns): row for row in self.rows}


@cache
def load_table(name: str) -> ReferenceTable:
    """The reference table of that name; ReferenceDataError if it is not as its sidecar says."""
    text, sidecar = _text(f"{name}.csv"), yaml.safe_load(_text(f"{name}.yaml"))
    return read_table(name, text=text, sidecar=sidecar)


def version(name: str) -> Version:
    """Which edition of the table is held."""
    return load_table(name).version


def table_names() -> tuple[str, ...]:
    """Every reference table that the package carries."""
    folder = resources.files("wardwise.reference") / "tables"
    names = (file.name for file in folder.iterdir() if file.name.endswith(".csv"))
    return tuple(sorted(name.removesuffix(".csv") for name in names))


def read_table(name: str, *, text: str, sidecar: Mapping[str, object]) -> ReferenceTable:
    """A table from its CSV text and its sidecar, every cell checked."""
    fields = tuple(Field.parse(name, key, value) for key, value in _mapping(sidecar, "fields"))
    reader = csv.reader(io.StringIO(text))
    header = next(reader, [])
    if header != [field.name for field in fields]:
        raise ReferenceDataError(
            f"reference/{name}.csv, row 1: found the columns {', '.join(header) or 'none'}, "
            f"expected {', '.join(field.name for field in fields)}. Make the two files agree."
        )
    rows = tuple(
        _row(name, number, cells, fields) for number, cells in enumerate(reader, start=2) if cells
    )
    _refuse_repeated(name, rows, key=[str(part) for part in _list(sidecar, "key")])
    said = {part: str(sidecar[part]) for part in ("version", "date", "source", "licence")}
    digest = hashlib.sha256(text.encode()).hexdigest()
    return ReferenceTable(
        title=str(sidecar["title"]),
        version=Version(name=name, sha256=digest, **said),
        fields=fields,
        rows=rows,
    )


def _text(file: str) -> str:
    try:
        return (resources.files("wardwise.reference") / "tables" / file).read_text("utf-8")
    except FileNotFoundError:
        raise ReferenceDataError(
            f"reference/{file}: there is no such reference table. "
            f"The package holds: {', '.join(table_names())}."
        ) from None


def _mapping(sidecar: Mapping[str, object], part: str) -> list[tuple[str, Mapping[str, object]]]:
    found = sidecar[part]
    return list(found.items()) if isinstance(found, dict) else []


def _list(sidecar: Mapping[str, object], part: str) -> list[object]:
    found = sidecar.get(part)
    return list(found) if isinstance(found, list) else []


def _row(name: str, number: int, cells: list[str], fields: tuple[Field, ...]) -> Row:
    if len(cells) != len(fields):
        raise ReferenceDataError(
            f"reference/{name}.csv, row {number}: found {len(cells)} cells, expected "
            f"{len(fields)}. Put text that holds a comma in quotes."
        )
    return {
        field.name: field.read(cell, where=f"reference/{name}.csv, row {number}")
        for field, cell in zip(fields, cells, strict=True)
    }


def _refuse_repeated(name: str, rows: tuple[Row, ...], *, key: list[str]) -> None:
    seen: set[tuple[Cell, ...]] = set()
    for number, row in enumerate(rows, start=2):
        value = tuple(row[column] for column in key)
        if key and value in seen:
            raise ReferenceDataError(
                f"reference/{name}.csv, row {number}: "
                f"{', '.join(map(str, value))} is there twice. Keep one row of each."
            )
        seen.add(value)
