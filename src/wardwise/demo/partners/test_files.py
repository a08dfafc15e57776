"""How suppliers' files are written: cells, sheets and planted faults."""

from __future__ import annotations

import datetime
import io

import numpy as np
import pyarrow as pa
import pytest
from python_calamine import CalamineWorkbook

from wardwise.demo.partners.faults import Spoiler, with_cells
from wardwise.demo.partners.returns import financial_quarter
from wardwise.demo.partners.supply import partner_file_settings, secret_text
from wardwise.demo.partners.text import clock_text, csv_text, day_text, picked, quoted
from wardwise.demo.partners.words import SURNAMES
from wardwise.demo.partners.workbook import SheetOf, workbook
from wardwise.domain.period import Month
from wardwise.reference.load import load_table


def sheet() -> SheetOf:
    columns = {
        "Name": pa.array(["A & B", "", "<c>"]),
        "Day": pa.array([0, 19_000, None], pa.int64()),
        "Number": pa.array([1.5, None, -2.0]),
    }
    return SheetOf("Rows", ("A title",), columns, dates=("Day",))


def test_a_workbook_is_read_as_it_was_written() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook([sheet()])))
    rows = book.get_sheet_by_name("Rows").to_python(skip_empty_area=False)
    # 19,000 days after 1 January 1970 is 8 January 2022
    assert rows == [
        ["A title", "", ""],
        ["Name", "Day", "Number"],
        ["A & B", datetime.date(1970, 1, 1), 1.5],
        ["", datetime.date(2022, 1, 8), ""],
        ["<c>", "", -2.0],
    ]


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert workbook([sheet()]) == workbook([sheet()])


def test_a_csv_file_has_titles_quotes_and_lines_that_are_no_rows() -> None:
    columns = {"A": pa.array(["1", "2"]), "B": quoted(pa.array(['say "x"', "a;b"]))}
    text = csv_text(columns, delimiter=";", before=["Title;"], after=["cut"])
    assert text.split("\r\n") == ["Title;", "A;B", '1;"say ""x"""', '2;"a;b"', "cut", ""]


def test_days_and_times_in_the_suppliers_style() -> None:
    assert day_text(np.array([0, 19_000]), "{d}.{m}.{y}").to_pylist() == [
        "01.01.1970",
        "08.01.2022",
    ]
    assert clock_text(np.array([1441, 5 * 1440 + 65])).to_pylist() == ["00:01", "01:05"]
    assert picked(("x", "y"), np.array([1, -1])).to_pylist() == ["y", ""]


def test_a_cell_is_spoilt_once_and_counted() -> None:
    columns = {"A": pa.array(list("abcdefgh"))}
    spoiler = Spoiler.of("file", "fires", columns, np.random.default_rng(1))
    spoiler.cells(columns, "A", ["?", "!"], told=("category", "code"), aside=True)
    spoiler.cells(columns, "A", ["-"], told=("category", "sign"))
    found = columns["A"].to_pylist()
    assert [found[0], found[-1]] == ["a", "h"]
    assert sorted(set(found) - set("abcdefgh")) == ["!", "-", "?"]
    assert [(one.rows, one.aside) for one in spoiler.planted] == [(2, True), (1, False)]


def test_cells_go_to_the_rows_they_are_meant_for() -> None:
    found = with_cells(pa.array(list("abcd")), np.array([3, 0]), ["for d", "for a"])
    assert found.to_pylist() == ["for a", "b", "c", "for d"]


@pytest.mark.parametrize(
    ("month", "named"),
    [((2024, 3), "2023/24 Q4"), ((2024, 6), "2024/25 Q1"), ((2026, 9), "2026/27 Q2")],
)
def test_financial_quarters_begin_in_april(month: tuple[int, int], named: str) -> None:
    assert financial_quarter(Month(*month)) == named


def test_every_dataset_is_supplied_lawfully_and_one_quarter_never_was() -> None:
    asked = partner_file_settings()
    every = {row["dataset"] for row in load_table("partner_datasets").rows}
    assert {one.dataset for one in asked} == every
    assert all(one.controller and one.purpose and one.retain_until for one in asked)
    assert sum(one.dataset == "fires" for one in asked) == 12
    assert sum(one.dataset == "ambulance_calls" for one in asked) == 11


def test_the_secret_follows_from_the_seed_and_names_are_hunted_for_one_by_one() -> None:
    assert secret_text(seed=1) == secret_text(seed=1) != secret_text(seed=2)
    assert len(secret_text(seed=1).strip()) == 64
    assert len(set(SURNAMES)) == 600
