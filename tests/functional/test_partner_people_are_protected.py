"""The hunt: no planted identifier in the tables, the store, notices, errors, the workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.partner_folder import SECRET, VICTIM_HEADER, asked, crime, crimes, read, victim, written
from wardwise.domain.errors import AssessmentError
from wardwise.pipeline.mapping import map_file
from wardwise.sources.imported import Imported
from wardwise.sources.partner_files.workbook import supplier_workbook
from wardwise.store.tidy import TidyStore


PLANTED = (
    "Planted",
    "Plantedson",
    "N-PLANTED-7",
    "14/02/1991",
    "1991-02-14",
    "rear window",
    "40/PLANTED/24",
    "LU1 2SE",
    "planted@example.org",
    SECRET.decode(),
)


def _files(folder: Path) -> None:
    told = crime(13, REF="40/PLANTED/24", PREMISES="planted@example.org", MO="Planted rear window")
    written(folder, "crimes.csv", [*crimes(), told])
    person = victim(
        1,
        REF="40/PLANTED/24",
        PERSON="N-PLANTED-7",
        DOB="14/02/1991",
        AGE="",
        HOME="LU1 2SE",
        NAME="Planted Plantedson",
    )
    written(folder, "victims.csv", [VICTIM_HEADER, person, victim(2)])


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    _files(tmp_path)
    return read(tmp_path, asked("recorded_crime", "crimes.csv"), asked("victims", "victims.csv"))


def _found(data: bytes) -> list[str]:
    return [one for one in PLANTED if one.encode() in data]


def test_no_identifier_is_in_any_table_or_notice(imported: Imported) -> None:
    for name, table in imported.tables.items():
        assert _found(repr(table.to_pylist()).encode()) == [], name
    assert _found(" ".join(imported.notices).encode()) == []


def test_the_person_is_there_all_the_same(imported: Imported) -> None:
    people = imported.tables["partner_person"].to_pylist()
    # born on 14 February 1991, the crime was on 2 January 2024: 32, a birthday to come
    assert (people[0]["age"], people[0]["sex"]) == (32, "F")
    assert len(people[0]["person_key"]) == 32


def test_no_identifier_is_in_the_store_on_disk(imported: Imported, tmp_path: Path) -> None:
    store = tmp_path / "store"
    TidyStore(store).put("a" * 64, tables=imported.tables, notices=imported.notices)
    files = [path for path in store.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert _found(path.read_bytes()) == [], path.name


def test_no_identifier_is_in_the_workbook_that_goes_back(imported: Imported) -> None:
    import io

    from python_calamine import CalamineWorkbook

    for source, file in (
        ("partner:recorded_crime", "crimes.csv"),
        ("partner:victims", "victims.csv"),
    ):
        book = supplier_workbook(imported.tables, source=source, file=file)
        opened = CalamineWorkbook.from_filelike(io.BytesIO(book))
        assert opened.sheet_names == ["About", "Rows set aside", "Faults", "Checks"]
        for name in opened.sheet_names:
            rows = opened.get_sheet_by_name(name).to_python()
            assert _found(repr(rows).encode()) == [], name
        assert supplier_workbook(imported.tables, source=source, file=file) == book


def test_the_workbook_names_the_row_of_a_fault(imported: Imported) -> None:
    import io

    from python_calamine import CalamineWorkbook

    book = supplier_workbook(imported.tables, source="partner:recorded_crime", file="crimes.csv")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_name("Faults")
    # twelve crimes after the heading: the thirteenth is row 14 of the file
    assert [14.0, "premises"] in [row[:2] for row in sheet.to_python()]


@pytest.mark.parametrize(
    "changed",
    [
        {"DOB": "14/02/1991x"},
        {"AGE": "14/02/1991"},
        {"SEX": "Planted"},
        {"REF": "40/PLANTED/24"},
    ],
)
def test_no_identifier_is_in_an_error(tmp_path: Path, changed: dict[str, str]) -> None:
    rows = [victim(n, **changed) for n in range(20)]
    written(tmp_path, "crimes.csv", crimes())
    written(tmp_path, "victims.csv", [VICTIM_HEADER, *rows])
    files = asked("recorded_crime", "crimes.csv"), asked("victims", "victims.csv")
    with pytest.raises(AssessmentError) as fault:
        read(tmp_path, *files)
    assert _found(str(fault.value).encode()) == []


def test_no_identifier_is_in_a_proposed_mapping_or_its_ten_rows(tmp_path: Path) -> None:
    _files(tmp_path)
    for name, dataset in (("crimes.csv", "recorded_crime"), ("victims.csv", "victims")):
        told = map_file(tmp_path / "partners" / name, dataset=dataset)
        assert _found(told.encode()) == [], name


def test_free_text_stays_outside_unless_it_is_asked_for(tmp_path: Path) -> None:
    written(tmp_path, "crimes.csv", crimes())
    without = read(tmp_path, asked("recorded_crime", "crimes.csv")).tables["partner_record"]
    assert without["free_text"].null_count == without.num_rows
    file = asked("recorded_crime", "crimes.csv", free_text=["free_text"])
    asked_for = read(tmp_path, file).tables["partner_record"]
    assert set(asked_for["free_text"].to_pylist()) == {"entered by the rear window"}


def test_the_same_person_has_the_same_key_in_two_extracts_and_roles(tmp_path: Path) -> None:
    written(tmp_path, "one.csv", [VICTIM_HEADER, victim(1), victim(2)])
    written(tmp_path, "two.csv", [VICTIM_HEADER, victim(2, REF="40/9/24"), victim(3)])
    one, two = (
        read(tmp_path, asked(dataset, file)).tables["partner_person"]["person_key"].to_pylist()
        for dataset, file in (("victims", "one.csv"), ("suspects", "two.csv"))
    )
    assert one[1] == two[0]
    assert len({*one, *two}) == 3
