"""Faults of a context file, each by its cause: what is said and the exit code."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.bad_input.case import Act, Case, Make
from wardwise.sources.context import read_context
from wardwise.sources.context.row import COLUMNS


HEADER = ",".join(COLUMNS)
GOOD = "Children in care,E06999991,2024,55,50,60,per 10 000 children,70,65,DfE,2024-11-14"
SECOND = GOOD.replace("2024,55", "2023,54")


def _read(path: Path) -> Act:
    return partial(read_context, [path], names=["ours.csv"], area_code="E06999991")


def written(*lines: str, encoding: str = "utf-8") -> Make:
    def make(path: Path) -> Act:
        (path / "context").mkdir()
        (path / "context" / "ours.csv").write_text("\n".join(lines) + "\n", encoding)
        return _read(path)

    return make


def _empty(path: Path) -> Act:
    (path / "context").mkdir()
    (path / "context" / "ours.csv").touch()
    return _read(path)


CASES: list[Case] = [
    ("the context file is not there", _read, 16, ("context/ours.csv", "none of the 1 data")),
    ("the context file is empty", _empty, 16, ("context/ours.csv", "empty")),
    (
        "the context file is parted by semicolons",
        written(HEADER.replace(",", ";"), GOOD.replace(",", ";")),
        10,
        ("row 1, column 'indicator'", "semicolons"),
    ),
    (
        "the context file was saved in a Windows encoding",
        written(HEADER, GOOD, GOOD.replace("DfE", "Ministère"), encoding="cp1252"),
        10,
        ("row 3", "not UTF-8", "CSV UTF-8"),
    ),
    (
        "a column of the context file is missing",
        written(HEADER.replace(",england", ""), GOOD),
        10,
        ("column 'england'", "no such column"),
    ),
    (
        "a heading of the context file is there twice",
        written(HEADER + ",value", GOOD + ",1"),
        10,
        ("column 'value'", "twice"),
    ),
    (
        "a number carries a percent sign",
        written(HEADER, GOOD.replace(",55,", ",55%,")),
        10,
        ("row 2, column 'value'", "'55%'", "no % or comma"),
    ),
    (
        "a number is not a finite number",
        written(HEADER, GOOD.replace(",55,", ",NaN,")),
        10,
        ("row 2, column 'value'", "'NaN'"),
    ),
    (
        "a date was turned round by a spreadsheet",
        written(HEADER, GOOD.replace("2024-11-14", "14/11/2024")),
        10,
        ("column 'published_on'", "'14/11/2024'", "spreadsheet"),
    ),
    (
        "a percentage is over a hundred",
        written(
            HEADER, GOOD.replace("per 10 000 children", "percent").replace(",55,50,60,", ",245,,,")
        ),
        10,
        ("row 2, column 'value'", "found 245", "0 to 100"),
    ),
    (
        "a percentage is below nought",
        written(HEADER, GOOD.replace("per 10 000 children", "percent").replace(",70,", ",-7,")),
        10,
        ("row 2, column 'england'", "found -7", "0 to 100"),
    ),
    (
        "a number has a comma for thousands",
        written(HEADER, GOOD.replace(",55,", ',"1,255",')),
        10,
        ("row 2, column 'value'", "'1,255'", "no % or comma"),
    ),
    (
        "the context file is parted by tabs",
        written(HEADER.replace(",", "\t"), GOOD.replace(",", "\t")),
        10,
        ("row 1, column 'indicator'", "Save it as CSV with commas"),
    ),
    (
        "a value lies outside its own interval",
        written(HEADER, GOOD.replace(",50,60,", ",60,70,")),
        10,
        ("row 2", "55.0 outside the range 60.0 to 70.0"),
    ),
    (
        "an interval has one end only",
        written(HEADER, GOOD.replace(",50,60,", ",50,,")),
        10,
        ("row 2, column 'upper'", "because 'lower' holds 50", "both ends of the interval"),
    ),
    (
        "an indicator was published before its period began",
        written(HEADER, GOOD.replace("2024-11-14", "2023-12-31")),
        10,
        ("row 2, column 'published_on'", "found 2023-12-31, which is before 2024 begins"),
    ),
    (
        "an indicator is nearly one that is expected",
        written(HEADER, GOOD.replace("Children in care", "Childern in care")),
        10,
        ("'Childern in care'", "nearly 'Children in care'"),
    ),
    (
        "a period of the context file is in words that nobody knows",
        written(HEADER, GOOD.replace(",2024,", ",latest,")),
        10,
        ("row 2, column 'period'", "found 'latest'", "2024/25"),
    ),
    (
        "an indicator is there twice for an area and period",
        written(HEADER, GOOD, SECOND, GOOD),
        10,
        ("row 4", "Children in care, E06999991, 2024 is there twice"),
    ),
    (
        "the area has a name in place of a code",
        written(HEADER, GOOD.replace("E06999991", "Sampleton")),
        10,
        ("column 'area_code'", "'Sampleton'"),
    ),
    (
        "a cell that must be filled is empty",
        written(HEADER, GOOD.replace("DfE", "")),
        10,
        ("column 'published_by'", "found nothing"),
    ),
    (
        "a comma in a cell is not in quotes",
        written(HEADER, GOOD.replace("10 000", "10,000")),
        10,
        ("row 2", "found 12 cells, expected 11", "in quotes"),
    ),
    (
        "a quotation mark is left open",
        written(HEADER, GOOD.replace("DfE", '"DfE')),
        10,
        ("cannot be read as CSV", "left open"),
    ),
]
