"""Originals: an encrypted copy until its date, bound to its hash; nothing of it can be read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from wardwise.domain.errors import StoreError
from wardwise.sources.partner_files.originals import (
    erase_original,
    keep_encrypted,
    open_encrypted,
    past_retention,
)


SECRET = b"a made-up secret for tests 0123456789"
UNTIL = datetime.date(2030, 3, 31)


def _kept(folder: Path) -> Path:
    file = folder / "crimes.csv"
    file.write_bytes(b"REF,NAME\n1,Planted Person\n")
    return keep_encrypted(file, sha256="a" * 64, retain_until=UNTIL, secret=SECRET, root=folder)


def test_a_copy_opens_with_the_secret_and_shows_nothing_without_it(tmp_path: Path) -> None:
    copy = _kept(tmp_path)
    assert b"Planted" not in copy.read_bytes()
    assert open_encrypted(copy, secret=SECRET) == b"REF,NAME\n1,Planted Person\n"
    assert (
        keep_encrypted(
            tmp_path / "crimes.csv",
            sha256="a" * 64,
            retain_until=UNTIL,
            secret=SECRET,
            root=tmp_path,
        )
        == copy
    )


def test_a_copy_whose_date_was_changed_does_not_open(tmp_path: Path) -> None:
    copy = _kept(tmp_path)
    later = copy.rename(copy.with_name(copy.name.replace("2030", "2040")))
    with pytest.raises(StoreError, match="cannot be opened"):
        open_encrypted(later, secret=SECRET)


def test_what_is_past_its_date_is_named_and_can_be_erased(tmp_path: Path) -> None:
    copy = _kept(tmp_path)
    assert past_retention(tmp_path, today=UNTIL) == ()
    assert past_retention(tmp_path, today=datetime.date(2030, 4, 1)) == (copy,)
    assert erase_original(tmp_path, sha256="a" * 64) == 1
    assert erase_original(tmp_path, sha256="a" * 64) == 0
