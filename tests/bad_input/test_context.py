"""Faults of a context file, each by its cause: what is said and the exit code."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from wardwise.domain.errors import AssessmentError
from wardwise.sources.context import read_context
from wardwise.sources.context.row import COLUMNS


Act = Callable[[], object]
HEADER = ",".join(COLUMNS)
GOOD = "Children in care,E06999991,2024,55,50,60,per 10 000 children,70,65,DfE,2024-11-14"
SECOND = GOOD.replace("2024,55", "2023,54")


def _read(path: Path) -> Act:
    return partial(read_context, [path], names=["ours.csv"], area_code="E06999991")


def _written(*lines: str, encoding: str = "utf-8") -> Callable[[Path], Act]:
    def make(path: Path) -> Act:
        (path / "context").mkdir()
        (path / "context" / "ours.csv").write_text("\n".join(lines) + "\n", encoding)
        return _read(path)

    return make


def _empty(path: Path) -> Act:
    (path / "context").mkdir()
    (path / "context" / "ours.csv").touch()
    return _read(path)


CASES: list[tuple[str, Callable[[Path], Act], int, tuple[str, ...]]] = [
    ("the context file is not there", _read, 16, ("context/ours.csv", "none of the 1 data")),
    ("the context file is empty", _empty, 16, ("context/ours.csv", "empty")),
    (
        "the context file is parted by semicolons",
        _written(HEADER.replace(",", ";"), GOOD.replace(",", ";")),
        10,
        ("row 1, column 'indicator'", "semicolons"),
    ),
    (
        "the context file was saved in a Windows encoding",
        _written(HEADER, GOOD, GOOD.replace("DfE", "Ministère"), encoding="cp1252"),
        10,
        ("row 3", "not UTF-8", "CSV UTF-8"),
    ),
    (
        "a column of the context file is missing",
        _written(HEADER.replace(",england", ""), GOOD),
        10,
        ("column 'england'", "no such column"),
    ),
    (
        "a heading of the context file is there twice",
        _written(HEADER + ",value", GOOD + ",1"),
        10,
        ("column 'value'", "twice"),
    ),
    (
        "a number carries a percent sign",
        _written(HEADER, GOOD.replace(",55,", ",55%,")),
        10,
        ("row 2, column 'value'", "'55%'", "no % or comma"),
    ),
    (
        "a number is not a finite number",
        _written(HEADER, GOOD.replace(",55,", ",NaN,")),
        10,
        ("row 2, column 'value'", "'NaN'"),
    ),
    (
        "a date was turned round by a spreadsheet",
        _written(HEADER, GOOD.replace("2024-11-14", "14/11/2024")),
        10,
        ("column 'published_on'", "'14/11/2024'", "spreadsheet"),
    ),
    (
        "a value lies outside its own interval",
        _written(HEADER, GOOD.replace(",50,60,", ",60,70,")),
        10,
        ("row 2", "55.0 outside the range 60.0 to 70.0"),
    ),
    (
        "an indicator is nearly one that is expected",
        _written(HEADER, GOOD.replace("Children in care", "Childern in care")),
        10,
        ("'Childern in care'", "nearly 'Children in care'"),
    ),
    (
        "an indicator is there twice for an area and period",
        _written(HEADER, GOOD, SECOND, GOOD),
        10,
        ("row 4", "Children in care, E06999991, 2024 is there twice"),
    ),
    (
        "the area has a name in place of a code",
        _written(HEADER, GOOD.replace("E06999991", "Sampleton")),
        10,
        ("column 'area_code'", "'Sampleton'"),
    ),
    (
        "a cell that must be filled is empty",
        _written(HEADER, GOOD.replace("DfE", "")),
        10,
        ("column 'published_by'", "found nothing"),
    ),
    (
        "a comma in a cell is not in quotes",
        _written(HEADER, GOOD.replace("10 000", "10,000")),
        10,
        ("row 2", "found 12 cells, expected 11", "in quotes"),
    ),
    (
        "a quotation mark is left open",
        _written(HEADER, GOOD.replace("DfE", '"DfE')),
        10,
        ("cannot be read as CSV", "left open"),
    ),
]


@pytest.mark.parametrize(("cause", "make", "exit_code", "says"), CASES, ids=[c[0] for c in CASES])
def test_bad_input(
    tmp_path: Path,
    cause: str,
    make: Callable[[Path], Act],
    exit_code: int,
    says: tuple[str, ...],
) -> None:
    act = make(tmp_path)
    with pytest.raises(AssessmentError) as fault:
        act()
    assert fault.value.exit_code == exit_code
    for part in says:
        assert part in str(fault.value)
    assert str(tmp_path) not in str(fault.value)


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    act = _written(HEADER, GOOD.replace(",55,", ",x,"), SECOND.replace("DfE", ""))(tmp_path)
    with pytest.raises(AssessmentError) as fault:
        act()
    assert "row 2, column 'value'" in str(fault.value)
    assert "Row 3, column 'published_by'" in str(fault.value)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    _written(HEADER, GOOD, encoding="utf-8-sig")(tmp_path)
    imported = read_context([tmp_path], names=["ours.csv"], area_code="E06999991")
    (row,) = imported.tables["context_indicator"].to_pylist()
    assert (row["value"], row["lower"], row["england"]) == (55.0, 50.0, 70.0)


def test_what_is_expected_and_missing_is_named(tmp_path: Path) -> None:
    _written(HEADER, GOOD)(tmp_path)
    imported = read_context([tmp_path], names=["ours.csv"], area_code="E06999991")
    assert not any("Children in care" in notice for notice in imported.notices)
    assert any("Attainment 8 score" in notice for notice in imported.notices)


def test_a_value_for_another_area_is_not_a_value_for_ours(tmp_path: Path) -> None:
    _written(HEADER, GOOD.replace("E06999991", "E92000001"))(tmp_path)
    imported = read_context([tmp_path], names=["ours.csv"], area_code="E06999991")
    assert any("Children in care" in notice for notice in imported.notices)
