"""The door of worry beside crime."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wardwise.cli import main


def _file(folder: Path, areas: int) -> Path:
    """Area n: n of 40 replies worry, and n offences for each 1,000 people."""
    rows = [
        f"A{n:02d},{int(reply < n)},1,{n},1000" for n in range(1, areas + 1) for reply in range(40)
    ]
    path = folder / "replies.csv"
    path.write_text("\n".join(["area,worried,w,offences,people", *rows]))
    return path


ARGUMENTS = ["--area", "area", "--worried", "worried", "--offences", "offences",
             "--residents", "people"]  # fmt: skip


def test_the_same_order_is_a_correlation_of_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _file(tmp_path, 20)
    assert main(["measure", "worry", str(file), *ARGUMENTS, "--weight", "w", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)["answer"]
    assert (answer["agreement"]["correlation"], answer["agreement"]["areas"]) == (1, 20)
    # 1 + 2 + … + 20 = 210 of 800
    assert answer["worried_percent"] == pytest.approx(26.25)
    assert (answer["areas"][4]["replies"], answer["areas"][4]["offences_per_1000"]) == (40, 5)


def test_eleven_areas_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "worry", str(_file(tmp_path, 11)), *ARGUMENTS]) == 10
    assert "30 replies in each of 12 areas at least" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A01,1,1,2,1000", "row 562, column 'offences': it differs from row 2"),
        ("A01,1,1,1,999", "row 562, column 'people': it differs from row 2"),
        ("A01,2,1,1,1000", "row 562, column 'worried': expected 1 or 0"),
    ],
)
def test_what_cannot_be_of_one_area_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, said: str
) -> None:
    file = _file(tmp_path, 14)
    file.write_text(file.read_text() + "\n" + row)
    assert main(["measure", "worry", str(file), *ARGUMENTS]) == 10
    assert said in capsys.readouterr().err


def test_areas_of_few_replies_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _file(tmp_path, 12)
    file.write_text(file.read_text() + "\nZ,1,1,5,1000")
    assert main(["measure", "worry", str(file), *ARGUMENTS, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)["answer"]
    assert (answer["left_out"], len(answer["areas"])) == (1, 12)
