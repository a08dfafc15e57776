"""Partners' files in, tidy tables out: no person's details come further than this room."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa

from wardwise.domain.errors import EvidenceMissing, ExtractError
from wardwise.domain.settings import PartnerFileSettings
from wardwise.sources.imported import Imported
from wardwise.sources.partner_files.account import Account
from wardwise.sources.partner_files.crimes import Crimes
from wardwise.sources.partner_files.extract import Door, Extract, admitted, rows_in_use
from wardwise.sources.partner_files.extracts import One, superseded
from wardwise.sources.partner_files.legal import check_legal
from wardwise.sources.partner_files.linkage_files import with_linked_people
from wardwise.sources.partner_files.linkage_records import linkage_records
from wardwise.sources.partner_files.mapping_file import (
    MappingFile,
    find_mapping,
    part_for,
    read_mapping,
)
from wardwise.sources.partner_files.persons import read_persons
from wardwise.sources.partner_files.raw import read_raw
from wardwise.sources.partner_files.records import read_records
from wardwise.sources.partner_files.relationships import read_relationships
from wardwise.sources.partner_files.replies import read_replies
from wardwise.sources.partner_files.returns import read_returns
from wardwise.sources.partner_files.schema import Dataset, dataset_named
from wardwise.sources.partner_files.summary import file_rows
from wardwise.sources.tidy import schema


TABLE_OF = {
    "record": "partner_record",
    "person": "partner_person",
    "pair": "partner_relationship",
    "aggregate": "partner_return",
    "reply": "partner_reply",
}
# People are read after the crimes that say when it happened to them
_ORDER = ("record", "person", "pair", "aggregate", "reply")


@dataclass(frozen=True, eq=False)
class Found:
    """A file that the settings name: where it is, its mapping and its dataset."""

    asked: PartnerFileSettings
    dataset: Dataset
    path: Path
    mapping: MappingFile
    sha256: str
    size: int


@dataclass(frozen=True, eq=False)
class Read:
    """A file that was read: its rows, and the account of them."""

    found: Found
    one: One
    account: Account
    compared: pd.DataFrame | None = None  # by linkage: in memory, and never stored


def read_partner_files(
    files: Sequence[PartnerFileSettings],
    *,
    folders: Sequence[Path],
    door: Door,
    today: datetime.date | None = None,
) -> Imported:
    """Every file of the settings as tidy tables; ``folders`` are beside the settings and data.

    ``today`` refuses what was to be kept until a day that is past.
    """
    check_legal(files, today=today)
    found = [find_partner_file(one, folders=folders) for one in files]
    _refuse_twice(found)
    found.sort(key=lambda one: _ORDER.index(one.dataset.unit))
    read: list[Read] = []
    for one in found:
        read.append(read_one(one, door=door, crimes=_crimes_for(one, read)))
    kept, revisions, notices = superseded([one.one for one in read])
    told = [notice for one in read for notice in one.account.notices]
    kept, linkage = with_linked_people(
        kept, [one.compared for one in read], keys=door.keys, threshold=door.linkage_threshold
    )
    return Imported(_tables(read, kept, revisions, door) | dict(linkage), (*told, *notices))


def find_partner_file(asked: PartnerFileSettings, *, folders: Sequence[Path]) -> Found:
    """The file, beside the settings, in a data folder or in its subfolder partners."""
    dataset = dataset_named(asked.dataset)
    mapping = read_mapping(find_mapping(asked.mapping, folders=folders))
    part_for(mapping, dataset)
    places = [folder / sub / asked.file for folder in folders for sub in ("partners", ".")]
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        raise EvidenceMissing(
            file=asked.file,
            problem="the settings name this file, and no data folder holds it.",
            remedy="Put it into the subfolder 'partners' of a data folder, or beside the settings.",
        )
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return Found(asked, dataset, path, mapping, digest.hexdigest(), path.stat().st_size)


def read_one(found: Found, *, door: Door, crimes: Crimes | None = None) -> Read:
    """One file's rows."""
    dataset, name = found.dataset, found.asked.file
    part = admitted(part_for(found.mapping, dataset), dataset=dataset, asked=found.asked)
    whole = found.mapping.mapping.model_copy(
        update={"datasets": {**found.mapping.mapping.datasets, dataset.name: part}}
    )
    raw = read_raw(found.path, file=name, mapping=whole, dataset=dataset.name)
    extract = Extract(found.asked, dataset, part, raw, door, rows_in_use(raw, part))
    table = TABLE_OF[dataset.unit]
    rows = tidy_rows_of(extract, crimes)
    received = found.asked.received_on.isoformat()
    one = One(table, rows, dataset.name, found.asked.supplier, name, received)
    compared = linkage_records(extract, rows) if found.asked.linkage else None
    return Read(found, one, extract.account, compared)


def tidy_rows_of(extract: Extract, crimes: Crimes | None) -> pa.Table:
    """The tidy table of an extract, by what one row of its dataset is."""
    if extract.dataset.unit == "person":
        return read_persons(extract, crimes=crimes)
    readers = {
        "record": read_records,
        "pair": read_relationships,
        "aggregate": read_returns,
        "reply": read_replies,
    }
    return readers[extract.dataset.unit](extract)


def _crimes_for(found: Found, read: Sequence[Read]) -> Crimes | None:
    """Crimes of the same supplier, where there are any."""
    tables = [
        one.one.rows
        for one in read
        if one.one.dataset == "recorded_crime" and one.one.supplier == found.asked.supplier
    ]
    return Crimes(tables) if tables and found.dataset.unit == "person" else None


def _refuse_twice(found: Sequence[Found]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for one in found:
        key = one.sha256, one.dataset.name
        if key in seen:
            raise ExtractError(
                file=one.asked.file,
                problem=f"its bytes are those of {seen[key]}, which is {one.dataset.name} too:"
                " it is the same extract.",
                remedy="Take one of them out of partner_files.",
            )
        seen[key] = one.asked.file


def _tables(
    read: Sequence[Read], kept: Sequence[One], revisions: pa.Table, door: Door
) -> dict[str, pa.Table]:
    tables: dict[str, list[pa.Table]] = {name: [] for name in TABLE_OF.values()}
    for one in kept:
        tables[one.table].append(one.rows)
    sources = [(one.found.dataset.source, one.found.asked.file, one.account) for one in read]
    joined = {
        **{name: _joined(name, parts) for name, parts in tables.items()},
        "partner_fault": _joined(
            "partner_fault", [a.faults_table(source=s, file=f) for s, f, a in sources]
        ),
        "partner_quality": _joined(
            "partner_quality", [a.quality_table(source=s, file=f) for s, f, a in sources]
        ),
        "partner_revision": revisions,
    }
    found = [(one.found, rows) for one, rows in zip(read, kept, strict=True)]
    return {**joined, **file_rows(found, fingerprint=door.keys.fingerprint)}


def _joined(name: str, parts: Sequence[pa.Table]) -> pa.Table:
    return pa.concat_tables([schema(name).empty_table(), *parts])
