"""Places: metres to degrees with the Survey's own grid; point to LSOA and ward; codes carried."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from wardwise.domain.mapping import ColumnMapping
from wardwise.sources.geography import read_geography
from wardwise.sources.partner_files.account import Account
from wardwise.sources.partner_files.areas import Areas
from wardwise.sources.partner_files.locate import Located, locate
from wardwise.sources.partner_files.postcodes import PostcodeLookup, outward, whole
from wardwise.sources.partner_files.raw_table import RawTable
from wardwise.sources.places import Places


def _located(areas: Areas, **columns: list[str]) -> Located:
    (rows,) = {len(cells) for cells in columns.values()}
    raw = RawTable(
        "f.csv",
        {name: pa.array(cells, pa.string()) for name, cells in columns.items()},
        np.arange(2, rows + 2, dtype=np.int32),
        np.zeros(rows, dtype=bool),
    )
    mapped = {name: ColumnMapping(column=(name,)) for name in columns}
    return locate(raw, mapped, areas=areas, account=Account(raw.lines))


def test_metres_become_degrees_as_the_survey_has_them() -> None:
    # Caister water tower, a test point of the Survey's OSTN15: E 651409.804, N 313177.450 is
    # 52°39'28.8282" N, 1°42'57.8663" E in ETRS89. 1e-7 degrees are about a centimetre
    found = _located(Areas(None, None), easting=["651409.804"], northing=["313177.450"])
    assert abs(found.latitude[0] - (52 + 39 / 60 + 28.8282 / 3600)) < 1e-7
    assert abs(found.longitude[0] - (1 + 42 / 60 + 57.8663 / 3600)) < 1e-7
    assert found.precision.to_pylist() == ["point"]
    assert found.not_located.to_pylist() == ["it has a point, and no outlines are held for it"]


def test_a_point_abroad_is_kept_and_not_located() -> None:
    found = _located(Areas(None, None), longitude=["-73.87", ""], latitude=["40.74", ""])
    assert found.precision.to_pylist() == ["point", "none"]
    assert found.not_located.to_pylist() == [
        "its point lies outside Great Britain",
        "no place is given",
    ]


def test_a_postcode_gives_its_lsoa_and_its_outward_part_only() -> None:
    areas = Areas(None, PostcodeLookup({"LU12SE": "E01015725"}))
    found = _located(areas, postcode=["lu1 2se", "LU9 9ZZ", "Luton"])
    assert found.lsoa.to_pylist() == ["E01015725", None, None]
    assert found.precision.to_pylist() == ["postcode", "none", "none"]
    assert [whole("LU1 2SE"), whole("LU1"), outward("LU1 2SE"), outward("LU1 2")] == [
        "LU12SE",
        None,
        "LU1",
        "LU1",
    ]


@pytest.fixture(scope="module")
def places(shared: Path) -> Places:
    data = shared / "data"
    tables = read_geography([data]).tables
    return Places(tables["lsoa"], tables["lsoa_2011"], (data,), frozenset({"bedfordshire"}))


@pytest.mark.shared
def test_the_centre_of_an_lsoa_lies_in_it_and_in_its_ward(places: Places) -> None:
    ours = [
        row
        for row in places.lsoa.to_pylist()
        if row["district_name"] == "Luton" and row["latitude"] is not None
    ]
    found = _located(
        Areas(places, None),
        longitude=[str(row["longitude"]) for row in ours],
        latitude=[str(row["latitude"]) for row in ours],
    )
    same = sum(a == row["lsoa_code"] for a, row in zip(found.lsoa.to_pylist(), ours, strict=True))
    # a population-weighted centre may lie a little outside a generalised outline
    assert same >= 0.98 * len(ours) > 100
    wards = {row["lsoa_code"]: row["ward_code"] for row in ours}
    for lsoa, ward in zip(found.lsoa.to_pylist(), found.ward.to_pylist(), strict=True):
        assert ward == wards.get(lsoa)


@pytest.mark.shared
def test_codes_of_2011_are_carried_and_wards_found_by_name(places: Places) -> None:
    split, unknown = next(iter(places.split)), "E01999999"
    old, new = next((a, b) for a, b in sorted(places.carried.items()) if a != b)
    found = _located(Areas(places, None), lsoa=[old, split, unknown, "Luton 001A"])
    assert found.lsoa.to_pylist() == [new, None, None, None]
    row = next(one for one in places.lsoa.to_pylist() if one["district_name"] == "Luton")
    named = _located(Areas(places, None), ward=[row["ward_name"], "Nowhere"])
    assert named.ward.to_pylist() == [row["ward_code"], None]
    assert named.precision.to_pylist() == ["ward", "none"]
