"""Geographies of a small made-up folder, worked by hand, and of the real files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.sample_folder import OTHERHAM, SAMPLETON, sample_folder
from wardwise.sources.geography import read_geography
from wardwise.sources.tidy import schema


@pytest.fixture(scope="module")
def lsoas(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """The tidy table of the made-up folder, by code."""
    folder = sample_folder(tmp_path_factory.mktemp("data"))
    frame: pd.DataFrame = read_geography([folder]).tables["lsoa"].to_pandas()
    return frame.set_index("lsoa_code")


def test_every_lsoa_knows_its_ward_district_partnership_and_force(lsoas: pd.DataFrame) -> None:
    row = lsoas.loc["E01999993"]
    assert (row["ward_name"], row["district_code"], row["csp_code"], row["force_name"]) == (
        "Westgate",
        SAMPLETON,
        "E22999991",
        "Sampleshire",
    )
    assert (row["residents"], row["households"]) == (1200, 500)


def test_deprived_households_are_those_in_two_or_more_dimensions(lsoas: pd.DataFrame) -> None:
    # 10, 20, 30, 40 and 50 households in 0 to 4 dimensions: 30 + 40 + 50 = 120
    assert lsoas.loc["E01999991", "households_deprived"] == 120
    assert lsoas["households_deprived"].isna().sum() == 5


def test_the_2019_index_is_carried_by_the_written_rule(lsoas: pd.DataFrame) -> None:
    # unchanged: as it was
    assert tuple(lsoas.loc["E01999991", ["imd2019_rank", "imd2019_decile"]]) == (10, 1)
    # split: both parts have the rank of the whole
    assert list(lsoas.loc[["E01999992", "E01999993"], "imd2019_rank"]) == [50, 50]
    # merged: (20 × 1,000 + 80 × 3,000) / 4,000 = 65, which of 100 ranks is the seventh tenth
    assert tuple(lsoas.loc["E01999994", ["imd2019_rank", "imd2019_decile"]]) == (65, 7)


def test_what_has_no_index_is_empty_and_not_nought(lsoas: pd.DataFrame) -> None:
    assert lsoas.loc["E01999991", "imd2025_score"] == 60.5
    assert lsoas["imd2025_decile"].isna().sum() == 5


def test_the_tables_have_the_columns_of_the_contract(tmp_path: Path) -> None:
    tables = read_geography([sample_folder(tmp_path)]).tables
    for name in ("lsoa", "lsoa_2011", "district", "ethnicity", "file_read"):
        assert tables[name].schema.equals(schema(name))


def test_ages_of_a_district_add_up_to_everyone(tmp_path: Path) -> None:
    rows = read_geography([sample_folder(tmp_path)]).tables["district"].to_pylist()
    ours = next(row for row in rows if row["district_code"] == SAMPLETON)
    # 400 + 450 children; 1,500 + 1,350 of working age; 4,600 − 850 − 2,850 = 900 older
    assert (ours["younger"], ours["working_age"], ours["older"]) == (850, 2850, 900)
    other = next(row for row in rows if row["district_code"] == OTHERHAM)
    # no table of ages for it: residents are its LSOAs, 1,400 + 1,500; ages are not known
    assert (other["residents"], other["older"]) == (2900, None)


def test_nineteen_groups_become_five_and_percentages_are_left_out(tmp_path: Path) -> None:
    rows = read_geography([sample_folder(tmp_path)]).tables["ethnicity"].to_pylist()
    people = {row["ethnic_group"]: row["people"] for row in rows}
    # Irish 10 + Roma 11 = 21; the row of percentages (12) is not people
    assert people == {"White": 21, "Other ethnic group": 7}


def test_a_missing_file_that_can_be_done_without_is_named(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path)
    (folder / "imd" / "imd2019_england_lsoa11.csv").unlink()
    imported = read_geography([folder])
    assert any("Index of Multiple Deprivation 2019" in notice for notice in imported.notices)
    assert imported.tables["lsoa"]["imd2019_rank"].null_count == 6


def test_paths_of_files_are_relative_to_the_data_folder(tmp_path: Path) -> None:
    rows = read_geography([sample_folder(tmp_path)]).tables["file_read"].to_pylist()
    assert all(row["path"].split("/")[0] in ("geography", "population", "imd") for row in rows)


@pytest.mark.shared
def test_england_and_wales_whole(shared: Path) -> None:
    lsoa = read_geography([shared / "data"]).tables["lsoa"].to_pandas()
    assert len(lsoa) == 35_672
    assert lsoa["residents"].sum() == 59_597_601
    wales = lsoa["lsoa_code"].str.startswith("W")
    assert lsoa.loc[wales, ["imd2019_decile", "imd2025_decile"]].isna().all(axis=None)
    assert lsoa.loc[~wales, "imd2025_decile"].notna().all()


@pytest.mark.shared
def test_a_district_with_several_partnerships_is_parted(shared: Path) -> None:
    lsoa = read_geography([shared / "data"]).tables["lsoa"].to_pandas()
    counts = lsoa[lsoa["district_code"] == "E06000058"]["csp_name"].value_counts()
    assert counts.to_dict() == {"Bournemouth": 114, "Poole": 95, "Dorset": 31}


@pytest.mark.shared
def test_older_people_of_dudley_are_all_counted(shared: Path) -> None:
    rows = read_geography([shared / "data"]).tables["district"].to_pylist()
    dudley = next(row for row in rows if row["district_code"] == "E08000027")
    # 20.4% were 65 and over at mid-2020; the carrier's own column stops at 74 and holds 10.5%
    assert 0.19 < dudley["older"] / dudley["residents"] < 0.21
