"""Cells to the tidy counts: repeated records taken off, summed, in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.imported import conform
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.counts import Cells
from wardwise.sources.police_uk.points import places_by_point
from wardwise.sources.police_uk.schema import SOURCE
from wardwise.sources.sum_by_key import sum_by_key


OFFENCES = len(POLICE_UK_OFFENCES)


def offence_counts(cells: Cells, batch: Batch, *, places: PlaceNumbers) -> pa.Table:
    """The tidy table ``offence_count`` of the files that are used."""
    slots = len(places.codes) + 1  # every not located place is one slot: the first
    keep = np.asarray(batch.used)[cells.file]
    place = np.maximum(cells.place, PlaceNumbers.NO_CODE) + 1
    keys = (cells.file * slots + place) * OFFENCES + cells.offence
    keys, records = sum_by_key(keys[keep], cells.records[keep])
    records = records - _repeated(keys, batch, places=places)
    keys, records = keys[records > 0], records[records > 0]
    offence = keys % OFFENCES
    place = keys // OFFENCES % slots - 1
    file = keys // OFFENCES // slots
    months = pa.array([each.source.name.month for each in batch.files])
    forces = pa.array([each.force for each in batch.files])
    table = pa.table(
        {
            "source": pa.repeat(SOURCE, len(file)),
            "month": months.take(pa.array(file)),
            "lsoa_code": places.lsoa_codes(place),
            "offence": pa.array(POLICE_UK_OFFENCES).take(pa.array(offence)),
            "offences": records,
            "force": forces.take(pa.array(file)),
        }
    )
    return conform("offence_count", table)


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
        place = _places_of([fields for _, fields in rows], places) + 1
        offence = np.array([POLICE_UK_OFFENCES.index(fields[9]) for _, fields in rows])
        number = np.array([number for number, _ in rows])
        wanted = (number * (len(places.codes) + 1) + place) * OFFENCES + offence
        np.add.at(off, np.searchsorted(keys, wanted), 1)
    return off


def _places_of(rows: Sequence[Sequence[str]], places: PlaceNumbers) -> NDArray[np.int64]:
    """Place number of rows of a file, 'not located' being -1 whatever the reason."""
    known = dict(zip(*places.table.to_pydict().values(), strict=True))
    numbers = np.array([known.get(fields[7], PlaceNumbers.NO_CODE) for fields in rows])
    split = np.flatnonzero(numbers >= len(places.codes)).tolist()
    if split:
        numbers[split] = places_by_point(
            [rows[n][7] for n in split],
            np.array([float(rows[n][4] or "nan") for n in split]),
            np.array([float(rows[n][5] or "nan") for n in split]),
            places=places,
        )
    located: NDArray[np.int64] = np.maximum(numbers, PlaceNumbers.NO_CODE)
    return located
