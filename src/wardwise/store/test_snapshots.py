"""Files kept as they came."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from wardwise.domain.errors import StoreError
from wardwise.store.snapshots import Snapshot, Store


def keep(store: Store, path: Path, *, by: str = "A. Analyst", at: str = "2026-11-20") -> Snapshot:
    """Keep a file as the pipeline does."""
    return store.keep(
        path, source="police_uk", licence="OGL v3.0", period="2023-05/2023-06", by=by, at=at
    )


@pytest.fixture
def supplied(tmp_path: Path) -> Path:
    """A file as a supplier sends it."""
    path = tmp_path / "archive.zip"
    path.write_bytes(b"exactly these bytes")
    return path


def test_the_bytes_are_kept_under_their_hash(tmp_path: Path, supplied: Path) -> None:
    kept = keep(Store(tmp_path / "store"), supplied)
    assert kept.sha256 == hashlib.sha256(b"exactly these bytes").hexdigest()
    assert kept.path.read_bytes() == b"exactly these bytes"
    assert (kept.first.name, kept.size, kept.is_known_again) == ("archive.zip", 19, False)


def test_a_change_of_the_original_does_not_reach_what_is_kept(
    tmp_path: Path, supplied: Path
) -> None:
    store = Store(tmp_path / "store")
    kept = keep(store, supplied)
    supplied.write_bytes(b"other")
    assert kept.path.read_bytes() == b"exactly these bytes"
    store.check(kept.sha256)


def test_the_same_bytes_are_recognised_and_noted_again(tmp_path: Path, supplied: Path) -> None:
    store = Store(tmp_path / "store")
    first = keep(store, supplied)
    again = keep(store, supplied, by="B. Analyst", at="2026-12-01")
    assert again.is_known_again
    assert [brought.by for brought in again.brought] == ["A. Analyst", "B. Analyst"]
    assert again.path == first.path
    assert store.find(first.sha256) == again


def test_the_same_import_twice_is_one_note(tmp_path: Path, supplied: Path) -> None:
    store = Store(tmp_path / "store")
    assert keep(store, supplied) == keep(store, supplied)


def test_nothing_but_the_file_and_its_note_is_left(tmp_path: Path, supplied: Path) -> None:
    kept = keep(Store(tmp_path / "store"), supplied)
    assert sorted(path.name for path in kept.path.parent.iterdir()) == ["file", "note.json"]
    note = json.loads((kept.path.parent / "note.json").read_text("utf-8"))
    assert note["sha256"] == kept.sha256


def test_what_is_not_kept_is_not_found(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert store.find("0" * 64) is None
    with pytest.raises(StoreError, match="not in the store"):
        store.check("0" * 64)


def test_a_snapshot_whose_bytes_changed_is_told(tmp_path: Path, supplied: Path) -> None:
    store = Store(tmp_path / "store")
    kept = keep(store, supplied)
    kept.path.chmod(0o644)
    kept.path.write_bytes(b"tampered with......")
    with pytest.raises(StoreError, match="have changed since it was kept"):
        store.check(kept.sha256)


def test_a_note_that_is_damaged_is_told(tmp_path: Path, supplied: Path) -> None:
    store = Store(tmp_path / "store")
    kept = keep(store, supplied)
    (kept.path.parent / "note.json").write_text("{")
    with pytest.raises(StoreError, match="the note beside it cannot be read"):
        keep(store, supplied)


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path, supplied: Path) -> None:
    # A file stands where the store's folder should be: works for every user, root too
    (tmp_path / "store").write_text("")
    with pytest.raises(StoreError, match="give another one with --store") as refused:
        keep(Store(tmp_path / "store"), supplied)
    assert refused.value.exit_code == 19
