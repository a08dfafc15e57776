"""Residents by ward and age: a made-up table of two wards, its faults, and the real one."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from wardwise.domain.errors import ExtractError
from wardwise.sources.geography import read_geography
from wardwise.sources.geography.ward_ages import FILES, read_ward_population


NOW = {"E06000001": "E06000001", "E07000026": "E06000063"}
HEADER = ["Ward Code 1", "Ward Name 1", "LA Code (2021 boundaries)", "LA name (2021 boundaries)",
          "All Ages", *map(str, range(90)), "90+"]  # fmt: skip
FEMALES, MALES = 600, 500
Row = list[str]


def rows_of(sex: str) -> list[Row]:
    """Seven are 14, and everybody else is 90 and over."""
    people = {"Persons": FEMALES + MALES, "Females": FEMALES, "Males": MALES}[sex]
    ages = ["0"] * 91
    ages[90] = f"{people:,}"
    blank = [""] * len(HEADER)
    title = f"Table SAPE23DT8a: Mid-2020 Population Estimates for 2020 Wards by Age, {sex} - X"
    fourteen = {"Persons": 7, "Females": 3, "Males": 4}[sex]
    ages[14] = str(fourteen)
    total = f"{people + fourteen:,}"
    return [
        ["Contents", *blank[1:]],
        [title, *blank[1:]],
        HEADER,
        ["E05000001", "Hart, West", "E06000001", "Hartlepool", total, *ages],
        ["E05000002", "Dalton", "E07000026", "Allerdale", total, *ages],
        blank,
        ["1. A note", *blank[1:]],
    ]


def folder_of(path: Path, **changed: list[Row]) -> Path:
    (path / "population").mkdir(parents=True)
    for sex, name in FILES.items():
        rows = changed.get(sex, rows_of(sex))
        with (path / name.removesuffix(".gz")).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return path


def changed(sex: str, row: int, column: int, cell: str) -> list[Row]:
    rows = rows_of(sex)
    rows[row] = [*rows[row][:column], cell, *rows[row][column + 1 :]]
    return rows


def test_every_ward_and_age_is_a_row_of_the_district_of_today(tmp_path: Path) -> None:
    found = read_ward_population([folder_of(tmp_path)], district_now=NOW)
    table = found.tables["ward_age"].to_pandas()
    assert len(table) == 2 * 91
    old = table[(table["district_code"] == "E06000063") & (table["age"] == 90)].iloc[0]
    # 600 and 500 of 90 and over; '1,100' in the file
    assert (old["residents"], old["females"], old["males"], old["year"]) == (1100, 600, 500, 2020)
    aside = found.tables["set_aside"].to_pylist()
    for row in found.file_rows:
        # two wards, a blank line and a note
        assert (row["rows_in"], row["rows_used"]) == (4, 2)
        assert sum(one["rows"] for one in aside if one["file"] == row["path"]) == 2
    assert not found.notices


def test_a_ward_of_no_known_district_is_set_aside_and_told(tmp_path: Path) -> None:
    found = read_ward_population([folder_of(tmp_path)], district_now={"E06000001": "E06000001"})
    assert set(found.tables["ward_age"].to_pandas()["district_code"]) == {"E06000001"}
    reasons = {row["reason"]: row["rows"] for row in found.tables["set_aside"].to_pylist()}
    assert reasons["its district is not in the lookups of today's districts"] == 1
    assert "1 wards" in found.notices[0]


def test_without_one_of_the_three_files_there_are_no_rows_and_it_is_said(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / FILES["Males"].removesuffix(".gz")).unlink()
    found = read_ward_population([folder], district_now=NOW)
    assert found.tables["ward_age"].num_rows == 0
    assert "Males" in found.notices[0]
    assert "no rates" in found.notices[0]


@pytest.mark.parametrize(
    ("sex", "rows", "said"),
    [
        ("Persons", changed("Persons", 3, 4, "1,108"), "row 4, column 'All Ages': the ages add"),
        ("Persons", changed("Persons", 3, 10, "x"), "row 4, column '5': found 'x'"),
        ("Persons", changed("Persons", 3, 10, "9" * 25), "row 4, column '5': found '99999"),
        ("Persons", changed("Persons", 3, 10, "-1"), "row 4, column '5': found '-1'"),
        ("Persons", changed("Persons", 4, 0, "E05000001"), "row 5, column 'Ward Code 1'"),
        ("Persons", changed("Persons", 4, 0, "Dalton"), "row 5: found no code of a ward"),
        ("Persons", rows_of("Females"), "found the table of females"),
        ("Persons", changed("Persons", 2, 95, "90"), "column '90+' is not there"),
        ("Persons", rows_of("Persons")[3:], "a header that begins 'Ward Code 1'"),
        ("Persons", changed("Persons", 1, 0, "A table"), "a title with year and sex"),
        ("Persons", rows_of("Persons")[:3], "found no ward"),
        ("Persons", [*rows_of("Persons")[:4], ["E05000002"]], "its rows differ in length"),
        ("Males", changed("Males", 4, 0, "E05000003"), "its wards are not those"),
        (
            "Males",
            changed("Males", 1, 0, "Mid-2019 Population Estimates Males"),
            "males of mid-2019",
        ),
    ],
)
def test_a_fault_is_one_sentence(tmp_path: Path, sex: str, rows: list[Row], said: str) -> None:
    folder = folder_of(tmp_path, **{sex: rows})
    with pytest.raises(ExtractError) as fault:
        read_ward_population([folder], district_now=NOW)
    assert said in str(fault.value)


def test_females_and_males_have_to_be_everybody(tmp_path: Path) -> None:
    rows = rows_of("Males")
    # one more of 15 and one fewer of 14: the sum of all ages stays
    rows[3] = [*rows[3][:19], "3", "1", *rows[3][21:]]
    with pytest.raises(ExtractError, match="do not add up to everybody"):
        read_ward_population([folder_of(tmp_path, Males=rows)], district_now=NOW)


@pytest.mark.shared
def test_the_published_tables_give_the_published_sums(shared: Path) -> None:
    tables = read_geography([shared / "data"]).tables
    table = tables["ward_age"].to_pandas()
    by_district = table.groupby("district_code")["residents"].sum()
    # ONS: mid-2020 estimates of England and Wales, Dudley and Milton Keynes
    assert table["residents"].sum() == 59_719_724
    assert (by_district["E08000027"], by_district["E06000042"]) == (322_363, 270_203)
    assert set(by_district.index) == set(tables["district"].to_pandas()["district_code"])
    # another table of the same estimates: by LSOA of 2011, where a district is as it was
    other = pd.read_csv(shared / "data" / "population" / "population20_lsoa11.csv.gz")
    lookup = tables["lsoa_2011"].to_pandas().merge(
        tables["lsoa"].to_pandas()[["lsoa_code", "district_code"]],
        left_on="lsoa21_code", right_on="lsoa_code",
    ).drop_duplicates("lsoa11_code")  # fmt: skip
    dudley = lookup.loc[lookup["district_code"] == "E08000027", "lsoa11_code"]
    fourteen = other.loc[other["lsoa11_code"].isin(dudley), "14"].sum()
    ours = table[(table["district_code"] == "E08000027") & (table["age"] == 14)]
    assert ours["residents"].sum() == fourteen
