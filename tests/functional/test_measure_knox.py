"""``wardwise measure knox`` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wardwise.cli import main


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """Two pairs 50 m and 2 days, 60 m and 5 days apart, and far from one another."""
    file = tmp_path / "events.csv"
    file.write_text(
        "x,y,date,n\n0,0,2024-01-01,1\n0,50,2024-01-03,3\n900,0,2024-02-09,40\n900,60,2024-02-14,45"
    )
    return file


def _asked(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert main(["measure", "knox", *words, "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_as_the_issue_types_it(events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two of two pairs, where one ordering of three puts both together: 2/3 expected."""
    printed = _asked(
        capsys, str(events), "--x", "x", "--y", "y", "--date", "date", "--space", "0,100,200",
        "--time", "0,7,14", "--closed", "right", "--metric", "euclidean", "--seed", "5",
    )  # fmt: skip
    answer = printed["answer"]
    assert isinstance(answer, dict)
    assert answer["observed"] == [[2, 0], [0, 0]]
    assert answer["expected"][0][0] == pytest.approx(2 / 3)
    assert answer["ratio"][1] == [None, None]
    assert (answer["space_bands"], answer["time_bands"]) == (
        ["[0, 100]", "(100, 200]"],
        ["[0, 7]", "(7, 14]"],
    )
    # both pairs together in a third of the orders, of which there are 24
    assert answer["p"][0][0] == pytest.approx(1 / 3, abs=0.06)
    assert answer["action_window"] is None
    arguments = printed["arguments"]
    assert isinstance(arguments, dict)
    assert (arguments["seed"], arguments["permutations"]) == (5, 999)


def test_days_as_numbers_and_the_calculators_bands(
    events: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = _asked(
        capsys, str(events), "--x", "x", "--y", "y", "--day", "n", "--space", "0,60,120",
        "--time", "0,5,10", "--mode", "calculator", "--permutations", "0",
    )  # fmt: skip
    answer = printed["answer"]
    assert isinstance(answer, dict)
    # the pair 60 m and 5 days apart is one band too far both ways
    assert answer["observed"] == [[0, 0], [1, 0], [0, 1]]
    assert answer["space_bands"] == ["same location", "1 to 60", "61 to 120"]
    assert answer["p"] is None


@pytest.mark.parametrize(
    ("space", "code", "said"),
    [("0,100,50", 10, "rising"), ("0", 10, "two or more"), ("0,a", 2, "invalid limits value")],
)
def testlimits_that_cannot_be(
    events: Path, capsys: pytest.CaptureFixture[str], space: str, code: int, said: str
) -> None:
    words = ["--x", "x", "--y", "y", "--date", "date", "--space", space, "--time", "0,7"]
    try:
        found = main(["measure", "knox", str(events), *words])
    except SystemExit as refused:
        found = int(str(refused.code))
    assert found == code
    assert said in capsys.readouterr().err
