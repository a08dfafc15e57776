"""A partnership's own definitions: what is read, and what each fault is told as."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.partner_extract import partner_tables
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.domain.errors import SettingsError
from wardwise.figures.themes import Theme, theme
from wardwise.sources.definitions import find_definition, read_definitions


OURS = """\
definition: serious_violence
title: "Serious violence: Sampleton's own"
version: 2.0.0
owner: Sampleton violence reduction partnership
begins: 2022-01-01
source: Minutes of January 2022
parts:
  - name: Robbery
    codes: ["34B"]
  - name: Injury in a home
    codes: ["8N"]
    flags: [domestic_abuse]
"""


def _write(folder: Path, text: str, name: str = "serious_violence.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def _refused(folder: Path, text: str) -> str:
    _write(folder, text)
    with pytest.raises(SettingsError) as found:
        read_definitions(["serious_violence.yaml"], folders=[folder])
    return str(found.value)


def test_it_takes_the_place_of_ours(tmp_path: Path) -> None:
    _write(tmp_path, OURS)
    own = dict(read_definitions(["serious_violence.yaml"], folders=[tmp_path]).tables)
    desk = desk_of(stored(tmp_path, tidy_tables() | partner_tables() | own))
    (held,) = [one for one in desk.evidence.definitions if one.file]
    assert held.definition.owner == "Sampleton violence reduction partnership"
    found = theme(desk, "Serious violence")
    assert isinstance(found, Theme)
    rows = found.selected.held.crimes
    codes = [rows.codes[n] for n in rows.code[found.selected.crimes]]
    assert set(codes) == {"34B", "8N"}
    # every robbery of the year, and of the injuries only those with the flag
    every = found.selected.other(every_crime=True)
    robbery = sum(rows.codes[n] == "34B" for n in rows.code[every.crimes])
    assert codes.count("34B") == robbery
    injury = every.crimes & (rows.code == rows.codes.index("8N"))
    assert codes.count("8N") == int((injury & rows.is_set["domestic_abuse"]).sum())


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no such file"):
        find_definition("serious_violence.yaml", folders=[tmp_path])


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('codes: ["34B"]', 'codes: ["34b?"]', "a Home Office offence code"),
        ("flags: [domestic_abuse]", "flags: [domestic_abuze]", "Did you mean 'domestic_abuse'?"),
        ("begins: 2022-01-01", "begins: 2022-13-01", "a date as YYYY-MM-DD"),
        ("version: 2.0.0", "version: two", "three numbers parted by full stops"),
        ("owner: Sampleton violence reduction partnership\n", "", "owner"),
        ("  - name: Injury in a home", "  - name: Robbery", "each part's name once"),
    ],
)
def test_each_fault_is_told_with_its_place(tmp_path: Path, was: str, now: str, said: str) -> None:
    assert was in OURS
    told = _refused(tmp_path, OURS.replace(was, now))
    assert "serious_violence.yaml" in told
    assert said in told
    # the list of parts is not also called too short because one of them is wrong
    assert "in the list" not in told


def test_a_definition_without_parts(tmp_path: Path) -> None:
    without = OURS.partition("parts:")[0] + "parts: []\n"
    assert "expected at least 1 in the list" in _refused(tmp_path, without)


def test_two_of_one_name(tmp_path: Path) -> None:
    _write(tmp_path, OURS)
    _write(tmp_path, OURS, "again.yaml")
    with pytest.raises(SettingsError, match="expected one definition of each"):
        read_definitions(["serious_violence.yaml", "again.yaml"], folders=[tmp_path])
