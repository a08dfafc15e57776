"""The door of concentration: harm, chance and the curve."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wardwise.cli import main


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """Four places; the second has one grave event, and twice the people of the others."""
    file = tmp_path / "places.csv"
    rows = ("a,40,0,100", "b,30,1,200", "c,20,0,100", "d,10,0,100")
    file.write_text("place,theft,rape,people\n" + "\n".join(rows))
    return file


def _answer(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert main(["measure", "gini", *arguments, "--json"]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)["answer"]
    return answer


def test_harm_and_counts_part(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _answer([str(places), "--counts", "theft,rape", "--harm", "1,900"], capsys)
    # 40 + 30 of 101 events; 930 of 1,000 points in b
    assert (found["events"], found["harm"]) == (101, 1000)
    holding, harm = found["holding"], found["harm_holding_half"]
    assert isinstance(holding, dict)
    assert isinstance(harm, dict)
    assert (holding["places"], harm["places"], harm["of"]) == (2, 1, 4)
    # (−3·10 − 20 + 40 + 3·930) / (4 · 1000)
    assert found["harm_gini"] == 0.695


def test_chance_by_people_and_the_curve(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(places), "--counts", "theft", "--people", "people", "--lorenz"]
    found = _answer([*arguments, "--seed", "5", "--draws", "99"], capsys)
    lorenz, chance = found["lorenz"], found["lorenz_by_chance"]
    assert isinstance(lorenz, dict)
    assert isinstance(chance, dict)
    assert lorenz["offences_percent"] == [0, 40, 70, 90, 100]
    # two fifths of the people live in one place of the four
    assert chance["offences_percent"][1] == pytest.approx(40, abs=2)
    again = _answer([*arguments, "--seed", "5", "--draws", "99"], capsys)
    assert again == found


def test_a_weight_too_few_is_refused(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["measure", "gini", str(places), "--counts", "theft,rape", "--harm", "1"]
    assert main(arguments) == 10
    assert "1 weights for 2 groups" in capsys.readouterr().err
