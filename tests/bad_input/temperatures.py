"""Faults of the file of daily temperatures, each by its cause: what is said and the exit code."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.bad_input.case import Act, Case, Make
from wardwise.sources.weather import read_temperatures


HEADER = "date,maximum_celsius"
GOOD = ("2024-07-18,24.6", "2024-07-19,31.0")


def _read(path: Path) -> Act:
    return partial(read_temperatures, "warm.csv", folders=[path])


def written(*lines: str, encoding: str = "utf-8") -> Make:
    def make(path: Path) -> Act:
        (path / "warm.csv").write_text("".join(f"{line}\n" for line in lines), encoding)
        return _read(path)

    return make


CASES: list[Case] = [
    ("the file of temperatures is not there", _read, 16, ("warm.csv", "calendar.temperatures")),
    ("the file of temperatures is empty", written(), 10, ("row 1", "found the headings none")),
    ("the file of temperatures holds no day", written(HEADER), 16, ("warm.csv", "holds no day")),
    (
        "the file of temperatures has other headings",
        written("Date,Tmax", *GOOD),
        10,
        ("row 1", "Date, Tmax", "expected date,maximum_celsius"),
    ),
    (
        "the file of temperatures was saved in another encoding",
        written(HEADER, *GOOD, "2024-07-20,25°", encoding="cp1252"),
        10,
        ("not UTF-8",),
    ),
    (
        "a row of temperatures has a cell too many",
        written(HEADER, GOOD[0] + ",12"),
        10,
        ("row 2", "found 3 cells"),
    ),
    (
        "a date of a temperature is written otherwise",
        written(HEADER, "18/07/2024,24.6"),
        10,
        ("row 2, column 'date'", "18/07/2024", "2024-07-19"),
    ),
    (
        "a day of temperatures is left out",
        written(HEADER, GOOD[0], "2024-07-20,25"),
        10,
        ("row 3, column 'date'", "expected 2024-07-19", "count as one that was not hot"),
    ),
    (
        "a day of temperatures is there twice",
        written(HEADER, GOOD[0], GOOD[0]),
        10,
        ("row 3, column 'date'", "found 2024-07-18 after 2024-07-18"),
    ),
    (
        "a temperature is missing",
        written(HEADER, "2024-07-18,"),
        10,
        ("row 2, column 'maximum_celsius'", "found ''"),
    ),
    (
        "temperatures are in Fahrenheit",
        written(HEADER, "2024-07-18,88"),
        10,
        ("row 2, column 'maximum_celsius'", "found '88'", "Fahrenheit"),
    ),
]
