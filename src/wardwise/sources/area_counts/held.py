"""Which districts a table of counts holds in which months. The written rule.

A table of counts has no row where nothing was counted, so a missing row may be nought or may
be a force that did not publish. Rows of a force that is absent still turn up, because other
forces place a few of their records in its area. Therefore:

* for each district that the table ever names, its offences per LSOA in the month are divided
  by those of the median district of that month (LSOAs hold about equal numbers of people);
* a force is held in a month if the median of its districts reaches a quarter; otherwise all
  of its districts are not held, and their few rows are set aside;
* a district of a force that is held, but without any row in the month, is not held either.

In the table of May 2023 to December 2025, the lowest ratio of a force that did publish is
0.4; Greater Manchester has 0.003, Gwent after August 2025 0.01, Dyfed-Powys 0.05 to 0.23
from January to April 2024.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from wardwise.sources.area_counts.cells import CountCells
from wardwise.sources.place_numbers import PlaceNumbers


HELD_FROM = 0.25
NOT_HELD = "the force is not held in this month: the row was recorded by another force"


@dataclass(frozen=True, eq=False)
class DistrictMonths:
    """Whether each district is held in each month. Shape: districts × months."""

    districts: tuple[str, ...]
    forces: tuple[str, ...]  # of each district
    district_of_place: NDArray[np.int64]  # by place number of an LSOA 2021
    held: NDArray[np.bool_]
    months: tuple[str, ...]

    @cached_property
    def held_by_district(self) -> dict[str, set[str]]:
        """District code → months held."""
        return {
            code: {month for month, is_held in zip(self.months, row, strict=True) if is_held}
            for code, row in zip(self.districts, self.held, strict=True)
        }


def judge_held(cells: CountCells, *, places: PlaceNumbers) -> DistrictMonths:
    """Apply the rule to the located cells."""
    districts, forces, district_of_place = _districts(places)
    located = cells.place >= 0
    at = district_of_place[cells.place[located]] * len(cells.months) + cells.month[located]
    size = len(districts) * len(cells.months)
    offences = np.bincount(at, weights=cells.offences[located], minlength=size)
    offences = offences.reshape(len(districts), len(cells.months))
    lsoas = np.bincount(district_of_place, minlength=len(districts))
    per_lsoa = offences / lsoas[:, None]
    per_lsoa[offences.sum(axis=1) == 0] = np.nan  # never named: the table is not about it
    return DistrictMonths(
        districts=districts,
        forces=forces,
        district_of_place=district_of_place,
        held=_force_is_held(per_lsoa, forces) & (offences > 0),
        months=cells.months,
    )


def _force_is_held(per_lsoa: NDArray[np.float64], forces: tuple[str, ...]) -> NDArray[np.bool_]:
    """For each district and month, whether its force is held. Shape: districts × months."""
    held = np.zeros(per_lsoa.shape, dtype=bool)
    named = ~np.isnan(per_lsoa).all(axis=1)
    if not named.any():
        return held
    typical = np.nanmedian(per_lsoa[named], axis=0)
    of_force = np.array(forces)
    for force in sorted(set(forces)):
        mine = (of_force == force) & named
        if mine.any():
            held[mine] = np.median(per_lsoa[mine], axis=0) >= HELD_FROM * typical
    return held


def _districts(
    places: PlaceNumbers,
) -> tuple[tuple[str, ...], tuple[str, ...], NDArray[np.int64]]:
    rows = places.places.lsoa.select(["lsoa_code", "district_code", "force_name"]).to_pydict()
    force_of = dict(zip(rows["district_code"], rows["force_name"], strict=True))
    districts = tuple(sorted(force_of))
    number = {code: n for n, code in enumerate(districts)}
    district_of = dict(zip(rows["lsoa_code"], rows["district_code"], strict=True))
    return (
        districts,
        tuple(force_of[code] for code in districts),
        np.array([number[district_of[code]] for code in places.codes], dtype=np.int64),
    )
