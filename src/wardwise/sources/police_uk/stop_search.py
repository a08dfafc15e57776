"""The tidy table ``stop_search_record``: every search, with the LSOA of its point."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.force_names import force_key
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.points import lsoas_by_point
from wardwise.sources.police_uk.records import read_records
from wardwise.sources.police_uk.schema import Kind
from wardwise.sources.tidy import conform


# Published name → ours, for the columns that are taken over as they are
TAKEN_OVER = {
    "Type": "type",
    "Gender": "gender",
    "Age range": "age_range",
    "Self-defined ethnicity": "self_defined_ethnicity",
    "Officer-defined ethnicity": "officer_defined_ethnicity",
    "Legislation": "legislation",
    "Object of search": "object_of_search",
    "Outcome": "outcome",
    "Outcome linked to object of search": "linked_to_object",
    "Longitude": "longitude",
    "Latitude": "latitude",
}


def read_stop_search_records(
    batch: Batch, *, places: PlaceNumbers, forces: Mapping[str, str]
) -> pa.Table:
    """The tidy table ``stop_search_record``. Shape: every row of the files, in their order.

    The month is the file's: a search in the first hour of a summer month is dated in
    universal time and so bears the last day of the month before. ``forces`` gives the name
    that the street files use, by its key, because these files name no force.
    """
    read = read_records(batch.files, kind=Kind.STOP_AND_SEARCH)
    reasons = batch.reasons_set_aside()
    number = read["file_number"]
    slugs = [file.source.name.force for file in batch.files]
    names = pa.array([forces.get(force_key(slug), slug) for slug in slugs], pa.string())
    months = pa.array([file.source.name.month for file in batch.files], pa.string())
    table = pa.table(
        batch.origin(read)
        | {"force": names.take(number), "month": months.take(number)}
        | {ours: read[published] for published, ours in TAKEN_OVER.items()}
        | {
            "lsoa_code": _located(read, places),
            "used": pc.is_null(reasons),
            "set_aside": reasons,
        }
    )
    return conform("stop_search_record", table)


def _located(read: pa.Table, places: PlaceNumbers) -> pa.Array:
    """LSOA 2021 of each search by its point, where the outline is held. Shape: rows."""
    longitudes = read["Longitude"].to_numpy().astype(np.float64)
    latitudes = read["Latitude"].to_numpy().astype(np.float64)
    return lsoas_by_point(longitudes, latitudes, boundaries=places.places.boundaries)
