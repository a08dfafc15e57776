"""Residents, households, ethnicity and deprivation of every area in scope."""

from __future__ import annotations

from typing import Any

from wardwise.domain.evidence import Deprivation, People, Place
from wardwise.domain.place import ResidentsByAge
from wardwise.evidence.questions.residents_by_age import by_district
from wardwise.evidence.tables import Tables, records, rows


Row = dict[str, Any]
BANDS = {"younger": "0 to 15", "working_age": "16 to 64", "older": "65 and over"}
SEXES = ("females", "males")
COLUMNS = (
    "imd2025_rank",
    "imd2025_score",
    "imd2025_income",
    "imd2025_employment",
    "imd2025_education",
    "aged_15_24",
)
EDITIONS = {"imd_2025": "imd2025_decile", "imd_2019": "imd2019_decile"}


def people(tables: Tables, lsoa: list[Row], place: Place) -> People:
    """Census 2021 for LSOAs, wards, own areas and every district."""
    district = records(tables["district"])
    return People(
        source="census_2021",
        year=2021,
        residents=_summed("residents", lsoa, place),
        households=_summed("households", lsoa, place),
        ages={
            row["district_code"]: {words: row[band] for band, words in BANDS.items()}
            for row in district
            if all(row[band] is not None for band in BANDS)
        },
        sexes={
            row["district_code"]: {sex: row[sex] for sex in SEXES}
            for row in district
            if all(row[sex] is not None for sex in SEXES)
        },
        ethnicity=_ethnicity(records(tables["ethnicity"])),
        by_age=_by_age(tables),
    )


def deprivation(lsoa: list[Row], place: Place) -> Deprivation:
    """Tenths of both editions and Census household deprivation, by LSOA."""
    editions = {
        edition: {row["lsoa_code"]: row[column] for row in lsoa if row[column] is not None}
        for edition, column in EDITIONS.items()
    }
    return Deprivation(
        editions={edition: tenths for edition, tenths in editions.items() if tenths},
        households_deprived={
            row["lsoa_code"]: row["households_deprived"]
            for row in lsoa
            if row["households_deprived"] is not None
        },
        residents_by_tenth={
            edition: _by_tenth(lsoa, column) for edition, column in EDITIONS.items()
        },
        households_deprived_in=_by_area(lsoa, "households_deprived"),
        by_lsoa=_by_lsoa(lsoa, place),
    )


def _by_lsoa(lsoa: list[Row], place: Place) -> dict[str, dict[str, float]]:
    ours = set(place.members[place.area.code])
    found = {
        column: {row["lsoa_code"]: row.get(column) for row in lsoa if row["lsoa_code"] in ours}
        for column in COLUMNS
    }
    return {
        column: {code: float(value) for code, value in values.items() if value is not None}
        for column, values in found.items()
        if values and all(value is not None for value in values.values())
    }


def _by_tenth(lsoa: list[Row], column: str) -> dict[str, tuple[int, ...]]:
    """District or partnership → residents of its LSOAs in each tenth; none if one is not known."""
    found: dict[str, list[int]] = {}
    unknown = set()
    for row in lsoa:
        for code in _codes(row):
            if row[column] is None or row["residents"] is None:
                unknown.add(code)
                continue
            found.setdefault(code, [0] * 10)[row[column] - 1] += row["residents"]
    return {code: tuple(tenths) for code, tenths in found.items() if code not in unknown}


def _by_area(lsoa: list[Row], column: str) -> dict[str, int]:
    """District or partnership → its sum; none if one LSOA is not known."""
    found: dict[str, int] = {}
    unknown = {code for row in lsoa if row[column] is None for code in _codes(row)}
    for row in lsoa:
        for code in _codes(row):
            if code not in unknown:
                found[code] = found.get(code, 0) + row[column]
    return found


def _codes(row: Row) -> tuple[str, str]:
    """A partnership by its own LSOAs: in a merged district it is only a part of it."""
    return row["district_code"], row["csp_code"]


def _summed(column: str, lsoa: list[Row], place: Place) -> dict[str, int]:
    """Sums over every area; an area with an LSOA that is not known has no sum."""
    value = {row["lsoa_code"]: row[column] for row in lsoa}
    inside: dict[str, list[str]] = {}
    for row in lsoa:
        for area in _codes(row):
            inside.setdefault(area, []).append(row["lsoa_code"])
    for code, districts in place.districts_of.items():
        inside.setdefault(code, [one for district in districts for one in inside[district]])
    areas = inside | {code: list(members) for code, members in place.members.items()}
    return {
        code: sum(value[one] for one in members)
        for code, members in areas.items()
        if all(value.get(one) is not None for one in members)
    }


def _ethnicity(found: list[Row]) -> dict[str, dict[str, int]]:
    groups: dict[str, dict[str, int]] = {}
    for row in found:
        groups.setdefault(row["district_code"], {})[row["ethnic_group"]] = row["people"]
    return groups


def _by_age(tables: Tables) -> ResidentsByAge | None:
    found = rows(by_district(tables)) if "ward_age" in tables else None
    if found is None or found.empty:
        return None
    by_code = found.groupby("district_code")
    counts = {
        column: {str(code): tuple(map(int, some[column])) for code, some in by_code}
        for column in ("residents", "females", "males")
    }
    return ResidentsByAge(
        source=str(found["source"].iloc[0]),
        year=int(found["year"].iloc[0]),
        everybody=counts["residents"],
        females=counts["females"],
        males=counts["males"],
    )
