"""The door of the scan: each model on a small file, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wardwise.cli import main


ROWS = """place,x,y,n,people,others,month,day
a,0,0,9,100,1,1,2024-01-31
b,1,0,8,100,2,1,2024-01-02
c,9,0,2,100,8,2,2024-02-05
d,9,1,1,100,9,2,2024-02-09
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text(ROWS)
    return path


def _asked(file: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    fixed = ["measure", "scan", str(file), "--x", "x", "--y", "y", "--replicates", "99", "--json"]
    assert main([*fixed, *more]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)["answer"]
    return answer


def test_poisson(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """17 of 20 in two of four places of 100 people: 10 expected."""
    found = _asked(
        file, capsys, "--model", "poisson", "--cases", "n", "--population", "people",
        "--place", "place",
    )  # fmt: skip
    first = found["clusters"][0]
    assert (first["places"], first["observed"], first["expected"]) == (["a", "b"], 17, 10)
    assert found["events"] == 20


def test_bernoulli(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """17 of 20 cases and 20 of 40 people: 10 expected."""
    found = _asked(
        file, capsys, "--model", "bernoulli", "--cases", "n", "--controls", "others"
    )  # fmt: skip
    first = found["clusters"][0]
    assert (first["places"], first["expected"]) == (["0,0", "1,0"], 10)


def test_permutation(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """3 events in the later month, all of them in c and d: 3 × 3 ÷ 20 = 0.45 expected."""
    found = _asked(
        file, capsys, "--model", "permutation", "--cases", "n", "--period", "month",
        "--place", "place", "--most", "60",
    )  # fmt: skip
    first = found["clusters"][0]
    assert (first["places"], first["first_period"]) == (["c", "d"], 2)
    assert (first["observed"], first["expected"]) == (3, pytest.approx(0.45))
    dated = _asked(
        file, capsys, "--model", "permutation", "--cases", "n", "--date", "day", "--days", "31",
        "--retrospective", "--ties", "one-by-one", "--dispersion", "1.5",
    )  # fmt: skip
    assert dated["periods"] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--model", "poisson"], "needs --population"),
        (["--model", "bernoulli"], "needs --controls"),
        (["--model", "permutation"], "needs --date or --period"),
        (["--model", "permutation", "--period", "month", "--last", "1"], "outside the periods"),
        (["--model", "bernoulli", "--controls", "others", "--period", "month"], "space alone"),
    ],
)
def test_what_is_missing_is_said(
    file: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["measure", "scan", str(file), "--x", "x", "--y", "y", *arguments]) == 10
    assert said in capsys.readouterr().err


def test_controls_of_a_place_are_added_up(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two cases and eight controls at c in one row or in two: the answer is the same."""
    split = tmp_path / "split.csv"
    split.write_text(ROWS.replace("c,9,0,2,100,8,2", "c,9,0,1,100,3,2,2024-02-05\nc,9,0,1,100,5,2"))
    words = ["--model", "bernoulli", "--cases", "n", "--controls", "others"]
    assert _asked(split, capsys, *words) == _asked(file, capsys, *words)


def test_a_place_has_one_population(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(ROWS + "d,9,1,1,101,9,2,2024-02-09\n")
    words = ["--x", "x", "--y", "y", "--model", "poisson", "--cases", "n", "--population", "people"]
    assert main(["measure", "scan", str(file), *words]) == 10
    assert "Row 5 gives its place another population" in capsys.readouterr().err


def test_a_date_that_cannot_be_right_is_no_scan_of_a_million_days(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(ROWS.replace("2024-02-09", "9999-12-31"))
    words = ["--model", "permutation", "--x", "x", "--y", "y", "--date", "day"]
    assert main(["measure", "scan", str(path), *words]) == 10
    assert "Look for a date that cannot be right" in capsys.readouterr().err
