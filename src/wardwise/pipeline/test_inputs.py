"""Which files a run rests on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tidy_force import settings
from wardwise.domain.errors import EvidenceMissing
from wardwise.pipeline.inputs import (
    check_folders,
    code_key,
    file_sha256,
    files_key,
    groups_needed,
    input_files,
    key_of,
)


def put(folder: Path, name: str, text: str) -> Path:
    """A small file under the folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_of_two_data_folders_the_first_wins(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    ours = put(first, "ons/tables.xlsx", "ours")
    put(second, "ons/tables.xlsx", "theirs")
    extra = put(second, "ons/more.xlsx", "more")
    found = input_files("ons_csp_tables", [first, second])
    assert [file.name for file in found] == ["ons/more.xlsx", "ons/tables.xlsx"]
    assert [file.path for file in found] == [extra, ours]
    assert [file.size for file in found] == [4, 4]


def test_hidden_files_and_other_folders_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, "ons/.DS_Store", "x")
    put(tmp_path, "elsewhere/tables.xlsx", "x")
    assert input_files("ons_csp_tables", [tmp_path]) == ()


def test_a_group_may_lie_in_several_folders(tmp_path: Path) -> None:
    put(tmp_path, "population/census.csv", "1")
    put(tmp_path, "geography/deep/lookup.csv", "2")
    names = [file.name for file in input_files("geography", [tmp_path])]
    assert names == ["geography/deep/lookup.csv", "population/census.csv"]


def test_a_key_depends_on_names_bytes_and_order(tmp_path: Path) -> None:
    put(tmp_path / "a", "ons/one.xlsx", "same")
    put(tmp_path / "b", "ons/two.xlsx", "same")
    one, two = (files_key(input_files("ons_csp_tables", [tmp_path / name])) for name in "ab")
    assert one != two
    assert key_of("a", "b") != key_of("b", "a") != key_of("ab")


def test_a_file_that_is_written_again_has_another_hash(tmp_path: Path) -> None:
    path = put(tmp_path, "ons/one.xlsx", "before")
    before = file_sha256(path, path.stat().st_mtime_ns)
    path.write_text("after")
    os.utime(path, ns=(1, 1))
    assert file_sha256(path, path.stat().st_mtime_ns) != before


def test_only_the_groups_that_the_settings_call_for_are_read() -> None:
    few = {"recorded_crime": "area_counts", "official": "none", "force_totals": "none"}
    assert groups_needed(settings(evidence=few)) == ("geography", "area_counts")
    every = ("geography", "ons_csp_tables", "home_office_prc", "context", "police_uk")
    assert groups_needed(settings()) == every


def test_a_data_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    put(tmp_path, "ons/tables.xlsx", "1")
    check_folders([tmp_path])
    with pytest.raises(EvidenceMissing, match="does not exist") as refused:
        check_folders([tmp_path, tmp_path / "nowhere"])
    assert refused.value.exit_code == 16
    with pytest.raises(EvidenceMissing, match="a file and no folder"):
        check_folders([tmp_path / "ons" / "tables.xlsx"])
    with pytest.raises(EvidenceMissing, match=r"found tables\.xlsx in this data folder"):
        check_folders([tmp_path / "ons"])


def test_a_linked_folder_is_refused_because_it_is_not_looked_into(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/2023-05/street.csv", "1")
    (tmp_path / "police_uk").mkdir()
    (tmp_path / "police_uk" / "2023-05").symlink_to(tmp_path / "elsewhere" / "2023-05")
    with pytest.raises(EvidenceMissing, match="police_uk/2023-05: found a link to a folder"):
        input_files("police_uk", [tmp_path])


def test_the_code_of_a_room_has_a_key_of_its_own() -> None:
    assert code_key("domain") == code_key("domain")
    assert len({code_key(), code_key("domain"), code_key("domain", "evidence")}) == 3
