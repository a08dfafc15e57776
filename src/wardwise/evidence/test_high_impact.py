"""High-impact areas of the settings become LSOAs, or one sentence says what is wrong."""

from __future__ import annotations

import pytest

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.errors import SettingsError
from wardwise.domain.settings import Settings
from wardwise.evidence.high_impact import high_impact


KNOWN = (
    Area("W1", "Eastgate", AreaKind.WARD),
    Area("W2", "Westgate", AreaKind.WARD),
    Area("W3", "Westgate", AreaKind.WARD),
    *(Area(f"L{n}", f"Sampleton 00{n}A", AreaKind.LSOA) for n in range(1, 6)),
    Area("OWN-1", "The Quay", AreaKind.OWN),
)
MEMBERS = {
    "W1": ("L1", "L2"),
    "W2": ("L3",),
    "W3": ("L4", "L5"),
    **{f"L{n}": (f"L{n}",) for n in range(1, 6)},
    "OWN-1": ("L2", "L3"),
}


def _found(*areas: tuple[str, list[str]]) -> dict[str, tuple[str, ...]]:
    settings = Settings.model_validate(
        {
            "partnership": {"code": "E06999991", "name": "Sampleton", "force": "Sampleshire"},
            "evidence": {"recorded_crime": "police_uk"},
            "places": {
                "high_impact": {"areas": [{"name": name, "areas": some} for name, some in areas]}
            },
        }
    )
    return high_impact(settings, KNOWN, MEMBERS)


def test_wards_own_areas_and_lsoas_by_code_or_name() -> None:
    found = _found(("Centre", ["Eastgate", "The Quay"]), ("Estate", ["Sampleton 004A"]))
    assert found == {"Centre": ("L1", "L2", "L3"), "Estate": ("L4",)}


@pytest.mark.parametrize(
    ("areas", "told"),
    [
        ([("Centre", ["Eastgat"])], "'Eastgat' is no LSOA, .* Did you mean Eastgate"),
        ([("Centre", ["Westgate"])], "'Westgate' is the name of W2, W3. Give the code"),
        ([("A", ["Eastgate"]), ("B", ["The Quay"])], "L2 is in both 'A' and 'B'"),
        ([("A", ["L1", "L2", "L3", "L4", "L5"])], "found every LSOA"),
    ],
)
def test_what_cannot_be_is_said(areas: list[tuple[str, list[str]]], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        _found(*areas)
