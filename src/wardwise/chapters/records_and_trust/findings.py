"""What the chapter found: rows in and used, faults, offences, and what is missing of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.document.text import Text
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.period import Period
from wardwise.domain.records_held import CellFault, RecordFile, RowsAside
from wardwise.figures.people_flags import FlagLine


@dataclass(frozen=True)
class FileLine:
    """A dataset of a file, and its rows that came in and that are used."""

    file: RecordFile
    rows_in: Figure
    rows_used: Figure


@dataclass(frozen=True)
class OffenceLine:
    """One offence: records, and their share."""

    offence: str
    records: Figure
    share: Figure


@dataclass(frozen=True)
class MissingLine:
    """One property of the people of one role: the share that is not known."""

    role: str
    what: str
    missing: Figure


@dataclass(frozen=True)
class RecordsFound:
    """``offences`` by how many; ``most`` names those that may be the most frequent."""

    area: Area
    period: Period
    source: str
    crimes: Figure
    files: tuple[FileLine, ...]
    aside: tuple[tuple[RowsAside, Figure], ...]
    faults: tuple[tuple[CellFault, Figure], ...]
    offences: tuple[OffenceLine, ...]
    most: tuple[str, ...]
    missing: tuple[MissingLine, ...]
    flags: tuple[FlagLine, ...]
    notes: Mapping[str, str]
    brief: tuple[Text, ...] = ()
