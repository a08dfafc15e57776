"""Whom the partnership is compared with."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from tests.tidy_force import settings, stored, tidy_tables
from wardwise.domain.errors import ReferenceDataError
from wardwise.evidence.comparators import NOT_MEASURED, comparators
from wardwise.evidence.tables import Tables
from wardwise.figures.desk import Desk


OFFICIAL = {"source": "Made-up list", "date": "2024-06-01", "codes": ["E22999993", "W22999995"]}


def test_the_most_similar_are_worked_out_and_the_forces_own_listed(force_desk: Desk) -> None:
    found = force_desk.evidence.comparators
    assert [area.code for area in found.force_peers] == [f"E2299999{n}" for n in (1, 2, 3, 4)]
    assert len(found.most_similar) == 3
    distances = [one.distance for one in found.most_similar]
    assert distances == sorted(distances)
    assert distances[0] > 0
    assert "E22999991" not in [one.area.code for one in found.most_similar]
    assert not found.official
    assert len(found.variables) == 12


def test_an_official_list_replaces_the_sum(force_desk: Desk, force_tables: Tables) -> None:
    chosen = settings(comparators={"most_similar": OFFICIAL})
    found = comparators(force_tables, force_desk.evidence.place, chosen)
    assert [one.area.name for one in found.most_similar] == ["Thirdby", "Aberwell"]
    assert all(math.isnan(one.distance) for one in found.most_similar)
    assert (found.official, found.dated) == (True, "2024-06-01")
    assert found.method == "official list: Made-up list"


def test_an_official_list_with_a_code_that_is_none_is_told(
    force_desk: Desk, force_tables: Tables
) -> None:
    chosen = settings(comparators={"most_similar": OFFICIAL | {"codes": ["E22000001"]}})
    with pytest.raises(ReferenceDataError, match="E22000001 is not a community safety"):
        comparators(force_tables, force_desk.evidence.place, chosen)


def test_a_partnership_without_census_ages_is_not_measured_and_says_so(
    force_desk: Desk, tmp_path: Path
) -> None:
    tables = tidy_tables()
    tables["district"] = _without_ages(tables["district"])
    found = comparators(stored(tmp_path, tables), force_desk.evidence.place, settings())
    assert found.most_similar == ()
    assert found.method == NOT_MEASURED
    assert len(found.force_peers) == 4


def _without_ages(district: pa.Table) -> Any:
    ours = pc.equal(district["district_code"], "E06999991")
    younger = pc.if_else(ours, pa.scalar(None, pa.int64()), district["younger"])
    at = district.schema.get_field_index("younger")
    return district.set_column(at, district.schema.field(at), younger)
