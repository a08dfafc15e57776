"""What a person should be told about an import, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.period import Month
from wardwise.sources.place_numbers import IRREGULAR, OUTSIDE, SPLIT
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.extracts import Choice
from wardwise.sources.police_uk.files import files_not_read
from wardwise.sources.police_uk.schema import Kind


MOST_NAMED = 5


def notices(
    batch: Batch, *, choices: Sequence[Choice], tables: Mapping[str, pa.Table]
) -> tuple[str, ...]:
    """Every notice, files first, then what concerns the whole."""
    from_files = (notice for file in batch.files for notice in file.notices)
    whole = (
        *_two_extracts(choices, batch),
        *_repeats(batch),
        *_alike_searches(batch),
        *_not_located(tables["offence_count"]),
        *_not_carried(tables.get("offence_record")),
    )
    return (*from_files, *whole)


def not_read(folders: Sequence[Path]) -> tuple[str, ...]:
    """What lies in the folder and is of no kind that is read: nobody may think it was."""
    found = files_not_read(folders)
    if not found:
        return ()
    shown = ", ".join(found[:MOST_NAMED])
    more = f" and {len(found) - MOST_NAMED:,} more" if len(found) > MOST_NAMED else ""
    said = f"Not read: {shown}{more}. Only .csv files, and .zip archives in the folder itself, are"
    return (f"{said} read; unpack the others, or take them away.",)


def _two_extracts(choices: Sequence[Choice], batch: Batch) -> Iterator[str]:
    street = [choice for choice in choices if choice.kind is Kind.STREET]
    for choice in street:
        if choice.kept == choice.earlier:
            name = batch.files[choice.kept].source.shown
            month = Month.parse(choice.month).label
            yield f"{month} is held in two extracts: {choice.why} ({name})."
    later = sum(choice.kept == choice.later for choice in street)
    if later:
        yield f"{later} months are held in two extracts, and the later one is used."


def _repeats(batch: Batch) -> Iterator[str]:
    pairs = zip(batch.files, batch.used, strict=True)
    used = [file for file, is_used in pairs if is_used]
    repeated = sum(len(file.repeats.set_aside) for file in used)
    if repeated:
        yield f"{repeated:,} records are published twice in one file; one of each was set aside."
    shared = sum(file.repeats.shared_ids for file in used)
    if shared:
        stand = "1 Crime ID stands" if shared == 1 else f"{shared:,} Crime IDs stand"
        yield f"{stand} for records that differ in offence or place; all of them are used."


def _alike_searches(batch: Batch) -> Iterator[str]:
    pairs = zip(batch.files, batch.used, strict=True)
    searches = [
        file.table
        for file, is_used in pairs
        if is_used and file.table is not None and file.source.name.kind is Kind.STOP_AND_SEARCH
    ]
    rows = sum(map(len, searches))
    again = rows - sum(len(one.group_by(one.column_names).aggregate([])) for one in searches)
    if again:
        yield (
            f"{again:,} of {rows:,} stop and search records repeat another in every column. They"
            " have no reference, and two people searched together look so: all are used."
        )


def _not_located(counts: pa.Table) -> Iterator[str]:
    total = pc.sum(counts["offences"]).as_py() or 0
    unlocated = pc.sum(counts.filter(pc.is_null(counts["lsoa_code"]))["offences"]).as_py() or 0
    if unlocated:
        yield (
            f"{unlocated:,} of {total:,} records ({100 * unlocated / total:.1f}%) have no LSOA:"
            " they are counted for the force and for no partnership."
        )


def _not_carried(records: pa.Table | None) -> Iterator[str]:
    if records is None:
        return
    for reason in (SPLIT, IRREGULAR, OUTSIDE):
        here = pc.and_(pc.equal(records["not_located"], reason), records["used"])
        rows = pc.sum(here).as_py() or 0
        if rows:
            yield f"{rows:,} records in use are not located: {reason}."
