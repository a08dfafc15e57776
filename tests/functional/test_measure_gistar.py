"""Gi* and PAI on a person's own file, as typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wardwise.cli import main


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """The answer as JSON."""
    assert main(["measure", *words, "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)["answer"]
    return answer


@pytest.fixture
def path_of_six(tmp_path: Path) -> Path:
    """A path of five places and one apart."""
    file = tmp_path / "areas.csv"
    file.write_text(
        "area,near,n,harm\nA,B,9,9.5\nB,A;C,8,8.5\nC,B D,1,1.5\nD,C; E,0,0.5\nE,D,1,1.5\nF,,4,4.5\n"
    )
    return file


def test_areas_by_their_neighbours(path_of_six: Path, capsys: pytest.CaptureFixture[str]) -> None:
    areas = ("gistar", str(path_of_six), "--place", "area", "--neighbours", "near", "--all")
    found = asked(capsys, *areas, "--counts", "n")
    assert (found["places"], found["hot"]) == (6, 0)
    assert [row["place"] for row in found["rows"]] == list("ABCDEF")
    # A and B hold 17: one of the fifteen pairs holds so much
    assert found["rows"][0]["sum"] == 17
    assert found["rows"][0]["p"] == pytest.approx(2 / 15)
    held = asked(capsys, *areas, "--counts", "n", "--own", "held")
    assert held["rows"][0]["p"] == pytest.approx(2 / 5)
    harm = asked(capsys, *areas, "--values", "harm", "--seed", "2")
    assert harm["rows"][0]["p"] == pytest.approx(2 / 15, abs=0.02)
    assert harm == asked(capsys, *areas, "--values", "harm", "--seed", "2")


def test_events_on_a_grid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One event in each of 20 × 20 cells of 100 m, and 30 more in each of four about (550, 550)."""
    rows = [(100 * x + 50, 100 * y + 50) for x in range(20) for y in range(20)]
    rows += [(x, y) for x in (501, 699) for y in (501, 699) for _ in range(30)]
    file = tmp_path / "events.csv"
    file.write_text("east,north\n" + "".join(f"{x},{y}\n" for x, y in rows))
    grid = ("gistar", str(file), "--x", "east", "--y", "north", "--cell", "100")
    found = asked(capsys, *grid)
    assert found["places"] == 400
    hottest = max(found["rows"], key=lambda row: row["sum"])
    assert (hottest["x"], hottest["y"], hottest["is"]) == (500, 500, "hot")
    assert found["hot"] == len(found["rows"])
    assert len(asked(capsys, *grid, "--all")["rows"]) == 400


@pytest.mark.parametrize(
    ("table", "words", "said"),
    [
        ("area,near,n\nA,B,1\nB,Z,2", "--place area --neighbours near --counts n", "row 3, column"),
        ("area,near,n\nA,A,1\nB,,2", "--place area --neighbours near --counts n", "row 2, column"),
        ("area,near,n\nA,,1\nA,,2", "--place area --neighbours near --counts n", "there twice"),
        ("area,near,n\nA,,1", "--place area", "not said what is a place"),
        (
            "area,near,n\nA,B,1\nB,A,2",
            "--place area --neighbours near --values n --own held",
            "held only",
        ),
        ("x,y\n1,1\n1e9,1e9", "--x x --y y --cell 1", "cells"),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, words: str, said: str
) -> None:
    file = tmp_path / "areas.csv"
    file.write_text(table)
    assert main(["measure", "gistar", str(file), *words.split()]) == 10
    assert said in capsys.readouterr().err


def test_pai(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """ptools: observed 6, 3, 0 on foretold 3, 2, 1 gives 2, 1.5, 1."""
    file = tmp_path / "places.csv"
    file.write_text("foretold,seen\n3,6\n2,3\n1,0\n")
    words = ("--before", "foretold", "--after", "seen", "--top", "33,67,100")
    found = asked(capsys, "pai", str(file), *words)
    assert [share["pai"] for share in found["shares"]] == pytest.approx([2, 1.5, 1])
    assert [share["pei"] for share in found["shares"]] == [1, 1, 1]
