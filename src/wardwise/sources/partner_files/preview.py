"""Ten rows before and after a mapping, with whatever identifies somebody masked."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import islice

import pyarrow as pa

from wardwise.domain.settings import PartnerFileSettings
from wardwise.sources.partner_files.areas import Areas
from wardwise.sources.partner_files.extract import Door, Extract, rows_in_use
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.labels import lone_labels, may_be_kept
from wardwise.sources.partner_files.mapping_file import MappingFile, part_for
from wardwise.sources.partner_files.raw_table import RawTable
from wardwise.sources.partner_files.read import tidy_rows_of
from wardwise.sources.partner_files.schema import Dataset


ROWS = 10
MASK = "•••"
_WIDEST = 24
_MASKED = ("direct", "record", "place")
_KEYS = ("person_key", "record_key", "victim_key", "suspect_key", "longitude", "latitude")
_LEFT_OUT = ("source", "dataset", "supplier", "file")
# keys of a preview are shown to nobody and kept nowhere
_DOOR = Door(Keys(b"a preview, of which no key is kept"), Areas(None, None))


def preview(raw: RawTable, mapping: MappingFile, *, dataset: Dataset) -> str:
    """Two small tables as text."""
    part = part_for(mapping, dataset)
    first = RawTable(
        raw.file,
        {name: column.slice(0, ROWS) for name, column in raw.columns.items()},
        raw.lines[:ROWS],
        raw.ragged[:ROWS],
    )
    asked = PartnerFileSettings(
        dataset=dataset.name,
        file=raw.file,
        mapping=mapping.mapping.mapping,
        supplier="the supplier",
        received_on=datetime.date.max,
    )
    extract = Extract(asked, dataset, part, first, _DOOR, rows_in_use(first, part), whole=raw)
    before = {
        f"{field}: {', '.join(column.column)}": _before(
            extract, field, column.column, lone=_lone(extract, raw, field)
        )
        for field, column in extract.columns.items()
    }
    return "\n".join(
        [
            "Before (field: column)",
            *_lines(before),
            "",
            "After",
            *_lines(_after(tidy_rows_of(extract, None))),
        ]
    )


def _lone(extract: Extract, raw: RawTable, field: str) -> frozenset[str]:
    """Of the whole file's columns: what could be a name that strayed."""
    words = extract.dataset.field(field).kind not in ("code", "ethnicity")
    columns = (raw.columns[name].to_pylist() for name in extract.columns[field].column)
    return frozenset().union(*(lone_labels(cells, words=words) for cells in columns))


def _before(
    extract: Extract, field: str, columns: Sequence[str], *, lone: frozenset[str]
) -> list[str]:
    is_masked = extract.dataset.field(field).identifies in _MASKED
    cells = [
        " ".join(parts)
        for parts in zip(*(extract.raw.columns[name].to_pylist() for name in columns), strict=True)
    ]
    dated = extract.dataset.field(field).kind in ("moment", "date")
    return [
        MASK if cell and (is_masked or cell in lone or not (dated or may_be_kept(cell))) else cell
        for cell in cells
    ]


def _after(table: pa.Table) -> dict[str, list[str]]:
    shown = {}
    for name in table.column_names:
        values = table[name].to_pylist()[:ROWS]
        if name not in _LEFT_OUT and any(value is not None for value in values):
            shown[name] = [_cell(name, value) for value in values]
    return shown


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    return MASK if name in _KEYS else str(value)


def _lines(columns: dict[str, list[str]]) -> list[str]:
    """One line a column: a file has many columns, and a screen is narrow."""
    width = max((len(name) for name in columns), default=0)
    return [
        f"  {name:<{width}}  " + " | ".join(cell[:_WIDEST] for cell in islice(cells, ROWS))
        for name, cells in columns.items()
    ]
