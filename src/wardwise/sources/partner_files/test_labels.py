"""What a column of labels may not let through, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from tests.partner_folder import (
    asked,
    crime,
    crimes,
    door,
    read,
    written,
)
from wardwise.domain.mapping import ColumnMapping, DatasetMapping
from wardwise.sources.partner_files.extract import Extract, rows_in_use
from wardwise.sources.partner_files.labels import (
    gives_away,
    is_a_heading,
    may_be_kept,
    strays,
    why_no_label,
)
from wardwise.sources.partner_files.raw_table import RawTable
from wardwise.sources.partner_files.schema import datasets


LABELS = (
    "House", "Licensed premises", "105/01", "8N", "28E", "PC World", "12-17", "2023-24", "ATM",
    "Public order: racially aggravated", "E06000032", "Violence with injury (2023)", "0",
)  # fmt: skip
DETAILS = (
    "quillon.h@planted.example", "07911 555123", "(01582) 496 0000", "+44 7911 555123",
    "tel 0044 7911 555123", "flat LU1 2SE", "QQ 12 34 56 C", "943 476 5919", "9434765919",
    "29/02/1972", "29.2.72", "1972-02-29", "29 Feb 1972", "QH29021972", "HX290272Q", "72/123456X",
    "Mr Hartsplanted", "Miss Q", "DOB unknown", "see @hartsplanted", "77 Plantedly Crescent",
    "AB12 CDE", "4929 1234 5678 9012",
)  # fmt: skip
NAMES = ("Hartsplanted", "Quillon Hartsplanted", "HARTSPLANTED, Q.", "Q.H. 12", "his aunt at no 9")


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_kept(label: str) -> None:
    assert may_be_kept(label)


@pytest.mark.parametrize("details", DETAILS)
def test_a_persons_details_are_not_a_label(details: str) -> None:
    assert not may_be_kept(details)


def test_a_table_of_counts_may_name_its_cohort_by_dates() -> None:
    cohort = "Caseload 2022-04-01 to 2022-06-30"
    assert why_no_label(cohort, counts=True) is None
    assert not may_be_kept(cohort)


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_once_and_is_no_short_code_could_be_a_name(name: str) -> None:
    text = pa.array(["House", "House", "V12", "8N/8L", "", name])
    # a name that is on no list is kept out of a file of any length; short codes stay
    assert list(strays(text)) == [name]


def test_a_number_of_a_person_is_known_by_the_column_that_holds_it() -> None:
    text = pa.array(["N1", "N1", "Park", "Park", "8N", "8N"])
    people = pa.array(["N1", "N2", "Park", "", "", ""])
    # Park is a surname and a kind of place: only what has a digit is a number
    assert list(strays(text, identifying=[people])) == ["N1"]


def test_a_heading_may_be_long_and_name_what_is_below_it() -> None:
    assert is_a_heading("DOB")
    assert is_a_heading("How safe do you feel walking alone in your area " + "after dark? " * 9)
    assert not is_a_heading("29/02/1972")
    assert not is_a_heading("07911 555123")


def test_a_files_name_may_hold_the_day_of_the_extract_and_no_number_of_a_person() -> None:
    assert not gives_away("crimes_31-03-2026.csv")
    assert not gives_away("Q1_2026/victims_20260401_20260630.xlsx")
    assert gives_away("statement_07911555123.csv")
    assert gives_away("offender_LU1_2SE.csv")


def every_label() -> list[tuple[str, str]]:
    """Dataset and field of every column whose supplier's own words may be kept."""
    return [
        (dataset.name, field.name)
        for dataset in datasets().values()
        for field in dataset.fields
        if field.kind in ("code", "ethnicity") and dataset.unit != "aggregate"
    ]


@pytest.mark.parametrize(("dataset", "field"), every_label(), ids="-".join)
def test_no_column_of_labels_lets_a_person_through(dataset: str, field: str) -> None:
    cells = pa.array([*["Shop"] * 30, *DETAILS, *NAMES, "N7", "N7"])
    n = len(cells)
    raw = RawTable(
        "made.csv", {"L": cells, "P": pa.array(["N7"] * n)}, pa.array(range(n)).to_numpy(),
        pa.array([False] * n).to_numpy(zero_copy_only=False),
    )  # fmt: skip
    described = datasets()[dataset]
    columns = {field: ColumnMapping(column=("L",), otherwise="keep")}
    for number in (one for one in described.fields if one.kind in ("person", "reference")):
        columns[number.name] = ColumnMapping(column=("P",))
    part = DatasetMapping(columns=columns)
    file = asked(dataset, "made.csv")
    extract = Extract(file, described, part, raw, door(), rows_in_use(raw, part))
    held = set(extract.plain(field).to_pylist())
    numbered = any(one.kind in ("person", "reference") for one in described.fields)
    assert held == ({"Shop", None} if numbered else {"Shop", None, "N7"})
    told = extract.account.quality_table(source="s", file="f").to_pylist()
    faults = sum(row["rows"] for row in told if row["check"].startswith("fault: "))
    assert faults == len(DETAILS) + len(NAMES) + 2 * numbered


def test_what_is_not_kept_is_counted_and_its_row_stays(tmp_path: Path) -> None:
    rows = [*crimes(), crime(13, PREMISES="Quillon Hartsplanted")]
    written(tmp_path, "crimes.csv", rows)
    imported = read(tmp_path, asked("recorded_crime", "crimes.csv"))
    records = imported.tables["partner_record"]
    assert records["premises"].to_pylist() == ["House"] * 12 + [None]
    assert all(records["used"].to_pylist())
    (fault,) = imported.tables["partner_fault"].to_pylist()
    assert (fault["row"], fault["field"]) == (14, "premises")
    assert "could be a name" in fault["reason"]


def test_a_count_is_not_as_long_as_a_telephone_number(tmp_path: Path) -> None:
    lines = ["PERIOD,ITEM,N,OF", "2024-01,tests,7911555123,", "2024-02,tests,5,"]
    written(tmp_path, "tests.csv", lines)
    imported = read(tmp_path, asked("drug_tests", "tests.csv"))
    assert imported.tables["partner_return"]["value"].to_pylist() == [None, 5]
