"""Every bad input, met and listed: cause, message, exit code. `make accept-golden` writes it."""

from __future__ import annotations

import importlib
import os
import re
from pathlib import Path

import pytest

from tests.bad_input.case import Case, Make
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
    "runs": "A run as a whole",
}
CASES: dict[str, list[Case]] = {
    kind: importlib.import_module(f"tests.bad_input.{kind}").CASES for kind in KINDS
}
EVERY = [case for each in CASES.values() for case in each]


def refused(make: Make, folder: Path) -> AssessmentError:
    """What a cause is refused with."""
    act = make(folder)
    with pytest.raises(AssessmentError) as fault:
        act()
    return fault.value


@pytest.mark.parametrize(("cause", "make", "exit_code", "says"), EVERY, ids=[c[0] for c in EVERY])
def test_each_cause_is_said_with_its_exit_code(
    tmp_path: Path, cause: str, make: Make, exit_code: int, says: tuple[str, ...]
) -> None:
    fault = refused(make, tmp_path)
    assert fault.exit_code == exit_code, cause
    assert not [part for part in says if part not in str(fault)]
    assert str(tmp_path) not in str(fault)


def test_there_are_at_least_sixty_distinct_causes() -> None:
    causes = [case[0] for case in EVERY]
    assert len(set(causes)) == len(causes) >= 60


def test_every_file_of_bad_input_is_in_the_list() -> None:
    files = {path.stem for path in HERE.glob("*.py") if not path.stem.startswith(("test_", "_"))}
    assert files - {"case"} == set(KINDS)


def test_the_list_is_what_is_said(tmp_path: Path) -> None:
    lines = [
        "# Bad input: what is said",
        "",
        "Made by the tests; `make accept-golden` writes it again. Each cause gives one message,",
        "an exit code, and nothing half-written.",
    ]
    for kind, each in CASES.items():
        lines += ["", f"## {KINDS[kind]}", "", "| cause | exit code | message |", "|---|---|---|"]
        for n, (cause, make, exit_code, _) in enumerate(each):
            folder = tmp_path / kind / str(n)
            folder.mkdir(parents=True)
            message = re.sub(r"\s+", " ", str(refused(make, folder))).replace("|", "\\|")
            lines.append(f"| {cause} | {exit_code} | {message} |")
    text = "\n".join(lines) + "\n"
    if os.environ.get("ACCEPT_GOLDEN"):
        PAGE.write_text(text, "utf-8")
    assert PAGE.read_text("utf-8") == text
