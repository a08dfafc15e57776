"""Force totals by quarter: a made-up table by hand, and the published one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.home_office_row import ROW, put_rows
from wardwise.sources.home_office import read_home_office


def test_quarter_4_of_2023_24_is_january_to_march_2024(tmp_path: Path) -> None:
    first = ROW | {"Financial Quarter": 1.0}
    table = read_home_office([put_rows(tmp_path, ROW, first)]).tables["force_quarter"]
    quarters = [(row["first_month"], row["last_month"]) for row in table.to_pylist()]
    assert quarters == [("2024-01", "2024-03"), ("2023-04", "2023-06")]


def test_a_count_below_nought_is_kept_and_said(tmp_path: Path) -> None:
    imported = read_home_office([put_rows(tmp_path, ROW | {"n": -2.0})])
    assert imported.tables["force_quarter"]["offences"].to_pylist() == [-2]
    assert "1 counts are below nought" in imported.notices[0]


def test_bodies_without_an_area_are_marked_where_the_file_does_not(tmp_path: Path) -> None:
    rows = [{**ROW, "Force": force} for force in ("Action Fraud", "Sampleshire")]
    for row in rows:
        del row["territorial"]
    table = read_home_office([put_rows(tmp_path, *rows)]).tables["force_quarter"]
    assert table["territorial"].to_pylist() == [False, True]


def test_the_home_office_spellings_are_read_too(tmp_path: Path) -> None:
    names = {
        "FY": "Financial Year",
        "Force": "Force Name",
        "Group": "Offence Group",
        "n": "Force Offences",
    }
    row = {names.get(column, column): value for column, value in ROW.items()}
    table = read_home_office([put_rows(tmp_path, row)]).tables["force_quarter"]
    assert table["offences"].to_pylist() == [12]


@pytest.mark.shared
def test_the_published_table_whole(shared: Path) -> None:
    table = read_home_office([shared / "data"]).tables["force_quarter"].to_pandas()
    assert len(table) == 321_893
    assert (table["first_month"].min(), table["last_month"].max()) == ("2012-04", "2025-12")
    forces = table.loc[table["territorial"], "force"].unique()
    assert len(forces) == 43


OUTCOME: dict[str, Any] = {
    "Financial Year": "2023/24",
    "Financial Quarter": 4.0,
    "Force": "Sampleshire",
    "Offence Group": "Robbery",
    "Outcome Group": "Charged/Summonsed",
    "Outcome Type": 1.0,
    "n": 12.0,
    "territorial": True,
}


def _with_outcomes(path: Path, *rows: dict[str, Any], name: str = "2023_24") -> Path:
    file = path / "home_office" / f"homeoffice_outcomes_{name}.parquet"
    pq.write_table(pa.Table.from_pylist(list(rows)), file)
    return path


def test_without_a_table_of_outcomes_there_is_none(tmp_path: Path) -> None:
    assert "force_outcome" not in read_home_office([put_rows(tmp_path, ROW)]).tables


def test_rows_of_one_outcome_are_added_up_and_every_row_is_accounted_for(tmp_path: Path) -> None:
    # 12 + 5 charged in one quarter; the carrier has dropped the offence code
    rows = (OUTCOME, OUTCOME | {"n": 5.0}, OUTCOME | {"Outcome Type": 18.0, "n": 40.0})
    imported = read_home_office([_with_outcomes(put_rows(tmp_path, ROW), *rows)])
    found = imported.tables["force_outcome"].to_pylist()
    assert [(row["outcome_type"], row["offences"]) for row in found] == [(1, 17), (18, 40)]
    assert found[0]["first_month"] == "2024-01"
    read = {row["source"]: row for row in imported.tables["file_read"].to_pylist()}
    assert read["home_office_outcomes"]["rows_in"] == 3


def test_of_two_tables_with_the_same_quarter_the_later_by_name_is_used(tmp_path: Path) -> None:
    folder = _with_outcomes(put_rows(tmp_path, ROW), OUTCOME, name="2023_24")
    _with_outcomes(folder, OUTCOME | {"n": 13.0}, name="2023_24_revised")
    found = read_home_office([folder]).tables["force_outcome"].to_pylist()
    assert [row["offences"] for row in found] == [13]


@pytest.mark.shared
def test_published_outcomes_add_up_to_the_offences_recorded(shared: Path) -> None:
    tables = read_home_office([shared / "data"]).tables
    outcomes, crime = (
        tables[name].to_pandas().set_index(["force", "first_month"])
        for name in ("force_outcome", "force_quarter")
    )
    ended = outcomes.groupby(level=[0, 1])["offences"].sum()
    crime = crime[~crime["offence_group"].str.contains("Fraud")]
    recorded = crime.groupby(level=[0, 1])["offences"].sum().loc[ended.index]
    assert len(ended) == 44 * 4
    assert (ended == recorded).all()
