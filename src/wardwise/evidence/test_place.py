"""Whose land it is: districts, several districts, a part of one, Wales, commissioned wards."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pytest

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.errors import ReferenceDataError
from wardwise.domain.settings import Settings
from wardwise.evidence.areas import ENGLAND_AND_WALES, area_lsoa
from wardwise.evidence.place import place


COLUMNS = ("lsoa", "ward", "district", "csp", "force")
FORCE = "E23999991"
# LSOA, ward, district, partnership: E06…1 is one of each; E22…2 has two districts; E06…4 is
# shared by two partnerships, as merged districts are; one is Welsh
ROWS = [
    ("E01000001", "E05000001", "E06999991", "E22999991", FORCE),
    ("E01000002", "E05000002", "E06999991", "E22999991", FORCE),
    ("E01000003", "E05000003", "E07999992", "E22999992", FORCE),
    ("E01000004", "E05000004", "E07999993", "E22999992", FORCE),
    ("E01000005", "E05000005", "E06999994", "E22999993", FORCE),
    ("E01000006", "E05000006", "E06999994", "E22999994", FORCE),
    ("W01000007", "W05000007", "W06999995", "W22999995", "W15999991"),
]


def lookups() -> pd.DataFrame:
    """The LSOA table's geography."""
    frame = pd.DataFrame(ROWS, columns=[f"{level}_code" for level in COLUMNS])
    for level in COLUMNS:
        frame[f"{level}_name"] = "Name of " + frame[f"{level}_code"]
    frame["force_name"] = "Sampleshire"
    return frame


def settings(code: str, *commissioned: str, force: str = "Sampleshire") -> Settings:
    """Settings for that code."""
    return Settings.model_validate(
        {
            "partnership": {"code": code, "name": "Sampleton", "force": force},
            "evidence": {"recorded_crime": "police_uk"},
            "places": {"commissioned": commissioned},
        }
    )


def test_where_partnership_and_district_coincide_the_code_is_the_districts() -> None:
    for code in ("E06999991", "E22999991"):
        found = place(lookups(), settings(code), {})
        assert (found.area.code, found.area.kind) == ("E06999991", AreaKind.DISTRICT)
        assert found.csp_code == "E22999991"
        assert found.members["E06999991"] == ("E01000001", "E01000002")
        assert [ward.code for ward in found.wards] == ["E05000001", "E05000002"]
        assert found.ward_of["E01000002"] == "E05000002"
        assert (found.country, found.force.code) == ("England", FORCE)


def test_a_partnership_of_two_districts_keeps_its_own_code() -> None:
    found = place(lookups(), settings("E22999992"), {})
    assert (found.area.code, found.area.kind) == ("E22999992", AreaKind.PARTNERSHIP)
    assert found.districts_of["E22999992"] == ("E07999992", "E07999993")
    assert found.districts_of[FORCE] == ("E06999991", "E06999994", "E07999992", "E07999993")
    assert [lsoa.code for lsoa in found.lsoas] == ["E01000003", "E01000004"]


def test_a_partnership_that_is_part_of_a_district_has_only_its_part() -> None:
    found = place(lookups(), settings("E22999993"), {})
    assert (found.area.code, found.area.kind) == ("E22999993", AreaKind.PARTNERSHIP)
    assert found.members[found.area.code] == ("E01000005",)


def test_wales_is_told_from_england() -> None:
    assert place(lookups(), settings("W06999995"), {}).country == "Wales"


def test_wards_are_commissioned_by_code_or_by_name_in_the_order_given() -> None:
    wanted = ("Name of E05000002", "E05000001")
    found = place(lookups(), settings("E06999991", *wanted), {})
    assert [ward.code for ward in found.commissioned] == ["E05000002", "E05000001"]


def test_a_ward_that_is_not_ours_is_told_with_those_that_are() -> None:
    with pytest.raises(ReferenceDataError, match=r"'Nowhere' is not a ward.*E05000001") as refused:
        place(lookups(), settings("E06999991", "Nowhere"), {})
    assert refused.value.exit_code == 11


def test_a_code_that_is_no_area_is_told() -> None:
    with pytest.raises(ReferenceDataError, match="E06000001 is neither a district nor"):
        place(lookups(), settings("E06000001"), {})


def test_a_force_that_is_not_the_codes_is_told() -> None:
    with pytest.raises(ReferenceDataError, match="found 'Otherland', expected 'Sampleshire'"):
        place(lookups(), settings("E06999991", force="Otherland"), {})
    assert place(lookups(), settings("E06999991", force="SAMPLESHIRE"), {}).force.code == FORCE


def test_own_areas_are_areas_like_any_other() -> None:
    own = Area("OWN-1", "Town centre", AreaKind.OWN)
    found = place(lookups(), settings("E06999991"), {own: ("E01000002", "E01000001")})
    assert found.own == (own,)
    assert found.members["OWN-1"] == ("E01000001", "E01000002")


def test_every_area_lists_its_lsoas_once() -> None:
    table = area_lsoa(
        pa.table({name: pa.array(list(lookups()[name])) for name in lookups()}),
        {"OWN-1": ("E01000001",)},
    )
    pairs = set(zip(*(column.to_pylist() for column in table.columns), strict=True))
    assert len(pairs) == table.num_rows
    assert {code for area, code in pairs if area == "OWN-1"} == {"E01000001"}
    assert {code for area, code in pairs if area == "E22999992"} == {"E01000003", "E01000004"}
    assert len([1 for area, _ in pairs if area == ENGLAND_AND_WALES]) == 7
