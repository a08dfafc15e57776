"""The high-impact areas that the settings name, as LSOAs."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from wardwise.domain.area import Area
from wardwise.domain.errors import SettingsError
from wardwise.domain.settings import Settings


def high_impact(
    settings: Settings, known: Sequence[Area], members: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Name → LSOA codes, in the order of the settings; no LSOA is in two of them."""
    found: dict[str, tuple[str, ...]] = {}
    for area in settings.places.high_impact.areas:
        inside = {code for one in area.areas for code in members[_code(area.name, one, known)]}
        for other, codes in found.items():
            if both := sorted(inside & set(codes)):
                raise SettingsError(
                    f"settings, places.high_impact: {both[0]} is in both '{other}' and"
                    f" '{area.name}', and would be counted twice. Take it out of one of them."
                )
        found[area.name] = tuple(sorted(inside))
    inside_all = {code for codes in found.values() for code in codes}
    if found and len(inside_all) >= sum(area.code in members[area.code] for area in known):
        raise SettingsError(
            "settings, places.high_impact: found every LSOA of the partnership in its areas,"
            " expected a part of them. Name fewer."
        )
    return found


def _code(name: str, wanted: str, known: Sequence[Area]) -> str:
    match = [area for area in known if wanted in (area.code, area.name)]
    if len(match) == 1:
        return match[0].code
    where = f"settings, places.high_impact, '{name}': "
    if match:
        codes = ", ".join(area.code for area in match)
        raise SettingsError(f"{where}'{wanted}' is the name of {codes}. Give the code.")
    near = difflib.get_close_matches(wanted, [area.name for area in known], n=1)
    raise SettingsError(
        f"{where}'{wanted}' is no LSOA, ward or own area of the partnership, by code or name."
        f"{f' Did you mean {near[0]}?' if near else ''} Correct the list."
    )
