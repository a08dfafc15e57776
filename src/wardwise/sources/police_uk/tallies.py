"""Cells to the tidy counts: repeated records taken off, summed, in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.points import places_by_point
from wardwise.sources.police_uk.schema import SOURCE
from wardwise.sources.police_uk.splits import share_out_splits
from wardwise.sources.sum_by_key import sum_by_key
from wardwise.sources.tidy import conform


# England and Wales have 35,672 LSOAs 2021, and police.uk 14 crime types
PLACE_BITS, OFFENCE_BITS = 20, 4


def offence_counts(batch: Batch, *, places: PlaceNumbers) -> pa.Table:
    """The tidy table ``offence_count`` of the street files that are used."""
    at = [number for number, is_used in enumerate(batch.used) if is_used]
    counted = [each for number in at if (each := batch.files[number].cells) is not None]
    cells = share_out_splits(counted, places=places)
    file = np.repeat(np.array(at), [len(each.place) for each in cells])
    place, offence = (
        np.concatenate([getattr(each, name) for each in cells]) for name in ("place", "offence")
    )
    records = np.concatenate([each.records for each in cells])
    keys, records = sum_by_key(_keys(file, place, offence), records)
    records = records - _repeated(keys, batch, places=places)
    if len(records) and not records.all():
        keys, records = keys[records > 0], records[records > 0]
    return _tidy(keys, records, batch, places=places)


def _keys(
    file: NDArray[np.int64], place: NDArray[np.int64], offence: NDArray[np.int64]
) -> NDArray[np.int64]:
    """One number for file, place and offence; every not located place is one place, the first."""
    at = np.maximum(place, PlaceNumbers.NO_CODE) + 1
    return file << (PLACE_BITS + OFFENCE_BITS) | at << OFFENCE_BITS | offence


def _tidy(
    keys: NDArray[np.int64], records: NDArray[np.int64], batch: Batch, *, places: PlaceNumbers
) -> pa.Table:
    file = pa.array(keys >> (PLACE_BITS + OFFENCE_BITS))
    place = (keys >> OFFENCE_BITS & ((1 << PLACE_BITS) - 1)) - 1
    months = pa.array([each.source.name.month for each in batch.files], pa.string())
    forces = pa.array([each.force for each in batch.files], pa.string())
    offence = pa.array(keys & ((1 << OFFENCE_BITS) - 1))
    # Writing out texts is most of the work, and does not hold the other threads up
    with ThreadPoolExecutor(4) as pool:
        written = {
            "month": pool.submit(months.take, file),
            "lsoa_code": pool.submit(places.lsoa_codes, place),
            "offence": pool.submit(pa.array(POLICE_UK_OFFENCES).take, offence),
            "force": pool.submit(forces.take, file),
        }
        columns = {name: column.result() for name, column in written.items()}
    source = pa.repeat(SOURCE, len(keys))
    return conform("offence_count", pa.table({"source": source, "offences": records} | columns))


def _repeated(keys: NDArray[np.int64], batch: Batch, *, places: PlaceNumbers) -> NDArray[np.int64]:
    """How many records of each key are repeats. Shape: keys."""
    off = np.zeros(len(keys), dtype=np.int64)
    rows = [
        (number, fields)
        for number, file in enumerate(batch.files)
        if batch.used[number]
        for fields in file.repeats.set_aside.values()
    ]
    if rows:
        place = _places_of([fields for _, fields in rows], places)
        offence = np.array([POLICE_UK_OFFENCES.index(fields[9]) for _, fields in rows])
        number = np.array([number for number, _ in rows])
        np.add.at(off, np.searchsorted(keys, _keys(number, place, offence)), 1)
    return off


def _places_of(rows: Sequence[Sequence[str]], places: PlaceNumbers) -> NDArray[np.int64]:
    """Place number of rows of a file, 'not located' being -1 whatever the reason."""
    numbers = np.array([places.number_of(fields[7]) for fields in rows])
    split = np.flatnonzero(places.are_split(numbers)).tolist()
    if split:
        numbers[split] = places_by_point(
            [rows[n][7] for n in split],
            np.array([float(rows[n][4] or "nan") for n in split]),
            np.array([float(rows[n][5] or "nan") for n in split]),
            places=places,
        )
    located: NDArray[np.int64] = np.maximum(numbers, PlaceNumbers.NO_CODE)
    return located
