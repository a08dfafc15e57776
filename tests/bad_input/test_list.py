"""Every bad input in one list: cause, what is said, exit code. `make accept-golden` writes it."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from wardwise.domain.errors import AssessmentError


HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "bad_input.md"
KINDS = {
    "police_uk": "data.police.uk archives",
    "area_counts": "Area counts",
    "ons": "The ONS workbook",
    "home_office": "Home Office tables",
    "reference": "Geographies and reference data",
    "outlines": "Outlines and own areas",
    "context": "Context indicators",
    "settings": "Settings",
}
Case = tuple[str, Callable[[Path], Callable[[], object]], int, tuple[str, ...]]


def cases() -> dict[str, list[Case]]:
    """Kind → every case of its file."""
    return {kind: importlib.import_module(f"tests.bad_input.test_{kind}").CASES for kind in KINDS}


def said(case: Case, folder: Path) -> str:
    """The message of a case, as it is shown."""
    act = case[1](folder)
    with pytest.raises(AssessmentError) as refused:
        act()
    return str(refused.value)


def test_there_are_at_least_sixty_distinct_causes() -> None:
    causes = [case[0] for each in cases().values() for case in each]
    assert len(set(causes)) == len(causes) >= 60


def test_every_test_file_of_bad_input_is_in_the_list() -> None:
    files = {path.stem.removeprefix("test_") for path in HERE.glob("test_*.py")} - {"list"}
    assert files == set(KINDS)


def test_the_list_is_what_is_said(tmp_path: Path) -> None:
    lines = [
        "# Bad input: what is said",
        "",
        "Made by the tests; `make accept-golden` writes it again. Each cause gives one message,",
        "an exit code, and nothing half-written.",
    ]
    for kind, each in cases().items():
        lines += ["", f"## {KINDS[kind]}", "", "| cause | exit code | message |", "|---|---|---|"]
        for n, case in enumerate(each):
            folder = tmp_path / kind / str(n)
            folder.mkdir(parents=True)
            message = re.sub(r"\s+", " ", said(case, folder)).replace("|", "\\|")
            lines.append(f"| {case[0]} | {case[2]} | {message} |")
    text = "\n".join(lines) + "\n"
    if os.environ.get("ACCEPT_GOLDEN"):
        PAGE.write_text(text, "utf-8")
    assert PAGE.read_text("utf-8") == text
