"""The LSOAs of 2011: mostly those of 2021, a few since split and a few since merged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from wardwise.demo.land import Land
from wardwise.demo.points import SnapPoints
from wardwise.demo.randomness import stream


SPLITS, MERGES = 9, 4


@dataclass(frozen=True, eq=False)
class Lsoa2011:
    """``west`` and ``east`` are the 2011 codes of the two halves of each LSOA of 2021.

    They are the same code but where two LSOAs of 2011 were merged. Shape: LSOAs.
    """

    west: NDArray[np.str_]
    east: NDArray[np.str_]
    change: NDArray[np.str_]  # U unchanged, S split, M merged

    def rows(self) -> list[tuple[str, int, str]]:
        """2011 code, position of the LSOA of 2021, change: one row a pair, as the lookup has."""
        pairs = []
        for position, (west, east, change) in enumerate(
            zip(self.west, self.east, self.change, strict=True)
        ):
            pairs += [(str(code), position, str(change)) for code in dict.fromkeys((west, east))]
        return pairs


def make_lsoa_2011(land: Land, seed: int) -> Lsoa2011:
    """Choose which neighbours were one LSOA in 2011, and which LSOAs were two."""
    random = stream(seed, "lsoa 2011")
    west, change = land.lsoa_code.copy(), np.full(land.lsoas, "U")
    east = west.copy()
    free = list(random.permutation(np.flatnonzero(land.in_midshire)))
    number = 9001
    for _ in range(SPLITS):
        first, second = _neighbours(land, free)
        west[[first, second]] = east[[first, second]] = f"E0198{number}"
        change[[first, second]] = "S"
        number += 1
    for _ in range(MERGES):
        whole = free.pop()
        west[whole], east[whole] = f"E0198{number}", f"E0198{number + 1}"
        change[whole] = "M"
        number += 2
    return Lsoa2011(west=west, east=east, change=change)


def _neighbours(land: Land, free: list[int]) -> tuple[int, int]:
    while True:
        first = free.pop()
        for second in free:
            alike = land.ward_of[first] == land.ward_of[second]
            if alike and shapely.touches(land.outline[first], land.outline[second]):
                free.remove(second)
                return first, second


def half_outlines(land: Land, position: int) -> tuple[shapely.Geometry, shapely.Geometry]:
    """The western and eastern half of an LSOA, as it was before the merger."""
    west, south, east, north = shapely.bounds(land.outline[position])
    middle = dividing_line(land)[position]
    shape = land.outline[position]
    return (
        shapely.intersection(shape, shapely.box(west, south, middle, north)),
        shapely.intersection(shape, shapely.box(middle, south, east, north)),
    )


def dividing_line(land: Land) -> NDArray[np.float64]:
    """The longitude between the two halves of each LSOA."""
    bounds = shapely.bounds(land.outline)
    middle: NDArray[np.float64] = np.round((bounds[:, 0] + bounds[:, 2]) / 2, 6)
    return middle


def code_of_point(land: Land, points: SnapPoints, vintage: Lsoa2011) -> NDArray[np.str_]:
    """The 2011 code at every snap point. Shape: LSOAs × points."""
    in_west = points.position[..., 0] < dividing_line(land)[:, None]
    codes: NDArray[np.str_] = np.where(in_west, vintage.west[:, None], vintage.east[:, None])
    return codes
