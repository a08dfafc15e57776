"""The tidy table ``outcome_record``: every row of every outcomes file."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.imported import conform
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.records import read_records, refuse_files
from wardwise.sources.police_uk.schema import Kind
from wardwise.sources.police_uk.street import place_numbers_of


def read_outcome_records(batch: Batch, *, places: PlaceNumbers) -> pa.Table:
    """The tidy table ``outcome_record``. Shape: every row of the files, in their order.

    An outcome may come several times for one crime (it is given to each suspect): every row
    is kept, and whoever counts crimes counts Crime IDs.
    """
    read = read_records(batch.files, kind=Kind.OUTCOMES, places=places)
    place = place_numbers_of(read, places=places)
    wrong = pc.or_(
        pc.is_null(read["Outcome type"]), pa.chunked_array([place == PlaceNumbers.UNKNOWN])
    )
    refuse_files(wrong, read, batch.files, places=places)
    reasons = batch.reasons_set_aside()
    table = pa.table(
        batch.origin(read)
        | {
            "month": read["Month"],
            "crime_id": read["Crime ID"],
            "outcome": read["Outcome type"],
            "lsoa_code": places.lsoa_codes(place),
            "used": pc.is_null(reasons),
            "set_aside": reasons,
        }
    )
    return conform("outcome_record", table)
