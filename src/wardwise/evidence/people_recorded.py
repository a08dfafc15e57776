"""Partners' crimes and people as rows of numbers: no key and no label of a person leaves here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from wardwise.domain.evidence import NotHeld, Place
from wardwise.domain.marking import highest_marking
from wardwise.domain.people_recorded import (
    NOT_GIVEN,
    RECORDED_CRIME,
    ROLES,
    CrimeRows,
    Ints,
    Neighbourhoods,
    PeopleRecorded,
    PeopleRows,
)
from wardwise.domain.period import Month, Period
from wardwise.evidence.extract_counts import whole_months
from wardwise.evidence.moments import spans
from wardwise.evidence.places_recorded import addresses, neighbourhoods, positions
from wardwise.evidence.questions.partners import IN_FILE_ORDER, crimes_of_the_area
from wardwise.evidence.tables import Tables, records, rows


NEEDED = NotHeld("the force's crime extract, with victims and suspects", "the police force")
INCIDENTS = (
    "police_incidents",
    "council_asb",
    "fires",
    "collisions",
    "hospital_admissions",
    "hospital_domestic_abuse",
    "ambulance_calls",
    "ed_assaults",
)
"""Datasets whose rows are incidents, and name nobody."""
COLUMNS = ("sex", "ethnicity", "relationship")
ROW_COLUMNS = ("outcome", "premises", "sex", "weapon", "outward_postcode")
OF_CRIMES = (
    "record_key",
    "month",
    "offence",
    "category",
    "offence_code",
    "recorded_on",
    "from_moment",
)
OF_CRIMES_TOO = ("to_moment", "time_precision", "flags", "flags_known", "flags_not_known")
OF_PLACES = ("lsoa_code", *ROW_COLUMNS, "age_low", "age_high")
OF_POINTS = ("place_precision", "longitude", "latitude")
OF_PEOPLE = ("role", "record_key", "person_key", "event_on", "age", "age_low", "age_high")


def people_recorded(tables: Tables, place: Place) -> PeopleRecorded | NotHeld:
    """Every crime of the extracts that is the partnership's, and everybody's part in them."""
    if "partner_record" not in tables:
        return NEEDED
    crimes = _rows_of(tables, place, RECORDED_CRIME)
    if crimes.empty:
        return NEEDED
    found = tables["partner_person"]
    people = rows(
        found.filter(found.used)
        .select(*OF_PEOPLE, *COLUMNS, "home_lsoa", *IN_FILE_ORDER)
        .order_by(*IN_FILE_ORDER)
    )
    numbers = {key: n for n, key in enumerate(crimes["record_key"].dropna().unique())}
    people["record"] = _numbered(people["record_key"], numbers)
    people["person"] = pd.factorize(people["person_key"])[0]
    lands = neighbourhoods(
        tables,
        crimes=crimes["lsoa_code"],
        homes=people["home_lsoa"],
        inside=place.members[place.area.code],
    )
    by_role = {role: people[people["role"] == role] for role in ROLES}
    found_people = {role: _people(part, lands) for role, part in by_role.items() if len(part)}
    files = records(tables["partner_file"].order_by("source", "supplier"))
    months = whole_months(tables, area=place.area.code, dataset=RECORDED_CRIME)
    found_in = _recorded(crimes, _crimes(crimes, numbers), found_people, files, months)
    return replace(found_in, neighbourhoods=lands, addresses=addresses(crimes, tables))


def incidents_recorded(tables: Tables, place: Place) -> dict[str, PeopleRecorded]:
    """Rows of each dataset of incidents that is held, by its name; nobody is named in them."""
    if "partner_record" not in tables:
        return {}
    found: dict[str, PeopleRecorded] = {}
    for dataset in INCIDENTS:
        frame = _rows_of(tables, place, dataset)
        if frame.empty:
            continue
        numbers = {key: n for n, key in enumerate(frame["record_key"].dropna().unique())}
        table = tables["partner_file"]
        files = records(table.filter(table.dataset == dataset).order_by("source", "supplier"))
        months = whole_months(tables, area=place.area.code, dataset=dataset)
        one = _recorded(frame, _crimes(frame, numbers), {}, files, months)
        found[dataset] = replace(one, addresses=addresses(frame, tables))
    return found


def _rows_of(tables: Tables, place: Place, dataset: str) -> pd.DataFrame:
    asked = crimes_of_the_area(tables, area=place.area.code, dataset=dataset)
    columns = (*OF_CRIMES, *OF_CRIMES_TOO, *OF_PLACES, *OF_POINTS, *IN_FILE_ORDER)
    return rows(asked.order_by(*IN_FILE_ORDER).select(*columns))


def _recorded(
    frame: pd.DataFrame,
    crimes: CrimeRows,
    people: Mapping[str, PeopleRows],
    files: list[dict[str, Any]],
    months: tuple[Month, ...],
) -> PeopleRecorded:
    return PeopleRecorded(
        crimes=crimes,
        people=people,
        period=Period.parse(frame["month"].min(), frame["month"].max()),
        last_day=_last_day(frame),
        marking=highest_marking([str(file["marking"]) for file in files]),
        suppliers=_suppliers(files),
        months=months,
    )


def _crimes(frame: pd.DataFrame, numbers: Mapping[str, int]) -> CrimeRows:
    offence, offences = _coded(frame["offence"])
    category, categories = _coded(frame["category"])
    code, codes = _coded(frame["offence_code"])
    starts, ends = spans(frame)
    is_set, is_answered = _flags(frame)
    lsoa, lsoas = _coded(frame["lsoa_code"])
    coded = {name: _coded(frame[name]) for name in ROW_COLUMNS}
    return CrimeRows(
        record=_numbered(frame["record_key"], numbers),
        month=_by_distinct(frame["month"], lambda text: Month.parse(text).ordinal),
        offence=offence,
        category=category,
        code=code,
        offences=offences,
        categories=categories,
        codes=codes,
        starts=starts,
        ends=ends,
        is_set=is_set,
        is_answered=is_answered,
        lsoa=lsoa,
        lsoas=lsoas,
        columns={name: codes for name, (codes, _) in coded.items()},
        groups={name: groups for name, (_, groups) in coded.items()},
        age_low=_whole(frame["age_low"]),
        age_high=_whole(frame["age_high"]),
    )


def _people(frame: pd.DataFrame, lands: Neighbourhoods) -> PeopleRows:
    coded = {name: _coded(frame[name]) for name in COLUMNS}
    home = positions(frame["home_lsoa"], lands)
    # −1 takes the last of the list, which is the one for those without a home
    lives_here = np.append(lands.is_inside.astype(np.int32), NOT_GIVEN)[home]
    return PeopleRows(
        record=frame["record"].to_numpy(dtype=np.int32),
        person=frame["person"].to_numpy(dtype=np.int32),
        days=frame["event_on"].to_numpy(dtype="M8[D]", na_value=np.datetime64("NaT")),
        age=_whole(frame["age"]),
        age_low=_whole(frame["age_low"]),
        age_high=_whole(frame["age_high"]),
        columns={name: codes for name, (codes, _) in coded.items()},
        groups={name: groups for name, (_, groups) in coded.items()},
        lives_here=lives_here.astype(np.int32),
        home=home,
    )


def _flags(frame: pd.DataFrame) -> tuple[dict[str, Any], dict[str, Any]]:
    """For each flag that is filled at all: where it is set, and where it was answered."""
    lists = {
        name: pd.factorize(frame[name].fillna(""))
        for name in ("flags", "flags_known", "flags_not_known")
    }
    known = sorted({flag for text in lists["flags_known"][1] for flag in text.split(";") if flag})
    marks = {
        (name, flag): np.array([flag in text.split(";") for text in texts], dtype=bool)[codes]
        for name, (codes, texts) in lists.items()
        for flag in known
    }
    return (
        {flag: marks["flags", flag] for flag in known},
        {flag: marks["flags_known", flag] & ~marks["flags_not_known", flag] for flag in known},
    )


def _coded(column: pd.Series) -> tuple[Ints, tuple[str, ...]]:
    """Positions in the sorted names, and the names; ``NOT_GIVEN`` where empty."""
    codes, names = pd.factorize(column, sort=True)
    return codes.astype(np.int32), tuple(str(name) for name in names)


def _numbered(keys: pd.Series, numbers: Mapping[str, int]) -> Ints:
    return np.asarray(keys.map(numbers).fillna(NOT_GIVEN), dtype=np.int32)


def _by_distinct(column: pd.Series, read: Any) -> Ints:
    codes, texts = pd.factorize(column)
    found: Ints = np.array([read(text) for text in texts], dtype=np.int32)[codes]
    return found


def _whole(column: pd.Series) -> Ints:
    return np.asarray(column.fillna(NOT_GIVEN), dtype=np.int32)


def _last_day(frame: pd.DataFrame) -> str:
    days = frame["recorded_on"].fillna(frame["from_moment"].str[:10])
    return str(days.max())


def _suppliers(files: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for file in files:
        held = found.get(file["source"], ())
        found[file["source"]] = held if file["supplier"] in held else (*held, file["supplier"])
    return found
