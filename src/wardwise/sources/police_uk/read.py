"""Read data.police.uk archives to tidy tables: the story, from files to counts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from wardwise.sources.force_names import force_key
from wardwise.sources.imported import Imported
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.places import Places
from wardwise.sources.police_uk.accounts import files_read, rows_set_aside
from wardwise.sources.police_uk.batch import Batch, make_batch
from wardwise.sources.police_uk.comparison import compare_extracts
from wardwise.sources.police_uk.completeness import districts_held, judge_completeness
from wardwise.sources.police_uk.files import SourceFile, find_files
from wardwise.sources.police_uk.notices import not_read, notices
from wardwise.sources.police_uk.outcomes import read_outcome_records
from wardwise.sources.police_uk.read_files import read_files
from wardwise.sources.police_uk.schema import Kind
from wardwise.sources.police_uk.stop_search import read_stop_search_records
from wardwise.sources.police_uk.street import read_offence_records
from wardwise.sources.police_uk.tallies import offence_counts


def read_police_uk(
    *,
    folders: Sequence[Path],
    lsoas: pa.Table,
    lsoa_2011: pa.Table,
    force_quarter: pa.Table | None = None,
    today: datetime.date = datetime.date.max,
) -> Imported:
    """Every table that police.uk archives give, record by record.

    With ``today``, a file of a month that has not begun is refused.
    """
    found = find_files(folders, today=today)
    places = _places(found, folders, lsoas, lsoa_2011)
    batch, choices = make_batch(read_files(found, places=places, with_records=True))
    street = batch.of(Kind.STREET)
    counts = offence_counts(street, places=places)
    records = {
        "offence_record": read_offence_records(street, places=places),
        "outcome_record": read_outcome_records(batch.of(Kind.OUTCOMES), places=places),
        "stop_search_record": read_stop_search_records(
            batch.of(Kind.STOP_AND_SEARCH), places=places, forces=_force_names(street)
        ),
    }
    judged = {
        "extract_comparison": compare_extracts(
            records["offence_record"], choices=choices, batch=batch
        ),
        "completeness": judge_completeness(
            counts,
            batch=batch,
            choices=choices,
            force_quarter=force_quarter,
            places=places.places,
        ),
    }
    tables = {"offence_count": counts} | records | judged | _accounts(batch, places)
    said = notices(batch, choices=choices, tables=tables)
    return Imported(tables, (*not_read(folders), *said))


def count_police_uk(*, folders: Sequence[Path], lsoas: pa.Table, lsoa_2011: pa.Table) -> Imported:
    """The counts alone, through the same checks, for archives too large to hold as records."""
    found = [file for file in find_files(folders) if file.name.kind is Kind.STREET]
    places = _places(found, folders, lsoas, lsoa_2011)
    batch, choices = make_batch(read_files(found, places=places, with_records=False))
    tables = {"offence_count": offence_counts(batch, places=places)} | _accounts(batch, places)
    said = notices(batch, choices=choices, tables=tables)
    return Imported(tables, (*not_read(folders), *said))


def _places(
    found: Sequence[SourceFile], folders: Sequence[Path], lsoas: pa.Table, lsoa_2011: pa.Table
) -> PlaceNumbers:
    forces = frozenset(force_key(file.name.force) for file in found)
    return PlaceNumbers(Places(lsoas, lsoa_2011, tuple(folders), forces))


def _force_names(street: Batch) -> dict[str, str]:
    return {force_key(file.force): file.force for file in street.files}


def _accounts(batch: Batch, places: PlaceNumbers) -> dict[str, pa.Table]:
    return {
        "file_read": files_read(batch),
        "set_aside": rows_set_aside(batch),
        "area_month_held": districts_held(batch.of(Kind.STREET), places=places.places),
    }
