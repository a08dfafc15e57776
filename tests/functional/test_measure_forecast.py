"""Forecasts and alarms from the command line."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from wardwise.cli import main
from wardwise.domain.period import Month


def asked(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, *words: str) -> Any:
    file = tmp_path / "rows.csv"
    file.write_text(text)
    assert main(["measure", words[0], str(file), *words[1:], "--json"]) == 0
    return json.loads(capsys.readouterr().out)["answer"]


def monthly(counts: list[int]) -> str:
    rows = [f"{Month(2021, 1).plus(n)},{count}" for n, count in enumerate(counts)]
    return "\n".join(["month,count", *rows]) + "\n"


def weekly(counts: list[int]) -> str:
    """Each week's events on its Monday, from 6 January 2020; the last day a Sunday."""
    monday = date(2020, 1, 6)
    days = [monday + timedelta(weeks=n) for n, count in enumerate(counts) for _ in range(count)]
    end = monday + timedelta(weeks=len(counts), days=-1)
    return "\n".join(["date", *map(str, days), str(end)]) + "\n"


def test_a_level_series(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(tmp_path, capsys, monthly([100] * 36), "forecast")
    assert found["year"]["value"] == pytest.approx(1200, abs=5)
    assert found["year"]["lower"] < 1200 < found["year"]["upper"]
    assert found["year"]["past"]["forecasts"] > 3000
    assert (len(found["quarters"]), len(found["months"])) == (4, 12)
    assert found["backtest"]["origins"] == 12
    assert found["direction"] == "no clear direction"


def test_too_few_months_are_not_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(tmp_path, capsys, monthly([100] * 20), "forecast")
    assert found["forecast"]["not_known"].startswith("a forecast needs 24 months")


def test_a_doubled_week_alarms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = [10 + n % 3 for n in range(180)]
    counts[-3] = 30
    found = asked(tmp_path, capsys, weekly(counts), "alarms", "--weeks", "13")
    assert found["alarm"].index(True) == 10
    assert sum(found["alarm"]) == 1
    assert found["adjusted_p_value"][10] < 0.01
    assert found["counts"][10] == 30


@pytest.mark.parametrize("method", ["C1", "C2", "C3"])
def test_ears_needs_a_few_weeks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], method: str
) -> None:
    counts = [10 + n % 3 for n in range(20)] + [30]
    found = asked(tmp_path, capsys, weekly(counts), "alarms", "--method", method, "--weeks", "1")
    assert found["alarm"] == [True]
    assert found["upper"][0] < 30


def test_too_few_weeks_say_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(weekly([5] * 30))
    assert main(["measure", "alarms", str(file)]) == 10
    assert "look at fewer years" in capsys.readouterr().err
