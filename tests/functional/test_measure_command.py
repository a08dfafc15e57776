"""Each statistic on a file, as a person types it: what it answers, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wardwise.cli import main
from wardwise.pipeline.doors.all_doors import DOORS


@pytest.fixture
def places(tmp_path: Path) -> Path:
    file = tmp_path / "places.csv"
    file.write_text("place,n\n" + "\n".join(f"{k},{n}" for k, n in enumerate([3, 1, 1] + 7 * [0])))
    return file


def test_the_answer_as_json_says_what_it_rests_on(
    places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """(3, 1, 1, 0 × 7): generalised Gini 0.56, as lorenzgini's own formula has it."""
    assert main(["measure", "gini", str(places), "--counts", "n", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert round(printed["answer"]["generalised_gini"], 2) == 0.56
    assert (printed["measure"], printed["arguments"]["counts"]) == ("gini", "n")
    assert len(printed["sha256"]) == 64


def test_without_json_it_is_lines_to_read(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "gini", str(places), "--counts", "n"]) == 0
    assert "events: 5" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ("1\n2\n-3", "n", "row 4, column 'n': found a number, expected a whole number"),
        ("1\n\n3", "n", "row 3, column 'n': found nothing"),
        ("1\nmany\n3", "n", "row 3, column 'n': found text, expected a number"),
        ("1\n2", "m", "column 'm': there is no such column. There are: place, n."),
        ("0\n0", "n", "n.csv: "),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cells: str, column: str, said: str
) -> None:
    file = tmp_path / "n.csv"
    file.write_text("place,n\n" + "\n".join(f"p,{cell}" for cell in cells.split("\n")))
    assert main(["measure", "gini", str(file), "--counts", column]) == 10
    assert said in capsys.readouterr().err


def test_values_in_the_place_of_names_are_not_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "events.csv"
    file.write_text("350353.39,578924.25,2015-12-31\n355691.34,586715.56,2016-01-01\n")
    assert main(["measure", "gini", str(file), "--counts", "n"]) == 10
    printed = capsys.readouterr().err
    assert "The first row holds values and not names" in printed
    assert "350353" not in printed


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "gini", str(tmp_path / "none.csv"), "--counts", "n"]) == 16
    assert "none.csv: there is no such file." in capsys.readouterr().err


def test_every_door_has_a_name_of_its_own_and_says_its_method() -> None:
    assert len({door.name for door in DOORS}) == len(DOORS)
    assert all(door.told and door.method.endswith(".") for door in DOORS)
