"""The doors of control charts, hours and seasons: as typed, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from wardwise.cli import main


def asked(capsys: pytest.CaptureFixture[str], *words: object) -> Any:
    assert main(["measure", *map(str, words), "--json"]) == 0
    return json.loads(capsys.readouterr().out)["answer"]


@pytest.fixture
def values(tmp_path: Path) -> Path:
    file = tmp_path / "values.csv"
    numbers = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    file.write_text("n,of\n" + "".join(f"{n},20\n" for n in numbers))
    return file


@pytest.fixture
def dates(tmp_path: Path) -> Path:
    """In 2023 nine or eleven a day, week about; 30 a day in the week of 4 September."""
    days = np.arange(np.datetime64("2023-01-02"), np.datetime64("2024-01-01"))
    week = (days - days[0]).astype(int) // 7
    often = np.where(week == 35, 30, 9 + 2 * (week % 2))
    file = tmp_path / "dates.csv"
    file.write_text("day\n" + "".join(f"{day}\n" for day in np.repeat(days, often)))
    return file


def test_the_published_example(values: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """NHSRplotthedots: mean 1.94, screened -0.72 to 4.6, unscreened -3.06 to 6.95."""
    found = asked(capsys, "xmr", values, "--values", "n")
    limits = found["stretches"][0]["limits"]
    assert (round(limits["mean"], 2), round(limits["upper"], 1)) == (1.94, 4.6)
    assert found["signals"] == [
        {"point": "5", "value": 10.0, "rule": "outside the limits", "side": "above"}
    ]
    wide = asked(capsys, "xmr", values, "--values", "n", "--no-screen")
    assert round(wide["stretches"][0]["limits"]["upper"], 2) == 6.95


def test_limits_begin_again_where_asked(values: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, "xmr", values, "--values", "n", "--breaks", "6")
    assert [(one["first"], one["last"]) for one in found["stretches"]] == [(0, 4), (5, 17)]


@pytest.mark.parametrize("chart", ["p", "c", "u"])
def test_charts_of_shares_counts_and_rates(
    values: Path, capsys: pytest.CaptureFixture[str], chart: str
) -> None:
    sizes = [] if chart == "c" else ["--sizes", "of"]
    found = asked(capsys, "xmr", values, "--values", "n", "--chart", chart, *sizes)
    assert [one["point"] for one in found["signals"]] == ["5"]
    parted = asked(capsys, "xmr", values, "--values", "n", "--chart", chart, *sizes, "--breaks", 10)
    assert [one["first"] for one in parted["stretches"]] == [0, 9]


def test_dates_by_week_and_by_month(dates: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weeks = asked(capsys, "xmr", dates, "--dates", "day", "--by", "week")
    assert [(one["point"], one["value"]) for one in weeks["signals"]] == [("2023-09-04", 210.0)]
    assert weeks["stretches"][0]["last"] == 51
    months = asked(capsys, "xmr", dates, "--dates", "day")
    assert "2023-09" in [one["point"] for one in months["signals"]]
    parted = asked(capsys, "xmr", dates, "--dates", "day", "--breaks", "2023-07")
    assert parted["stretches"][1]["first"] == 6
    parted = asked(capsys, "xmr", dates, "--dates", "day", "--by", "week", "--breaks", "2023-01-11")
    assert parted["stretches"][1]["first"] == 1
    run = asked(capsys, "xmr", dates, "--dates", "day", "--chart", "run")
    assert run["points"] == 12


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--values", "n", "--breaks", "40"], "'40' in --breaks is not the number of a row"),
        (["--values", "n", "--chart", "p"], "needs sizes"),
        (["--values", "x"], "there is no such column"),
        (["--dates", "n"], "expected a date"),
    ],
)
def test_charts_that_cannot_be(
    values: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["measure", "xmr", str(values), *words]) == 10
    assert said in capsys.readouterr().err


def test_dates_refuse_sizes_and_early_breaks(
    dates: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sized = ["xmr", str(dates), "--dates", "day", "--chart", "u", "--sizes", "day"]
    assert main(["measure", *sized]) == 10
    assert main(["measure", "xmr", str(dates), "--dates", "day", "--breaks", "2021-01"]) == 10
    assert "lies before the first date" in capsys.readouterr().err
    for late in (["--breaks", "2031-01"], ["--by", "week", "--breaks", "2031-01-06"]):
        assert main(["measure", "xmr", str(dates), "--dates", "day", *late]) == 10
        assert "lies after the last date" in capsys.readouterr().err
    early = ["--by", "week", "--breaks", "2021-01-06"]
    assert main(["measure", "xmr", str(dates), "--dates", "day", *early]) == 10
    assert "lies before the first date" in capsys.readouterr().err
    empty = tmp_path / "empty.csv"
    empty.write_text("day\n")
    assert main(["measure", "xmr", str(empty), "--dates", "day"]) == 10


def test_hours_of_spans(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # 1 January 2024 is a Monday: 10:30 to 12:00 is a third in the hour of 10
    file = tmp_path / "spans.csv"
    file.write_text("a,b\n2024-01-01 10:30,2024-01-01 12:00\n2024-01-07 05:10,\n,2024-01-01\n")
    found = asked(capsys, "aoristic", file, "--from", "a", "--to", "b")
    assert (found["events"], found["without_start"]) == (2, 1)
    assert found["hours_by_weekday"][10][0] == pytest.approx(1 / 3)
    assert found["hours_by_weekday"][5][6] == 1
    file.write_text("a,b\nsoon,2024-01-01\n")
    assert main(["measure", "aoristic", str(file), "--from", "a", "--to", "b"]) == 10
    assert "found text, expected a date" in capsys.readouterr().err


def test_a_series_taken_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "months.csv"
    year = [90, 95, 100, 105, 110, 115, 115, 110, 105, 100, 95, 60]
    file.write_text("n\n" + "".join(f"{n}\n" for n in year * 3))
    found = asked(capsys, "stl", file, "--values", "n")
    assert found["season"][11] == pytest.approx(-40)
    assert found["smoothing"]["inner"] == 2
    file.write_text("n\n" + "5\n" * 20)
    assert main(["measure", "stl", str(file), "--values", "n"]) == 10
    assert "two full cycles" in capsys.readouterr().err


def test_stl_takes_several_periods(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    values = [100 + 8 * (day % 7 == 5) + 5 * (day % 28 < 14) for day in range(120)]
    file.write_text("n\n" + "".join(f"{value}\n" for value in values), "utf-8")
    found = asked(capsys, "stl", file, "--values", "n", "--period", "28,7")
    assert found["periods"] == [7, 28]
    assert len(found["seasons"]) == 2
    for wrong in ("7,x", "1"):
        assert main(["measure", "stl", str(file), "--values", "n", "--period", wrong]) == 10
        assert "expected whole numbers from 2" in capsys.readouterr().err
    both = ["--period", "7,28", "--robust"]
    assert main(["measure", "stl", str(file), "--values", "n", *both]) == 10
