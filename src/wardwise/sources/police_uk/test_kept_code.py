"""Code is kept where it can be, and never used for what it was not made for."""

from __future__ import annotations

from pathlib import Path

import pytest

from wardwise.sources.police_uk.kept_code import kept_code


def code(folders: list[Path], *, made_for: bytes = b"this", new: bytes = b"new") -> bytes:
    """What is kept, or else the new code."""
    return kept_code("a.code", folders, made_for=made_for, make=lambda: new)


def test_it_is_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    assert code([folder], new=b"first") == b"first"
    assert code([folder], new=b"second") == b"first"
    assert code([tmp_path, folder], new=b"third") == b"first"


def test_what_was_made_for_something_else_is_made_anew(tmp_path: Path) -> None:
    code([tmp_path], new=b"old")
    assert code([tmp_path], made_for=b"that") == b"new"
    assert code([tmp_path], made_for=b"that", new=b"newer") == b"new"


@pytest.mark.parametrize("length", [0, 10, 32, 33, 40])
def test_a_file_that_was_cut_short_is_not_used(tmp_path: Path, length: int) -> None:
    code([tmp_path], new=b"0123456789")
    file = tmp_path / "a.code"
    file.write_bytes(file.read_bytes()[:length])
    assert code([tmp_path]) == b"new"
    assert code([tmp_path], new=b"newer") == b"new"


def test_a_changed_byte_is_seen(tmp_path: Path) -> None:
    code([tmp_path], new=b"0123456789")
    file = tmp_path / "a.code"
    file.write_bytes(file.read_bytes()[:-1] + b"8")
    assert code([tmp_path]) == b"new"


def test_where_nothing_can_be_written_it_is_made_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    blocked = tmp_path / "file" / "folder"
    assert code([blocked], new=b"first") == b"first"
    assert code([blocked], new=b"second") == b"second"
    assert code([blocked, tmp_path], new=b"third") == b"third"
    assert code([blocked, tmp_path], new=b"fourth") == b"third"
