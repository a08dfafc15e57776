"""Give the records of split LSOAs to the new ones, by their points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.cells import Counts, FileCells, SplitRows
from wardwise.sources.police_uk.points import places_by_point


def share_out_splits(cells: Sequence[FileCells], *, places: PlaceNumbers) -> list[FileCells]:
    """The same cells, with the rows of split LSOAs counted in the new ones."""
    at = [number for number, each in enumerate(cells) if each.split is not None]
    if not at:
        return list(cells)
    every = [split for each in cells if (split := each.split) is not None]
    placed = _placed(every, places)
    shared = list(cells)
    for number, split, place in zip(at, every, placed, strict=True):
        shared[number] = FileCells(
            place=np.append(cells[number].place, place),
            offence=np.append(cells[number].offence, split.offence),
            records=np.append(cells[number].records, np.ones_like(place)),
        )
    return shared


def _placed(every: Sequence[SplitRows], places: PlaceNumbers) -> list[Counts]:
    """Place number of every row, by file; all points are looked up together."""
    numbers = places_by_point(
        [code for split in every for code in split.codes],
        np.concatenate([split.longitudes for split in every]),
        np.concatenate([split.latitudes for split in every]),
        places=places,
    )
    ends = np.cumsum([len(split.codes) for split in every])
    return np.split(numbers.astype(np.int32), ends[:-1])
