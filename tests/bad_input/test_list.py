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
    "temperatures": "Daily temperatures",
    "settings": "Settings",
    "partner_files": "Partners' files, mappings and the secret",
    "runs": "A run as a whole",
}
HEAD = (
    "# Bad input: what is said",
    "",
    "Made by the tests; `make accept-golden` writes it again. Each cause gives one message,",
    "an exit code, and nothing half-written.",
)
COLUMNS = ("| cause | exit code | message |", "|---|---|---|")
CASES: dict[str, list[Case]] = {
    kind: importlib.import_module(f"tests.bad_input.{kind}").CASES for kind in KINDS
}
EVERY = [case for each in CASES.values() for case in each]


def message_of(make: Make, folder: Path) -> AssessmentError:
    """What a cause is refused with."""
    act = make(folder)
    with pytest.raises(AssessmentError) as refused:
        act()
    return refused.value


def line_of(cause: str, fault: AssessmentError) -> str:
    """A row of the list."""
    message = re.sub(r"\s+", " ", str(fault)).replace("|", "\\|")
    return f"| {cause} | {fault.exit_code} | {message} |"


@pytest.mark.skipif("ACCEPT_GOLDEN" not in os.environ, reason="the list is written on request")
def test_the_list_is_written(tmp_path: Path) -> None:
    lines = [*HEAD]
    for kind, each in CASES.items():
        lines += ["", f"## {KINDS[kind]}", "", *COLUMNS]
        for n, (cause, make, _, _) in enumerate(each):
            folder = tmp_path / kind / str(n)
            folder.mkdir(parents=True)
            lines.append(line_of(cause, message_of(make, folder)))
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")
    assert PAGE.is_file()


@pytest.mark.parametrize(("cause", "make", "exit_code", "says"), EVERY, ids=[c[0] for c in EVERY])
def test_each_cause_is_said_with_its_exit_code_as_in_the_list(
    tmp_path: Path, cause: str, make: Make, exit_code: int, says: tuple[str, ...]
) -> None:
    fault = message_of(make, tmp_path)
    assert fault.exit_code == exit_code
    assert not [part for part in says if part not in str(fault)]
    assert str(tmp_path) not in str(fault)
    assert line_of(cause, fault) in PAGE.read_text("utf-8").splitlines()


def test_the_list_holds_every_cause_and_no_other() -> None:
    listed = [line for line in PAGE.read_text("utf-8").splitlines() if line not in HEAD]
    rows = [line for line in listed if line.startswith("| ") and line not in COLUMNS]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == [case[0] for case in EVERY]


def test_there_are_at_least_sixty_distinct_causes() -> None:
    causes = [case[0] for case in EVERY]
    assert len(set(causes)) == len(causes) >= 60


def test_every_file_of_bad_input_is_in_the_list() -> None:
    files = {path.stem for path in HERE.glob("*.py") if not path.stem.startswith(("test_", "_"))}
    assert files - {"case"} == set(KINDS)
