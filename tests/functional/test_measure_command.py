"""Each statistic on a file, as a person types it: what it answers, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wardwise.cli import main
from wardwise.pipeline.doors.all_doors import DOORS
from wardwise.pipeline.doors.door import Door


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
        ("1\ninf\n3", "n", "row 3, column 'n': found a number without end, expected a number"),
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


@pytest.mark.parametrize(
    "first", ["350353.39,578924.25,2015-12-31", "Ms Sampleton,12 Sample Lane,1950-12-31"]
)
def test_values_in_the_place_of_names_are_not_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str
) -> None:
    file = tmp_path / "events.csv"
    file.write_text(f"{first}\n355691.34,586715.56,2016-01-01\n")
    assert main(["measure", "gini", str(file), "--counts", "n"]) == 10
    printed = capsys.readouterr().err
    assert "The first row holds values and not names" in printed
    assert not any(cell in printed for cell in first.split(","))


def test_names_may_be_years(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "years.csv"
    file.write_text("place,2023,2024\na,1,2\n")
    assert main(["measure", "gini", str(file), "--counts", "n"]) == 10
    assert "There are: place, 2023, 2024." in capsys.readouterr().err


EVERY = {
    "alarms": "--date n",
    "aoristic": "--from n --to n",
    "etest": "--first n --second n",
    "forecast": "--month n --count n",
    "gini": "--counts n",
    "gistar": "--place n --neighbours n",
    "kde": "--x n --y n --bandwidth 300",
    "knox": "--x n --y n --date n --space 0,100 --time 0,7",
    "pai": "--before n --after n",
    "power": "--treated n --control n --fall 20",
    "scan": "--model permutation --x n --y n --date n",
    "stl": "--values n",
    "wdd": "--role n --period n --count n",
    "wdd-cumulative": "--treated n --control n",
    "worry": "--area n --worried n --offences n --residents n",
    "xmr": "--values n",
}


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "it cannot be read as a table."),
        ("n\n", "there is no row beneath the names of its columns."),
        ("n,n\n1,2\n", "row 1, column 'n': there are several columns of that name."),
    ],
)
def test_every_door_refuses_a_file_without_rows_or_with_a_name_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], door: Door, written: str, said: str
) -> None:
    file = tmp_path / "events.csv"
    file.write_text(written)
    assert main(["measure", door.name, str(file), *EVERY[door.name].split()]) == 10
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "cell",
    ["-5", "2024", "2024-03", "31/03/2024", "2024-03-31T10:00:00Z", "2024-03-31 10:00+01:00"],
)
def test_a_day_has_year_month_and_day_and_no_zone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cell: str
) -> None:
    """A year alone would be read as its first of January, and a zone moves the hour."""
    file = tmp_path / "events.csv"
    file.write_text(f"x,y,day\n1,1,2024-03-30\n2,2,{cell}\n")
    words = EVERY["knox"].replace("--x n --y n --date n", "--x x --y y --date day").split()
    assert main(["measure", "knox", str(file), *words]) == 10
    printed = capsys.readouterr().err
    assert "row 3, column 'day': found" in printed
    assert "expected a date such as 2024-03-31" in printed


@pytest.mark.parametrize("cell", ["1e300", "-1e300", "9" * 40])
def test_a_number_beyond_reckoning_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cell: str
) -> None:
    file = tmp_path / "events.csv"
    file.write_text(f"x,y\n1,1\n{cell},2\n")
    assert main(["measure", "kde", str(file), "--x", "x", "--y", "y", "--bandwidth", "9"]) == 10
    assert "row 3, column 'x': found a number, expected a number within" in capsys.readouterr().err


def test_numbers_that_no_sum_can_hold_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text("first,second,long\n3,8,1e-300\n")
    assert main(["measure", "etest", str(file), "--exposure-first", "long"]) == 10
    assert "too large or too small to be worked with" in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "gini", str(tmp_path / "none.csv"), "--counts", "n"]) == 16
    assert "none.csv: there is no such file." in capsys.readouterr().err


def test_every_door_has_a_name_of_its_own_and_says_its_method() -> None:
    assert len({door.name for door in DOORS}) == len(DOORS)
    assert all(door.told and door.method.endswith(".") for door in DOORS)


@pytest.mark.parametrize(
    "words",
    [
        "gini --counts n --draws 0",
        "gini --counts n --draws many",
        "gistar --x n --y n --cell nan",
        "gistar --x n --y n --cell 1 --level 2",
        "alarms --date n --alpha 0",
        "kde --x n --y n --bandwidth 9 --cell 0",
        "power --fall 20 --months -1",
        "scan --model permutation --x n --y n --date n --days 0",
    ],
)
def test_an_option_that_cannot_be_is_refused_where_it_is_typed(
    places: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """A false alarm rate of 0 would never give an alarm, and no draws no chance."""
    name, *options = words.split()
    with pytest.raises(SystemExit) as stopped:
        main(["measure", name, str(places), *options])
    assert stopped.value.code == 2
    assert f"argument {options[-2]}" in capsys.readouterr().err
