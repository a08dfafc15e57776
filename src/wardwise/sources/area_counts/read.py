"""Read tables of counts by LSOA, month and offence to tidy tables."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError
from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.area_counts.accounts import files_read, rows_set_aside
from wardwise.sources.area_counts.cells import CountCells, Numbers, check_cells
from wardwise.sources.area_counts.completeness import judge_completeness
from wardwise.sources.area_counts.files import CountFile, read_count_files
from wardwise.sources.area_counts.held import DistrictMonths, judge_held
from wardwise.sources.area_counts.notices import notices
from wardwise.sources.area_counts.schema import SOURCE
from wardwise.sources.imported import Imported
from wardwise.sources.month_held import month_held_table
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.places import Places
from wardwise.sources.sum_by_key import sum_by_key
from wardwise.sources.tidy import conform


OFFENCES = len(POLICE_UK_OFFENCES)


def read_area_counts(
    *,
    folders: Sequence[Path],
    lsoas: pa.Table,
    lsoa_2011: pa.Table,
    force_quarter: pa.Table | None = None,
    today: datetime.date = datetime.date.max,
) -> Imported:
    """Every table that counts by area give; there are no records and no outcomes in them.

    With ``today``, a month that has not begun is refused.
    """
    places = PlaceNumbers(Places(lsoas, lsoa_2011))
    files = read_count_files(folders)
    now = f"{today:%Y-%m}"
    each = _same_months([check_cells(file, places=places, this_month=now) for file in files])
    if len(files) > 1:
        _check_no_overlap(files, each, places)
    cells = _together(each)
    held = judge_held(cells, places=places)
    used = _is_used(cells, held)
    tables = {
        "area_month_held": month_held_table(
            held.held_by_district, source=SOURCE, months=cells.months
        ),
        "completeness": judge_completeness(cells, held=held, force_quarter=force_quarter),
        "file_read": files_read(files, each, used),
        "set_aside": rows_set_aside(files, used),
    }
    told = notices(files, cells, held=held, used=used)
    keys, offences = _summed(cells, used, places)
    del files, each, cells, used  # a country's cells and its finished table do not lie side by side
    tables["offence_count"] = _offence_counts(keys, offences, held, places)
    return Imported(tables, told)


def _same_months(each: Sequence[CountCells]) -> list[CountCells]:
    """The same cells with one numbering of months for all files."""
    months = tuple(sorted(set().union(*(cells.months for cells in each))))
    if all(cells.months == months for cells in each):
        return list(each)
    number = {month: n for n, month in enumerate(months)}
    return [
        replace(
            cells,
            months=months,
            month=np.array([number[month] for month in cells.months], dtype=np.int64)[cells.month],
        )
        for cells in each
    ]


def _check_no_overlap(
    files: Sequence[CountFile], each: Sequence[CountCells], places: PlaceNumbers
) -> None:
    """No month and LSOA in two files: they would be counted twice."""
    seen: list[tuple[str, Numbers]] = []
    for file, cells in zip(files, each, strict=True):
        located = cells.place >= 0
        keys = np.unique(cells.month[located] * len(places.codes) + cells.place[located])
        for other, others in seen:
            shared = np.intersect1d(keys, others)
            if len(shared):
                month = cells.months[int(shared[0]) // len(places.codes)]
                raise ExtractError(
                    file=file.shown,
                    problem=f"{month} and its LSOAs are also in {other}"
                    f" ({len(shared):,} LSOAs and months).",
                    remedy="Keep one of the two files, or they would be counted twice.",
                )
        seen.append((file.shown, keys))


def _is_used(cells: CountCells, held: DistrictMonths) -> NDArray[np.bool_]:
    """Whether each cell is used: not located, or in a district that is held in the month."""
    located = cells.place >= 0
    district = held.district_of_place[np.where(located, cells.place, 0)]
    is_held: NDArray[np.bool_] = held.held[district, cells.month]
    return is_held | ~located


def _summed(
    cells: CountCells, used: NDArray[np.bool_], places: PlaceNumbers
) -> tuple[Numbers, Numbers]:
    """Offences by a number made of month, place and offence; not located is the first place."""
    place = np.maximum(cells.place, PlaceNumbers.NO_CODE) + 1
    keys = (cells.month * _slots(places) + place) * OFFENCES + cells.offence
    del place
    keys, offences = sum_by_key(keys[used], cells.offences[used])
    counted = offences > 0
    return keys[counted], offences[counted]


def _slots(places: PlaceNumbers) -> int:
    return len(places.codes) + 1  # not located, whatever the reason, is the first slot


def _offence_counts(
    keys: Numbers, offences: Numbers, held: DistrictMonths, places: PlaceNumbers
) -> pa.Table:
    slots = _slots(places)
    place = keys // OFFENCES % slots - 1
    located = place >= 0
    district = held.district_of_place[np.where(located, place, 0)]
    table = pa.table(
        {
            "source": pa.repeat(SOURCE, len(keys)),
            "month": pa.array(held.months).take(pa.array(keys // OFFENCES // slots)),
            "lsoa_code": places.lsoa_codes(place),
            "offence": pa.array(POLICE_UK_OFFENCES).take(pa.array(keys % OFFENCES)),
            "offences": offences,
            "force": pa.array(held.forces).take(pa.array(district, mask=~located)),
        }
    )
    return conform("offence_count", table)


def _together(each: Sequence[CountCells]) -> CountCells:
    if len(each) == 1:
        return each[0]
    return CountCells(
        month=np.concatenate([cells.month for cells in each]),
        place=np.concatenate([cells.place for cells in each]),
        offence=np.concatenate([cells.offence for cells in each]),
        offences=np.concatenate([cells.offences for cells in each]),
        months=each[0].months,
    )
