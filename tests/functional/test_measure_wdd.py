"""Evaluation from the command line: the published example, small counts, power."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wardwise.cli import main


HEAD = "role,period,count,offence,harm,size,years\n"
PAPER = """\
treated,before,207,all,1,1.2,1
treated,after,110,all,1,1.2,1
control,before,308,all,1,0.9,1
control,after,318,all,1,0.9,1
displacement,before,178,all,1,1.5,1
displacement,after,157,all,1,1.5,1
displacement_control,before,150,all,1,1.6,1
displacement_control,after,140,all,1,1.6,1
"""


def asked(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, *words: str) -> Any:
    file = tmp_path / "rows.csv"
    file.write_text(text)
    assert main(["measure", words[0], str(file), *words[1:], "--json"]) == 0
    return json.loads(capsys.readouterr().out)["answer"]


def test_the_published_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(tmp_path, capsys, HEAD + PAPER, "wdd")["difference"]
    assert found["total"]["value"] == -118
    assert round(found["standard_error"], 2) == 39.60
    assert round(found["z"], 2) == -2.98


def test_the_same_with_areas_weighed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("wdd", "--area-weight", "size", "--time-weight", "years", "--harm", "harm")
    found = asked(tmp_path, capsys, HEAD + PAPER, *words, "--offence", "offence")["difference"]
    assert found["total"]["value"] == pytest.approx(-99.69444444)
    assert found["standard_error"] == pytest.approx(35.4280755)


@pytest.mark.parametrize(
    ("change", "words", "said"),
    [
        (("control,after", "contrl,after"), (), "row 5, column 'role': expected one of treated"),
        (("control,after,318,all,1,0.9,1\n", ""), (), "found 0 rows for control, after, exp"),
        (("318,all,1,0.9", "318,all,1,0.8"), ("--area-weight", "size"), "control has two weights"),
        (("318", "many"), (), "row 5, column 'count': found text"),
    ],
)
def test_rows_that_cannot_be_are_named(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: tuple[str, str],
    words: tuple[str, ...],
    said: str,
) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(HEAD + PAPER.replace(*change, 1))
    assert main(["measure", "wdd", str(file), *words]) == 10
    assert said in capsys.readouterr().err


def test_one_control_may_serve_next_door_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    three = HEAD + "\n".join(PAPER.splitlines()[:6]) + "\n"
    # (110 − 207) − (318 − 308) + (157 − 178) − (318 − 308)
    assert asked(tmp_path, capsys, three, "wdd")["difference"]["total"]["value"] == -138
    found = asked(tmp_path, capsys, three, "wdd", "--area-weight", "size")["difference"]
    assert found["total"]["value"] == pytest.approx(-97 / 1.2 - 10 / 0.9 - 21 / 1.5 - 10 / 0.9)


@pytest.mark.parametrize(
    ("left_out", "role"),
    [
        (("treated",), "treated"),
        (("control",), "control"),
        (("control", "displacement_control"), "control"),
        (("displacement",), "displacement"),
    ],
)
def test_a_role_that_is_missing_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], left_out: tuple[str, ...], role: str
) -> None:
    file = tmp_path / "rows.csv"
    kept = [line for line in PAPER.splitlines() if line.split(",")[0] not in left_out]
    file.write_text(HEAD + "\n".join(kept) + "\n")
    assert main(["measure", "wdd", str(file)]) == 10
    assert f"column 'role': found no row of the role {role}." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "words", "said"),
    [
        (
            ("control,after,5,Ann Brown,1,1,1\n", ""),
            (),
            "found 0 rows for control, after and what row 3 names, expected one.",
        ),
        (
            ("control,after,5,Ann Brown,1", "control,after,5,Ann Brown,2"),
            ("--harm", "harm"),
            "what row 3 names has two weights",
        ),
    ],
)
def test_no_cell_of_the_free_column_is_repeated_in_an_error(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: tuple[str, str],
    words: tuple[str, ...],
    said: str,
) -> None:
    rows = "".join(
        f"{role},{period},5,{kind},1,1,1\n"
        for role in ("treated", "control")
        for period in ("before", "after")
        for kind in ("theft", "Ann Brown")
    )
    file = tmp_path / "rows.csv"
    file.write_text(HEAD + rows.replace(*change))
    assert main(["measure", "wdd", str(file), "--offence", "offence", *words]) == 10
    told = capsys.readouterr().err
    assert said in told
    assert "Ann Brown" not in told


def test_small_counts_row_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(tmp_path, capsys, "first,second,n,m\n0,3,1,1\n6,2,1,1\n", "etest")
    assert [round(p, 4) for p in found["p_values"]] == [0.0884, 0.1749]
    words = ("etest", "--exposure-first", "n", "--exposure-second", "m")
    assert asked(tmp_path, capsys, "first,second,n,m\n0,3,1,1\n", *words)["p_values"] == [
        pytest.approx(0.0883790)
    ]


def test_power_before_the_money_is_spent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "treated,control\n" + "18,95\n22,105\n" * 6
    found = asked(tmp_path, capsys, rows, "power", "--fall", "20")
    assert (found["events_a_month"], found["control_a_month"]) == (20, 100)
    assert found["months_until_visible"] == 22
    assert round(found["visible"]["power"], 2) == 0.55


def test_the_difference_added_up_since_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "treated,control\n100,98\n209,250\n"
    found = asked(tmp_path, capsys, rows, "wdd-cumulative", "--level", "0.9")["since_the_start"]
    # 309 against 348: √657 = 25.63, ratio 0.888
    assert found["difference"] == [2, -39]
    assert round(found["standard_error"][1], 2) == 25.63
    assert round(found["ratio"][1], 3) == 0.888
