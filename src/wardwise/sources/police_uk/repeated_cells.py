"""Records that are set aside as repeats, taken off the counts of their file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.cells import OFFENCE_NUMBER, FileCells, cell_keys
from wardwise.sources.police_uk.points import places_by_point
from wardwise.sources.police_uk.repeats import Repeats


def take_off_repeats(
    cells: Sequence[FileCells], repeats: Sequence[Repeats], *, places: PlaceNumbers
) -> list[FileCells]:
    """The same cells of each file, in order of their keys, without its repeated records."""
    rows = [fields for each in repeats for fields in each.set_aside.values()]
    if not rows:
        return list(cells)
    offence = np.array([OFFENCE_NUMBER[fields[9]] for fields in rows])
    keys = cell_keys(_places_of(rows, places), offence)
    ends = np.cumsum([len(each.set_aside) for each in repeats])
    by_file = np.split(keys, ends[:-1])  # points are looked up for all files together
    return [_without(each, keys) for each, keys in zip(cells, by_file, strict=True)]


def _without(cells: FileCells, keys: NDArray[np.int64]) -> FileCells:
    if not len(keys):
        return cells
    records = cells.records.copy()
    np.subtract.at(records, np.searchsorted(cell_keys(cells.place, cells.offence), keys), 1)
    left = records > 0
    return FileCells(place=cells.place[left], offence=cells.offence[left], records=records[left])


def _places_of(rows: Sequence[Sequence[str]], places: PlaceNumbers) -> NDArray[np.int64]:
    """Place number of rows of a file, below 0 where they are not located."""
    numbers = np.array([places.number_of(fields[7]) for fields in rows])
    split = np.flatnonzero(places.are_split(numbers)).tolist()
    if split:
        numbers[split] = places_by_point(
            [rows[n][7] for n in split],
            np.array([float(rows[n][4] or "nan") for n in split]),
            np.array([float(rows[n][5] or "nan") for n in split]),
            places=places,
        )
    return numbers
