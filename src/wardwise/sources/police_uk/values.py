"""Whether the values of a file are sound, quickly; ``faults.py`` says what is not."""

from __future__ import annotations

import math

import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.cells import UNKNOWN_OFFENCE, FileCells, place_numbers
from wardwise.sources.police_uk.faults import is_dated
from wardwise.sources.police_uk.file_names import FileName
from wardwise.sources.police_uk.schema import EAST, NORTH, SOUTH, WEST, Kind


def are_sound(
    table: pa.Table, *, cells: FileCells | None, name: FileName, places: PlaceNumbers
) -> bool:
    """Whether every value of the columns that are read is one that it may be."""
    if not _points_are_sound(table):
        return False
    if cells is not None:
        return not bool(
            (cells.place == places.UNKNOWN).any() or (cells.offence == UNKNOWN_OFFENCE).any()
        )
    if name.kind is Kind.STOP_AND_SEARCH:
        dates = table["Date"].to_pylist()
        return all(is_dated(date or "", month=name.month) for date in dates)
    _, numbers = place_numbers(table["LSOA code"], places)
    return not bool((numbers == places.UNKNOWN).any() or table["Outcome type"].null_count)


def _points_are_sound(table: pa.Table) -> bool:
    """Every point in or near Great Britain and Northern Ireland, or not there at all."""
    return _is_within(table["Longitude"], WEST, EAST) and _is_within(
        table["Latitude"], SOUTH, NORTH
    )


def _is_within(column: pa.ChunkedArray, low: float, high: float) -> bool:
    least, most = pc.min_max(column).as_py().values()
    if least is None:
        return True
    # 'nan' reads as a number that is neither below nor above: only a sum shows it
    return bool(low <= least <= most <= high) and not math.isnan(pc.sum(column).as_py())
