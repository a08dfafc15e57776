"""One street file to counts by place and offence."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.place_numbers import PlaceNumbers


Numbers = NDArray[np.int64]
Counts = NDArray[np.int32]
Points = NDArray[np.float64]

OFFENCE_BITS = 4  # police.uk has 14 crime types
OFFENCE_NUMBER = {name: number for number, name in enumerate(POLICE_UK_OFFENCES)}
UNKNOWN_OFFENCE = -1


@dataclass(frozen=True, eq=False)
class SplitRows:
    """Rows in LSOAs 2011 that were split, which go by their points. Shape: rows."""

    codes: tuple[str, ...]
    longitudes: Points
    latitudes: Points
    offence: Counts


@dataclass(frozen=True, eq=False)
class FileCells:
    """Records of one file by place and offence. Shape: cells with a count above 0."""

    place: Counts
    offence: Counts
    records: Counts
    split: SplitRows | None = field(default=None)


def count_file(table: pa.Table, *, places: PlaceNumbers) -> FileCells:
    """Count the rows of a street file whose values are sound."""
    place_at, place = place_numbers(table["LSOA code"], places)
    offence_at, offence = offence_numbers(table["Crime type"])
    counts = np.bincount(place_at * len(offence) + offence_at)
    present = np.flatnonzero(counts)
    at = np.divmod(present, len(offence))
    cells = _cells(place[at[0]], offence[at[1]], counts[present])
    is_split = places.are_split(place)
    if not is_split.any():
        return cells
    return _with_split_rows(cells, table, is_split[place_at], places)


def cell_keys(place: Counts | Numbers, offence: Counts | Numbers) -> Numbers:
    """One number for place and offence; every not located place is one place, the first."""
    at = np.maximum(place, PlaceNumbers.NO_CODE).astype(np.int64) + 1
    keys: Numbers = at << OFFENCE_BITS | offence
    return keys


def cells_of_keys(keys: Numbers, records: Numbers) -> FileCells:
    """The cells that the keys stand for."""
    place, offence = (keys >> OFFENCE_BITS) - 1, keys & ((1 << OFFENCE_BITS) - 1)
    return _cells(place, offence, records)


def _cells(place: Numbers, offence: Numbers, records: Numbers) -> FileCells:
    return FileCells(
        place=place.astype(np.int32),
        offence=offence.astype(np.int32),
        records=records.astype(np.int32),
    )


def place_numbers(column: pa.ChunkedArray, places: PlaceNumbers) -> tuple[Numbers, Numbers]:
    """Position of each row's code among the distinct ones, and the place number of each.

    The last distinct one stands for rows without a code.
    """
    at, codes = _distinct(column)
    known = places.known
    numbers = [known[code] if code in known else places.number_of(code) for code in codes]
    return at, np.array([*numbers, places.NO_CODE], dtype=np.int64)


def offence_numbers(column: pa.ChunkedArray) -> tuple[Numbers, Numbers]:
    """Position of each row's type among the distinct ones, and the offence number of each."""
    at, types = _distinct(column)
    numbers = [OFFENCE_NUMBER.get(name, UNKNOWN_OFFENCE) for name in types]
    return at, np.array([*numbers, UNKNOWN_OFFENCE], dtype=np.int64)


def _distinct(column: pa.ChunkedArray) -> tuple[Numbers, list[str]]:
    encoded = column.combine_chunks()
    texts = encoded.dictionary.to_pylist()
    at = encoded.indices.fill_null(len(texts)).to_numpy(zero_copy_only=False)
    return at.astype(np.int64), texts


def _with_split_rows(
    cells: FileCells, table: pa.Table, is_split: NDArray[np.bool_], places: PlaceNumbers
) -> FileCells:
    """The cells of LSOAs that were not split, and the rows of those that were."""
    rows = table.filter(pa.array(is_split))
    at, offence = offence_numbers(rows["Crime type"])
    whole = ~places.are_split(cells.place)
    return FileCells(
        place=cells.place[whole],
        offence=cells.offence[whole],
        records=cells.records[whole],
        split=SplitRows(
            codes=tuple(rows["LSOA code"].cast(pa.string()).to_pylist()),
            longitudes=rows["Longitude"].to_numpy(),
            latitudes=rows["Latitude"].to_numpy(),
            offence=offence[at].astype(np.int32),
        ),
    )
