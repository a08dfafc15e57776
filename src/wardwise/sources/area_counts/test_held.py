"""Which districts a table of counts holds, worked by hand."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from wardwise.sources.area_counts.cells import CountCells
from wardwise.sources.area_counts.held import DistrictMonths, judge_held
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.places import Places


# Three forces of two districts with one LSOA each; the number is the place number
FORCES = ("Northshire", "Northshire", "Southshire", "Southshire", "Eastshire", "Eastshire")
MONTHS = ("2023-05", "2023-06")


def judged(counts: list[list[int]]) -> DistrictMonths:
    """Offences by LSOA (row) and month (column) → what is held."""
    number = len(counts)
    lsoa = pa.table(
        {
            "lsoa_code": [f"E0100000{n}" for n in range(number)],
            "district_code": [f"E0600000{n}" for n in range(number)],
            "force_name": FORCES[:number],
        }
    )
    old = pa.table({"lsoa11_code": [], "lsoa21_code": [], "change": []})
    place, month = np.nonzero(np.array(counts))
    cells = CountCells(
        month=month,
        place=place,
        offence=np.zeros(len(place), dtype=np.int64),
        offences=np.array(counts)[place, month],
        months=MONTHS,
    )
    return judge_held(cells, places=PlaceNumbers(Places(lsoa, old)))


def test_a_force_that_stops_is_not_held_though_a_few_of_its_rows_turn_up() -> None:
    # In June the median district has 100; Eastshire's districts have 1 and 2, under a quarter
    held = judged([[100, 100], [80, 80], [120, 120], [100, 100], [90, 1], [90, 2]]).held
    assert held.tolist() == [[True, True]] * 4 + [[True, False]] * 2


def test_a_quiet_district_of_a_force_that_is_held_is_held() -> None:
    # 5 is under a quarter of 100, but the median of its force is (5 + 90) / 2 = 47.5
    held = judged([[100, 100], [80, 80], [120, 120], [100, 100], [5, 5], [90, 90]]).held
    assert held.all()


def test_a_district_without_any_row_is_not_held() -> None:
    held = judged([[100, 100], [80, 80], [120, 120], [100, 100], [90, 0], [90, 90]]).held
    assert held[4].tolist() == [True, False]


def test_a_table_of_one_district_alone_is_held() -> None:
    # The other district of the force is never named: the table is not about it
    held = judged([[100, 90], [0, 0]]).held
    assert held.tolist() == [[True, True], [False, False]]


def test_a_table_without_a_located_row_holds_nothing() -> None:
    assert not judged([[0, 0], [0, 0]]).held.any()
