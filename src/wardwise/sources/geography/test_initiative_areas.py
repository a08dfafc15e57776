"""The LSOAs of an initiative's areas: named in any way, and in one role only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pytest

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.errors import SettingsError
from wardwise.domain.settings import InitiativeSettings, OwnAreaSettings
from wardwise.sources.geography.initiative_areas import InitiativeLand


CODES = [f"E0199999{n}" for n in range(1, 7)]
OWN = Area("OWN-estate", "Estate", AreaKind.OWN)


def outlines(asked: OwnAreaSettings) -> Mapping[Area, tuple[str, ...]]:
    """A file that holds two outlines."""
    assert asked.file == "streets.geojson"
    return {
        Area("OWN-north", "North", AreaKind.OWN): (CODES[0],),
        Area("OWN-south", "South", AreaKind.OWN): (CODES[1], CODES[2]),
    }


def land() -> InitiativeLand:
    rows = [
        {
            "lsoa_code": code,
            "ward_code": f"E0599999{n // 2}",
            "ward_name": ("East", "West", "Mid")[n // 2],
        }
        for n, code in enumerate(CODES)
    ]
    return InitiativeLand.of(pa.Table.from_pylist(rows), {OWN: (CODES[4],)}, outlines)


def areas(**roles: object) -> dict[str, tuple[str, ...]]:
    given: dict[str, Any] = {
        "name": "Street lights",
        "offences": ["Burglary"],
        "area": {"wards": ["East"]},
        "control": {"rest": True},
        "start": "2025-01-01",
        "expected_change_percent": -20,
        "chosen": "other",
        "why": "asked for",
    }
    found = land().areas(InitiativeSettings.model_validate(given | roles))
    assert all(area.kind is AreaKind.INITIATIVE for area in found)
    return {area.code.removeprefix("INITIATIVE-street-lights-"): one for area, one in found.items()}


def test_the_rest_is_what_no_other_role_names() -> None:
    found = areas(displacement={"own_areas": ["estate"]})
    assert found["area"] == (CODES[0], CODES[1])
    assert found["displacement"] == (CODES[4],)
    assert found["control"] == (CODES[2], CODES[3], CODES[5])
    assert [*found] == ["area", "control", "displacement"]


def test_names_codes_and_outlines_are_put_together() -> None:
    found = areas(
        area={"lsoas": [CODES[5]], "wards": ["E05999992"]},
        control={"file": "streets.geojson", "outline": "South"},
    )
    assert found == {"area": (CODES[4], CODES[5]), "control": (CODES[1], CODES[2])}


def test_every_outline_of_a_file_where_none_is_named() -> None:
    found = areas(area={"file": "streets.geojson"})
    assert found["area"] == tuple(CODES[:3])


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ({"area": {"wards": ["Esat"]}}, "'Esat', expected a ward .* Did you mean 'East'"),
        ({"area": {"own_areas": ["Estates"]}}, "Did you mean 'Estate'"),
        ({"area": {"lsoas": ["E01000001"]}}, "'E01000001', expected an LSOA"),
        ({"area": {"file": "streets.geojson", "outline": "Up"}}, "an outline of streets.geojson"),
        ({"control": {"wards": ["East"]}}, "E01999991 is in area too"),
        (
            {"area": {"wards": ["East", "West", "Mid"]}},
            "control: nothing is left for it",
        ),
    ],
)
def test_what_cannot_be_is_named_by_initiative_and_role(
    roles: dict[str, object], said: str
) -> None:
    with pytest.raises(SettingsError, match=f"initiatives, 'Street lights', .*{said}"):
        areas(**roles)
