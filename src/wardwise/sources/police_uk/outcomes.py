"""The tidy table ``outcome_record``: every row of every outcomes file."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.records import as_text, read_records
from wardwise.sources.police_uk.schema import Kind
from wardwise.sources.police_uk.street import places_of_rows
from wardwise.sources.tidy import conform


def read_outcome_records(batch: Batch, *, places: PlaceNumbers) -> pa.Table:
    """The tidy table ``outcome_record``. Shape: every row of the files, in their order.

    An outcome may come several times for one crime (it is given to each suspect): every row
    is kept, and whoever counts crimes counts Crime IDs.
    """
    read = read_records(batch.files, kind=Kind.OUTCOMES)
    reasons = batch.reasons_set_aside()
    table = pa.table(
        batch.origin(read)
        | {
            "month": read["Month"],
            "crime_id": read["Crime ID"],
            "outcome": as_text(read["Outcome type"]),
            "lsoa_code": places.lsoa_codes(places_of_rows(read, places=places)),
            "used": pc.is_null(reasons),
            "set_aside": reasons,
        }
    )
    return conform("outcome_record", table)
