"""Whether the values of a file are sound, quickly; ``faults.py`` says what is not."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.cells import UNKNOWN_OFFENCE, offence_numbers, place_numbers
from wardwise.sources.police_uk.faults import is_dated
from wardwise.sources.police_uk.file_names import FileName
from wardwise.sources.police_uk.schema import EAST, NORTH, SOUTH, WEST, Kind


def are_sound(table: pa.Table, *, name: FileName, places: PlaceNumbers) -> bool:
    """Whether every value of the columns that are read is one that it may be."""
    if not _points_are_sound(table):
        return False
    if name.kind is Kind.STOP_AND_SEARCH:
        dates = table["Date"].to_pylist()
        return all(is_dated(date or "", month=name.month) for date in dates)
    at, numbers = place_numbers(table["LSOA code"], places)
    if (numbers == places.UNKNOWN).any():
        return False
    if name.kind is Kind.OUTCOMES:
        return bool(table["Outcome type"].null_count == 0)
    at, numbers = offence_numbers(table["Crime type"])
    return not bool((numbers[np.unique(at)] == UNKNOWN_OFFENCE).any())


def _points_are_sound(table: pa.Table) -> bool:
    """Every point in or near Great Britain and Northern Ireland, or not there at all."""
    return all(
        low <= least <= most <= high
        for column, low, high in (("Longitude", WEST, EAST), ("Latitude", SOUTH, NORTH))
        for least, most in [_range(table[column])]
        if least is not None and most is not None
    )


def _range(column: pa.ChunkedArray) -> tuple[float | None, float | None]:
    """Least and most, NaN counting as one of them; None if there is no value."""
    found = pc.min_max(column).as_py()
    if pc.any(pc.is_nan(column)).as_py():
        return float("nan"), float("nan")
    return found["min"], found["max"]
