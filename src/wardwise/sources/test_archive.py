"""Limits of a zip, with small ones so that the test stays small."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from wardwise.domain.errors import ArchiveError
from wardwise.sources.archive import Limits, members, read_member


def archive(path: Path, **files: bytes) -> Path:
    """A zip of the files."""
    with zipfile.ZipFile(path / "a.zip", "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(f"{name}.csv", data)
    return path / "a.zip"


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    path = archive(tmp_path, one=b"1", two=b"22")
    with zipfile.ZipFile(path) as opened:
        read = {
            member.filename: read_member(opened, member, archive="a.zip")
            for member in members(path)
        }
    assert read == {"one.csv": b"1", "two.csv": b"22"}


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(members=1), "lists 2 files; at most 1"),
        (Limits(archive=2), "would unpack to 3 bytes; at most 2"),
        (Limits(member=1), "more than is read from one file"),
    ],
)
def test_a_limit_is_said(tmp_path: Path, limits: Limits, said: str) -> None:
    with pytest.raises(ArchiveError, match=said) as refused:
        members(archive(tmp_path, one=b"1", two=b"22"), limits=limits)
    assert refused.value.exit_code == 15


def test_a_folder_in_the_list_of_contents_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as opened:
        opened.mkdir("2023-05")
        opened.writestr("2023-05/a.csv", b"1")
    assert [member.filename for member in members(path)] == ["2023-05/a.csv"]
