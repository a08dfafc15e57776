"""The tidy table ``offence_record``: every row of every street file, used or set aside."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.cells import place_numbers
from wardwise.sources.police_uk.points import places_by_point
from wardwise.sources.police_uk.records import as_text, read_records
from wardwise.sources.police_uk.schema import Kind
from wardwise.sources.tidy import conform


def read_offence_records(batch: Batch, *, places: PlaceNumbers) -> pa.Table:
    """The tidy table ``offence_record``. Shape: every row of the files, in their order."""
    read = read_records(batch.files, kind=Kind.STREET)
    place = places_of_rows(read, places=places)
    reasons = batch.reasons_set_aside()
    table = pa.table(
        batch.origin(read)
        | {
            "month": read["Month"],
            "crime_id": read["Crime ID"],
            "offence": as_text(read["Crime type"]),
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


def places_of_rows(read: pa.Table, *, places: PlaceNumbers) -> NDArray[np.int64]:
    """Place number of each row, split LSOAs by the row's point. Shape: rows."""
    at, number = place_numbers(read["LSOA code"], places)
    numbers: NDArray[np.int64] = number[at]
    split = np.flatnonzero(places.are_split(numbers))
    if len(split):
        rows = read.select(["LSOA code", "Longitude", "Latitude"]).take(split)
        numbers[split] = places_by_point(
            as_text(rows["LSOA code"]).to_pylist(),
            rows["Longitude"].to_numpy(),
            rows["Latitude"].to_numpy(),
            places=places,
        )
    return numbers
