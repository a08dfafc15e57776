"""Writes a settings file for any partnership, filled in from the geographies."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import yaml

from wardwise.domain.errors import ReferenceDataError, SettingsError
from wardwise.sources.geography import read_geography


SOURCES = ("police_uk", "area_counts")
TEMPLATE = """\
# {name} Community Safety Partnership: {what}
partnership:
  code: {code}
  name: {name_quoted}
  force: {force_quoted}
evidence:
  recorded_crime: {source}
  outcomes: {records}
  stop_and_search: {records}
  official: ons_csp_tables
  force_totals: home_office_prc
  context: []
population: {{source: census_2021, year: 2021, deprivation: imd_2025}}
period: {{year_ends: latest}}
comparators:
  # Worked out from census and deprivation data. An official list replaces it:
  # most_similar: {{codes: [E22000010], source: who published it, date: 2026-01-31}}
  most_similar: computed
  count: 15
  # The other partnerships of {force}, always shown beside ours: {force_peers}
places:
  # Wards that are to have a half-page of their own, by code or name: [{first_ward}]
{wards}
  commissioned: []
  own_areas: []
priorities: {{count: 5, overrides: []}}
threat: {{weights: {{}}}}
measures: {{screen_moving_ranges: true}}
series_breaks: []
document:
  title: {title_quoted}
  marking: OFFICIAL
  prepared_by: {prepared_quoted}
  statements: {{}}
seed: 20241101
"""


def new_partnership(code: str, *, source: str, folders: Sequence[Path]) -> str:
    """The YAML text of a settings file for a district or partnership code."""
    if source not in SOURCES:
        near = difflib.get_close_matches(source, SOURCES, n=1, cutoff=0.3)
        raise SettingsError(
            f"--source: found '{source}', expected one of {', '.join(SOURCES)}."
            f" Did you mean '{near[0] if near else SOURCES[0]}'?"
        )
    lsoas = read_geography(folders).tables["lsoa"].to_pandas()
    return _text(_ours(code, lsoas), lsoas, source=source)


def _ours(code: str, lsoas: pd.DataFrame) -> pd.DataFrame:
    """The partnership's LSOAs; a district's code stands for the partnership that holds it."""
    found = lsoas[(lsoas["district_code"] == code) | (lsoas["csp_code"] == code)]
    if found.empty:
        raise ReferenceDataError(_unknown(code, lsoas))
    partnerships = found.drop_duplicates("csp_code")
    if len(partnerships) > 1:
        named = "; ".join(
            f"{row.csp_code} {row.csp_name}" for row in partnerships.itertuples(index=False)
        )
        raise ReferenceDataError(
            f"{code} {found['district_name'].iloc[0]} holds {len(partnerships)} partnerships. "
            f"Give the code of one of them: {named}."
        )
    whole: pd.DataFrame = lsoas[lsoas["csp_code"] == partnerships["csp_code"].iloc[0]]
    return whole


def _unknown(code: str, lsoas: pd.DataFrame) -> str:
    pairs = pd.concat(
        lsoas[[f"{level}_code", f"{level}_name"]].set_axis(["code", "name"], axis=1)
        for level in ("district", "csp")
    ).drop_duplicates()
    names = {str(row.code): str(row.name) for row in pairs.itertuples(index=False)}
    by_name = difflib.get_close_matches(code, list(names.values()), n=3, cutoff=0.6)
    near = [found for found, name in names.items() if name in by_name]
    near = near[:3] or difflib.get_close_matches(code, list(names), n=3, cutoff=0.0)
    named = "; ".join(f"{found} {names[found]}" for found in near)
    return (
        f"partnership code: found '{code}', expected the code of a district or partnership of "
        f"2024 in England or Wales. Did you mean one of these? {named}."
    )


def _text(ours: pd.DataFrame, lsoas: pd.DataFrame, *, source: str) -> str:
    first = ours.iloc[0]
    districts = ours.drop_duplicates("district_code")
    whole = len(districts) == 1 and _is_whole(ours, lsoas)
    name = str(first["csp_name"])
    held = ", ".join(districts["district_name"])
    return TEMPLATE.format(
        name=name,
        what="one whole district"
        if whole
        else f"{'part of ' if len(districts) == 1 else ''}{held}",
        code=first["district_code"] if whole else first["csp_code"],
        name_quoted=_quoted(name),
        force=first["force_name"],
        force_quoted=_quoted(str(first["force_name"])),
        source=source,
        records="police_uk" if source == "police_uk" else "none",
        force_peers=_force_peers(first, lsoas),
        wards=_wards(ours),
        first_ward=first["ward_code"],
        title_quoted=_quoted(f"Strategic assessment of crime and disorder in {name}"),
        prepared_quoted=_quoted(f"{name} Community Safety Partnership"),
    )


def _is_whole(ours: pd.DataFrame, lsoas: pd.DataFrame) -> bool:
    return len(ours) == int((lsoas["district_code"] == ours["district_code"].iloc[0]).sum())


def _force_peers(first: pd.Series, lsoas: pd.DataFrame) -> str:
    peers = lsoas[lsoas["force_code"] == first["force_code"]].drop_duplicates("csp_code")
    others = sorted(peers["csp_name"][peers["csp_code"] != first["csp_code"]])
    return ", ".join(others) or "none"


def _wards(ours: pd.DataFrame) -> str:
    wards = ours.drop_duplicates("ward_code").sort_values("ward_name")
    return "\n".join(
        f"  #   {row.ward_code} {row.ward_name}" for row in wards.itertuples(index=False)
    )


def _quoted(text: str) -> str:
    """The text as YAML holds it: quoted where it must be."""
    written: str = yaml.safe_dump(text, allow_unicode=True, width=1000)
    return written.removesuffix("\n").removesuffix("\n...")
