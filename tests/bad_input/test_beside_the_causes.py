"""What is not refused, and what is said besides: the other side of the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bad_input import context, ons, settings
from tests.bad_input.context import GOOD, HEADER, SECOND
from tests.bad_input.reference import WARDS
from tests.sample_folder import LSOAS, sample_folder
from tests.sample_workbook import sample_sheets, workbook_with
from wardwise.domain.errors import AssessmentError
from wardwise.sources.context import read_context
from wardwise.sources.geography import read_geography
from wardwise.sources.ons_csp import read_ons_csp


def test_the_workbook_without_a_fault_is_read(tmp_path: Path) -> None:
    rows = read_ons_csp([workbook_with(tmp_path, lambda _: None)]).tables["official_count"]
    # 4 lines × 23 columns (the total and 22 offences) × 2 years
    columns = len(sample_sheets()["Table C2"][ons.HEADINGS]) - 6
    assert rows.num_rows == 4 * columns * 2 == 184


def test_the_folder_without_a_fault_is_read(tmp_path: Path) -> None:
    assert read_geography([sample_folder(tmp_path)]).tables["lsoa"].num_rows == len(LSOAS)


def test_a_byte_order_mark_in_a_lookup_does_no_harm(tmp_path: Path) -> None:
    file = sample_folder(tmp_path) / WARDS
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert read_geography([tmp_path]).tables["lsoa"].num_rows == len(LSOAS)


def test_a_byte_order_mark_in_a_context_file_does_no_harm(tmp_path: Path) -> None:
    context.written(HEADER, GOOD, encoding="utf-8-sig")(tmp_path)
    imported = read_context([tmp_path], names=["ours.csv"], area_code="E06999991")
    (row,) = imported.tables["context_indicator"].to_pylist()
    assert (row["value"], row["lower"], row["england"]) == (55.0, 50.0, 70.0)


def test_every_fault_of_the_settings_is_said_at_once(tmp_path: Path) -> None:
    text = "partnership: {code: x, nam: y}\nevidence: {recorded_crime: z}\n"
    act = settings.written(text)(tmp_path)
    with pytest.raises(AssessmentError) as fault:
        act()
    # code, name missing, force missing, nam unknown, recorded_crime
    assert len(str(fault.value).splitlines()) == 5


def test_every_fault_of_a_context_file_is_said_at_once(tmp_path: Path) -> None:
    lines = (HEADER, GOOD.replace(",55,", ",x,"), SECOND.replace("DfE", ""))
    act = context.written(*lines)(tmp_path)
    with pytest.raises(AssessmentError) as fault:
        act()
    assert "row 2, column 'value'" in str(fault.value)
    assert "Row 3, column 'published_by'" in str(fault.value)


def test_what_is_expected_and_missing_is_named(tmp_path: Path) -> None:
    context.written(HEADER, GOOD)(tmp_path)
    imported = read_context([tmp_path], names=["ours.csv"], area_code="E06999991")
    assert not any("Children in care" in notice for notice in imported.notices)
    assert any("Attainment 8 score" in notice for notice in imported.notices)


def test_a_value_for_another_area_is_not_a_value_for_ours(tmp_path: Path) -> None:
    context.written(HEADER, GOOD.replace("E06999991", "E92000001"))(tmp_path)
    imported = read_context([tmp_path], names=["ours.csv"], area_code="E06999991")
    assert any("Children in care" in notice for notice in imported.notices)
