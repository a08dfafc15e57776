"""The tidy table ``offence_record``: every row of every street file, used or set aside."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.sources.imported import conform
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.points import places_by_point
from wardwise.sources.police_uk.records import read_records
from wardwise.sources.police_uk.schema import Kind


def read_offence_records(batch: Batch, *, places: PlaceNumbers) -> pa.Table:
    """The tidy table ``offence_record``. Shape: every row of the files, in their order."""
    read = read_records(batch.files, kind=Kind.STREET, places=places)
    place = place_numbers_of(read, places=places)
    reasons = batch.reasons_set_aside()
    table = pa.table(
        batch.origin(read)
        | {
            "month": read["Month"],
            "crime_id": read["Crime ID"],
            "offence": read["Crime type"],
            "lsoa_code": places.lsoa_codes(place),
            "not_located": places.reasons(place),
            "longitude": read["Longitude"],
            "latitude": read["Latitude"],
            "location": read["Location"],
            "outcome": read["Last outcome category"],
            "used": pc.is_null(reasons),
            "set_aside": reasons,
        }
    )
    return conform("offence_record", table)


def place_numbers_of(read: pa.Table, *, places: PlaceNumbers) -> NDArray[np.int64]:
    """Place number of each row, split LSOAs by the row's point. Shape: rows."""
    codes = read["LSOA code"].combine_chunks().dictionary_encode()
    known = dict(zip(*places.table.to_pydict().values(), strict=True))
    of_code = [
        known.get(code, PlaceNumbers.UNKNOWN if places.is_unknown(code) else PlaceNumbers.OUTSIDE)
        for code in codes.dictionary.to_pylist()
    ]
    at = codes.indices.fill_null(len(of_code)).to_numpy(zero_copy_only=False)
    numbers: NDArray[np.int64]
    numbers = np.array([*of_code, PlaceNumbers.NO_CODE], dtype=np.int64)[at]
    split = np.flatnonzero(numbers >= len(places.codes))
    if len(split):
        rows = read.select(["LSOA code", "Longitude", "Latitude"]).take(split)
        numbers[split] = places_by_point(
            rows["LSOA code"].to_pylist(),
            rows["Longitude"].to_numpy(),
            rows["Latitude"].to_numpy(),
            places=places,
        )
    return numbers
