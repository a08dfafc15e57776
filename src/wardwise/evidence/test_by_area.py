"""Several areas asked at once: wards, and an own area that lies in two districts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from wardwise.domain.figure import Ask, Json
from wardwise.evidence.asks import answer
from wardwise.evidence.tables import Tables, open_tables


ASKED: dict[str, Json] = {"source": "police_uk", "first": "2024-01", "last": "2024-02"}


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """Two LSOAs in two districts; the second district holds nothing for February."""
    made = {
        "area_lsoa": pa.table(
            {
                "area_code": ["ward-1", "ward-2", "own", "own"],
                "lsoa_code": ["L1", "L2", "L1", "L2"],
            }
        ),
        "lsoa": pa.table({"lsoa_code": ["L1", "L2"], "district_code": ["D1", "D2"]}),
        "area_month_held": pa.table(
            {
                "source": ["police_uk"] * 4,
                "month": ["2024-01", "2024-02", "2024-01", "2024-02"],
                "district_code": ["D1", "D1", "D2", "D2"],
                "held": [True, True, True, False],
            }
        ),
        "offence_count": pa.table(
            {
                "source": ["police_uk"] * 4,
                "month": ["2024-01", "2024-01", "2024-01", "2024-01"],
                "lsoa_code": ["L1", "L1", "L2", "L2"],
                "offence": ["Drugs", "Burglary", "Drugs", "Anti-social behaviour"],
                "offences": [3, 4, 5, 6],
            }
        ),
    }
    for name, table in made.items():
        pq.write_table(table, tmp_path / f"{name}.parquet")
    return open_tables({name: tmp_path / f"{name}.parquet" for name in made})


def test_offences_of_areas_come_in_the_order_asked(tables: Tables) -> None:
    # ward-2 has 5 without ASB, ward-1 3 + 4 = 7, and the own area both: 12; nowhere has none
    areas: list[Json] = ["ward-2", "nowhere", "own", "ward-1"]
    asked = Ask("offences_of_areas", ASKED | {"areas": areas, "offence": None})
    assert answer(tables, asked) == [5, 0, 12, 7]


def test_a_month_is_known_only_where_every_district_of_the_area_is_held(tables: Tables) -> None:
    areas: list[Json] = ["ward-1", "ward-2", "own"]
    asked = Ask("monthly_offences_of_areas", ASKED | {"areas": areas, "offence": "Drugs"})
    found = np.array(answer(tables, asked))
    # February: none in ward-1, which is nought; ward-2 and the own area are not known
    np.testing.assert_array_equal(found, [[3, 0], [5, np.nan], [8, np.nan]])
