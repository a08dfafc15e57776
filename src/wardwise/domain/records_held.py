"""Record-level files of a place without a geography: the account of them, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.people_recorded import PeopleRecorded


PRECISIONS = {
    "exact": "one moment, to the minute",
    "hour": "to the hour",
    "span": "a span from one moment to another",
    "one end": "one end of a span, to the minute; the other is not given",
    "date": "the day alone",
    "unknown hour": "a day, with an hour that means not known",
    "none": "neither day nor hour",
}
"""How surely the time of a crime is given, the surest first, and in words."""


@dataclass(frozen=True)
class RecordFile:
    """One dataset of a file: who supplied it, how it was read, what became of its rows."""

    source: str  # 'partner:victims'
    dataset: str
    path: str
    supplier: str
    mapping: str
    mapping_version: str
    received_on: str
    first_day: str | None
    last_day: str | None
    rows_in: int
    rows_used: int


@dataclass(frozen=True)
class RowsAside:
    """Rows that are not used, and why."""

    source: str
    reason: str
    rows: int


@dataclass(frozen=True)
class CellFault:
    """Cells of a field that could not be read; their rows are used without them."""

    source: str
    field: str
    reason: str
    rows: int


@dataclass(frozen=True)
class RecordsHeld:
    """Everything that a paper on records alone is made from.

    ``precision`` counts crimes by how surely their time is given, ``related`` pairs of a victim
    and a suspect by what the one was to the other; ``pairs`` is all of them, the unknown too.
    """

    files: tuple[RecordFile, ...]
    aside: tuple[RowsAside, ...]
    faults: tuple[CellFault, ...]
    recorded: PeopleRecorded
    precision: Mapping[str, int]
    related: Mapping[str, int]
    pairs: int
