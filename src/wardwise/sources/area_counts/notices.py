"""What a person should be told about a table of counts, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.period import Month
from wardwise.sources.area_counts.cells import CountCells
from wardwise.sources.area_counts.files import CountFile
from wardwise.sources.area_counts.held import DistrictMonths
from wardwise.sources.place_numbers import IRREGULAR, PlaceNumbers


SPLIT_WITHOUT_POINT = "LSOA 2011 split, and a count has no point to go by"
NOT_CARRIED = (
    (PlaceNumbers.SPLIT, SPLIT_WITHOUT_POINT),
    (PlaceNumbers.IRREGULAR, IRREGULAR),
)


def notices(
    files: Sequence[CountFile],
    cells: CountCells,
    *,
    held: DistrictMonths,
    used: NDArray[np.bool_],
) -> tuple[str, ...]:
    """Every notice, files first, then what concerns the whole."""
    said = (notice for file in files for notice in file.notices)
    return (*said, *_not_located(cells), *_not_held(held), *_set_aside(cells, used))


def _not_located(cells: CountCells) -> Iterator[str]:
    total = int(cells.offences.sum())
    unlocated = int(cells.offences[cells.place < 0].sum())
    if unlocated:
        yield (
            f"Area counts, of every area and month in the files: {unlocated:,} of {total:,}"
            f" offences ({100 * unlocated / total:.1f}%) have no LSOA and name no force; they are"
            " given to no partnership."
        )
    for number, why in (
        (PlaceNumbers.SPLIT, SPLIT_WITHOUT_POINT),
        (PlaceNumbers.IRREGULAR, IRREGULAR),
    ):
        here = int(cells.offences[cells.place == number].sum())
        if here:
            yield f"Area counts, of every area: {here:,} offences are not located: {why}."


def _not_held(held: DistrictMonths) -> Iterator[str]:
    """Forces that are in the table for some months only, or for none."""
    of_force = np.array(held.forces)
    for force in sorted(set(held.forces)):
        there = held.held[of_force == force].any(axis=0)
        if not there.any():
            yield f"Area counts: {force} is not held in any month."
        elif not there.all():
            gone = [Month.parse(m) for m, ok in zip(held.months, there, strict=True) if not ok]
            months = ", ".join(month.label for month in gone)
            yield f"Area counts: {force} is not held in {months}."


def _set_aside(cells: CountCells, used: NDArray[np.bool_]) -> Iterator[str]:
    if not used.all():
        yield (
            f"Area counts: {int((~used).sum()):,} rows ({int(cells.offences[~used].sum()):,}"
            " offences) lie in districts whose force is not held in the month and were set aside."
        )
