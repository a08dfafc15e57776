"""Mid-year residents by ward and age (ONS SAPE23DT8a): everybody, females and males together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from wardwise.sources.data_folders import FileRow, find_file, need_file
from wardwise.sources.geography.ward_age_checks import refuse
from wardwise.sources.geography.ward_age_file import WardAges, read_ward_ages
from wardwise.sources.tidy import tidy_frame, tidy_rows


SOURCE = "mid_2020"
WHAT = "mid-2020 residents by ward of 2020, single year of age and sex"
FILES = {
    sex: f"population/ward_Mid-2020_{sex}-Table_1.csv.gz" for sex in ("Persons", "Females", "Males")
}
NOT_A_WARD = "a blank line or a note below the table"
NO_DISTRICT = "its district is not in the lookups of today's districts"


@dataclass(frozen=True)
class WardPopulation:
    """The tidy tables ``ward_age`` and ``set_aside``, the files read, and what is to be told."""

    tables: Mapping[str, pa.Table]
    file_rows: tuple[FileRow, ...] = ()
    notices: tuple[str, ...] = ()


def read_ward_population(
    folders: Sequence[Path], *, district_now: Mapping[str, str]
) -> WardPopulation:
    """Every ward's residents; tables without rows if a file is missing.

    ``district_now`` maps a district of the table's own year to the district of today.
    """
    missing = [name for name in FILES.values() if find_file(folders, name) is None]
    if missing:
        told = f"Not held: {WHAT} ({missing[0]}); people are told in shares, and in no rates."
        return WardPopulation(_tables(_no_wards(), []), notices=(told,))
    found = {sex: need_file(folders, name, what=WHAT) for sex, name in FILES.items()}
    ages = {sex: read_ward_ages(file) for sex, file in found.items()}
    _check_together(ages)
    frame = _frame(ages, district_now)
    kept = frame["ward_code"].nunique()
    read = [
        file.file_read(source=SOURCE, rows=ages[sex].rows_in, note=f"{WHAT}: {sex.lower()}")
        | {"rows_used": kept}
        for sex, file in found.items()
    ]
    aside = [row for one in ages.values() for row in _set_aside(one, kept)]
    return WardPopulation(_tables(frame, aside), tuple(read), _notices(ages["Persons"], kept))


def _tables(frame: pd.DataFrame, aside: list[FileRow]) -> dict[str, pa.Table]:
    return {
        "ward_age": tidy_frame("ward_age", frame),
        "set_aside": tidy_rows("set_aside", aside),
    }


def _no_wards() -> pd.DataFrame:
    columns = ("source", "year", "ward_code", "district_code", "age")
    return pd.DataFrame(columns=[*columns, "residents", "females", "males"])


def _check_together(ages: Mapping[str, WardAges]) -> None:
    """Each file is what its name says, and females and males are everybody."""
    for sex, one in ages.items():
        if one.sex != sex or one.year != 2020:
            found = f"found the table of {one.sex.lower()} of mid-{one.year}"
            refuse(one.file, f"{found}, expected {sex.lower()} of mid-2020.")
    everybody, females, males = (ages[sex] for sex in FILES)
    for one in (females, males):
        if (one.wards, one.districts) != (everybody.wards, everybody.districts):
            refuse(one.file, "its wards are not those of the table of everybody, in that order.")
    differs = (females.residents + males.residents != everybody.residents).any(axis=1)
    if differs.any():
        ward = everybody.wards[int(np.flatnonzero(differs)[0])]
        refuse(everybody.file, f"females and males of {ward} do not add up to everybody.")


def _frame(ages: Mapping[str, WardAges], district_now: Mapping[str, str]) -> pd.DataFrame:
    """Columns of ``ward_age``: a row for each ward and age, of the districts that are known."""
    everybody, females, males = (ages[sex] for sex in FILES)
    wards, years = everybody.residents.shape
    frame = pd.DataFrame(
        {
            "source": SOURCE,
            "year": everybody.year,
            "ward_code": np.repeat(everybody.wards, years),
            "district_code": pd.Series(np.repeat(everybody.districts, years)).map(
                dict(district_now)
            ),
            "age": np.tile(np.arange(years), wards),
            "residents": everybody.residents.ravel(),
            "females": females.residents.ravel(),
            "males": males.residents.ravel(),
        }
    )
    return frame[frame["district_code"].notna()]


def _set_aside(one: WardAges, kept: int) -> list[FileRow]:
    gone = {NOT_A_WARD: one.notes, NO_DISTRICT: len(one.wards) - kept}
    return [
        {"source": SOURCE, "file": one.file, "reason": reason, "rows": rows}
        for reason, rows in gone.items()
        if rows
    ]


def _notices(everybody: WardAges, kept: int) -> tuple[str, ...]:
    lost = len(everybody.wards) - kept
    if not lost:
        return ()
    return (f"{lost:,} wards of {everybody.file} are in no district of today, and are left out.",)
