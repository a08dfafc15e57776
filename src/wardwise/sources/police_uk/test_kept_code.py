"""Code is kept where nobody else can write, and never used for what it was not made for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from wardwise.sources.police_uk.kept_code import kept_code
from wardwise.sources.police_uk.own_folder import own_cache_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Not there yet, nor is the folder above it."""
    return tmp_path / "cache" / "ours"


def code(folder: Path | None, *, made_for: bytes = b"this", new: bytes = b"new") -> bytes:
    """What is kept, or else the new code."""
    return kept_code("a.code", folder, made_for=made_for, make=lambda: new)


def test_it_is_made_once(folder: Path) -> None:
    assert code(folder, new=b"first") == b"first"
    assert code(folder, new=b"second") == b"first"
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_was_made_for_something_else_is_made_anew(folder: Path) -> None:
    code(folder, new=b"old")
    assert code(folder, made_for=b"that") == b"new"
    assert code(folder, made_for=b"that", new=b"newer") == b"new"


@pytest.mark.parametrize("length", [0, 10, 32, 33, 40])
def test_a_file_that_was_cut_short_is_not_used(folder: Path, length: int) -> None:
    code(folder, new=b"0123456789")
    file = folder / "a.code"
    file.write_bytes(file.read_bytes()[:length])
    assert code(folder) == b"new"
    assert code(folder, new=b"newer") == b"new"


def test_a_changed_byte_is_seen(folder: Path) -> None:
    code(folder, new=b"0123456789")
    file = folder / "a.code"
    file.write_bytes(file.read_bytes()[:-1] + b"8")
    assert code(folder) == b"new"


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o750, 0o705, 0o701])
def test_what_others_could_have_put_there_is_not_used(folder: Path, mode: int) -> None:
    code(folder, new=b"put there")
    folder.chmod(mode)
    assert code(folder, new=b"made") == b"made"
    folder.chmod(0o700)
    assert code(folder, new=b"later") == b"put there"  # nor was the folder written to


def test_a_link_to_a_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    code(elsewhere, new=b"put there")
    folder.parent.mkdir()
    folder.symlink_to(elsewhere)
    assert code(folder, new=b"made") == b"made"


def test_where_nothing_can_be_written_it_is_made_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    blocked = tmp_path / "file" / "folder"
    for folder in (blocked, None):
        assert code(folder, new=b"first") == b"first"
        assert code(folder, new=b"second") == b"second"


def test_runs_at_the_same_time_each_have_whole_code(folder: Path) -> None:
    # 40 makers of 1 MB each, of eight letters: a file of two of them would have a false digest
    parts = [bytes([65 + n % 8]) * 1_000_000 for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda new: code(folder, new=new), parts))
    assert set(made) <= set(parts)
    assert code(folder) in parts
    assert [path.name for path in folder.iterdir()] == ["a.code"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("/cache", "/cache/wardwise"),
        ("", "/home/a/.cache/wardwise"),
        ("here", "/home/a/.cache/wardwise"),  # not a place of its own: passed over
    ],
)
def test_the_folder_is_the_users(
    monkeypatch: pytest.MonkeyPatch, named: str, expected: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.setenv("HOME", "/home/a")
    assert own_cache_folder() == Path(expected)


def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "here")
    assert own_cache_folder() is None
