"""A proposed mapping reads the file that it was proposed for."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
import yaml

from tests.partner_folder import asked, read
from wardwise.domain.errors import MappingError
from wardwise.pipeline.mapping import map_file
from wardwise.sources.partner_files.propose import propose


HEADINGS = (
    "Crime Ref No;HO Class;Offence Title;Date Recorded;Committed From Date;Committed From Time;"
    "Committed To Date;Committed To Time;Grid Easting;Grid Northing;DA Flag;Alcohol Related;"
    "Premises Type;Officer Name"
)


def _file(folder: Path) -> Path:
    lines = [
        f"40CR/{n}/24;28E;{('Burglary', 'Shoplifting')[n % 2]};{n % 28 + 1:02d}/02/2024;"
        f"{n % 28 + 1:02d}/01/2024;{('20:15', '00:01')[n % 5 == 0]};{n % 28 + 1:02d}/01/2024;22:00;"
        f"{509000 + n};{221000 + n};{('Y', '')[n % 3 == 0]};{('Yes', 'No')[n % 2]};"
        f"{('House', 'Shop')[n % 2]};PC Planted {n}"
        for n in range(60)
    ]
    (folder / "partners").mkdir()
    path = folder / "partners" / "extract.csv"
    path.write_text("\n".join([HEADINGS, *lines]), "cp1252")
    return path


def test_columns_formats_codes_flags_and_hours_are_found(tmp_path: Path) -> None:
    found = propose(_file(tmp_path), dataset="recorded_crime")
    assert found.missing == ()
    assert found.left == ("Officer Name",)
    columns = {field: one["column"] for field, one in found.columns.items()}
    assert columns == {
        "crime_reference": "Crime Ref No",
        "offence": "Offence Title",
        "offence_code": "HO Class",
        "recorded_on": "Date Recorded",
        "from": ["Committed From Date", "Committed From Time"],
        "to": ["Committed To Date", "Committed To Time"],
        "easting": "Grid Easting",
        "northing": "Grid Northing",
        "domestic_abuse": "DA Flag",
        "alcohol": "Alcohol Related",
        "premises": "Premises Type",
    }
    assert found.columns["from"]["format"] == ["%d/%m/%Y %H:%M", "%d/%m/%Y"]
    # where nothing says no, an empty cell has to; where there is a No, an empty cell is not known
    assert found.columns["domestic_abuse"] == {"column": "DA Flag", "yes": ["Y"], "blank": "no"}
    assert found.columns["alcohol"] == {
        "column": "Alcohol Related",
        "yes": ["Yes"],
        "no": ["No"],
    }
    # 12 of 60 times are 00:01
    assert found.unknown_hours == ("00:01",)


def test_the_proposed_mapping_reads_the_file_without_a_question(tmp_path: Path) -> None:
    told = map_file(_file(tmp_path), dataset="recorded_crime", to=tmp_path / "made_up.yaml")
    assert "Planted" not in told
    imported = read(tmp_path, asked("recorded_crime", "extract.csv"))
    records = imported.tables["partner_record"].to_pylist()
    assert sum(row["used"] for row in records) == 60
    assert [row["time_precision"] for row in records[:2]] == ["unknown hour", "span"]
    assert records[1]["flags"] == "domestic_abuse"
    assert imported.tables["partner_fault"].num_rows == 0


def test_what_no_column_is_like_is_named(tmp_path: Path) -> None:
    (tmp_path / "few.csv").write_text("Crime Ref,Colour\n1,red\n2,blue\n", "utf-8")
    text = map_file(tmp_path / "few.csv", dataset="recorded_crime")
    assert "# Still to be mapped: offence" in text
    assert "# Still to be mapped: recorded_on or from" in text
    assert "#   Colour" in text


def _workbook(path: Path, *, before: list[list[str]], indent: int = 0) -> Path:
    """A sheet with rows before the headings, and empty columns at the left."""
    rows = [
        ["Crime Ref", "Offence", "Date Recorded", "Ward"],
        *([f"40CR/{n}/24", "Burglary", f"2024-02-{n % 28 + 1:02d}", ""] for n in range(60)),
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([*before, *rows]):
            sheet.write_row(number, indent, row)
    return path


@pytest.mark.parametrize(
    ("before", "indent", "row"),
    [
        ([], 0, 1),
        ([["Recorded crime, Sampleshire"], [], ["Run on", "2024-03-01"]], 0, 4),
        ([["Recorded crime, Sampleshire"], []], 3, 3),
    ],
)
def test_headings_of_a_workbook_may_stand_below_a_title(
    tmp_path: Path, before: list[list[str]], indent: int, row: int
) -> None:
    path = _workbook(tmp_path / "partners" / "extract.xlsx", before=before, indent=indent)
    map_file(path, dataset="recorded_crime", to=tmp_path / "made_up.yaml")
    shape = yaml.safe_load((tmp_path / "made_up.yaml").read_text("utf-8"))["file"]
    assert shape.get("header_row", 1) == row
    imported = read(tmp_path, asked("recorded_crime", "extract.xlsx"))
    assert sum(imported.tables["partner_record"]["used"].to_pylist()) == 60


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("extract.zip", "this is a zip, and a mapping is proposed for one table"),
        ("extract.csv", "this is a zip"),
        ("extract.pdf", r"found a name that ends in '\.pdf', expected one of \.csv"),
    ],
)
def test_what_no_mapping_can_be_proposed_for_is_said(tmp_path: Path, name: str, says: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("crimes.csv", "a,b\n1,2\n")
    (tmp_path / name).write_bytes(held.getvalue())
    with pytest.raises(MappingError, match=says):
        map_file(tmp_path / name, dataset="recorded_crime")
    with pytest.raises(MappingError, match=r"none\.csv: there is no such file"):
        map_file(tmp_path / "none.csv", dataset="recorded_crime")


@pytest.mark.shared
def test_the_format_of_the_new_york_shootings_is_seen(shared: Path) -> None:
    path = shared / "data" / "records" / "nypd_shootings_2006_2020.csv.gz"
    text = propose(path, dataset="victims").as_yaml(name="proposed")
    part = yaml.safe_load(text)["datasets"]["victims"]["columns"]
    assert part["event_on"] == {"column": "OCCUR_DATE", "format": "%m/%d/%y"}
    assert (part["age_band"]["column"], part["sex"]["column"]) == ("VIC_AGE_GROUP", "VIC_SEX")


def test_the_rows_shown_keep_labels_that_come_again_further_down(tmp_path: Path) -> None:
    file = tmp_path / "crimes.csv"
    kinds = [f"Kind of offence {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
    rows = [f"N{n},{kind},0{1 + n % 9}/02/2025" for n, kind in enumerate(kinds * 2)]
    file.write_text("\n".join(["Crime No,Offence,Recorded Date", *rows]) + "\n", "utf-8")
    shown = map_file(file, dataset="recorded_crime")
    after = shown.split("\nAfter\n")[1]
    assert " | ".join(kinds[:10])[:60] in after
    assert "set_aside" not in after
