"""Suppliers' files kept exactly as they came, under the hash of their bytes.

A file is copied and never linked: a link would change when somebody edits the original. The
copy is made under a temporary name and moved into place in one step, so a snapshot is there
whole or not at all. The same bytes are kept once; who brought them again, and when, is added
to the note beside them.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from wardwise.domain.errors import StoreError


@dataclass(frozen=True)
class Provenance:
    """Under what name, from whom and when a file came; ``at`` is ISO 8601 text."""

    name: str
    source: str
    licence: str
    period: str
    by: str
    at: str


@dataclass(frozen=True)
class Snapshot:
    """A file as it came: its hash, size, where it is kept, and every time that it came."""

    sha256: str
    size: int
    path: Path
    brought: tuple[Provenance, ...]

    @property
    def first(self) -> Provenance:
        """The first time that these bytes came."""
        return self.brought[0]

    @property
    def is_known_again(self) -> bool:
        """Whether the same bytes had been brought before."""
        return len(self.brought) > 1


@dataclass(frozen=True)
class Store:
    """A folder of snapshots. Nothing in it is ever changed but the notes beside the files."""

    root: Path

    def keep(
        self, path: Path, *, source: str, licence: str, period: str, by: str, at: str
    ) -> Snapshot:
        """Keep a file; the same bytes are recognised and only noted again."""
        brought = Provenance(path.name, source, licence, period, by, at)
        with _told(f"{path.name} cannot be kept"):
            sha256, size = _hash(path)
            folder = self._folder(sha256)
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / "file").is_file():
                _copy_in(path, folder / "file", sha256=sha256)
            earlier = _read_note(folder / "note.json")
            every = earlier if brought in earlier else (*earlier, brought)
            if every != earlier:
                _write_note(folder / "note.json", sha256, size, every)
        return Snapshot(sha256, size, folder / "file", every)

    def find(self, sha256: str) -> Snapshot | None:
        """The snapshot of that hash, or None if it is not kept."""
        folder = self._folder(sha256)
        if not (folder / "file").is_file():
            return None
        with _told("a snapshot cannot be read"):
            brought = _read_note(folder / "note.json")
            return Snapshot(sha256, (folder / "file").stat().st_size, folder / "file", brought)

    def check(self, sha256: str) -> None:
        """StoreError if the snapshot is gone or its bytes are no longer what they were."""
        found = self.find(sha256)
        if found is None:
            raise StoreError(
                f"snapshot {sha256[:12]}: it is not in the store. Import the file again."
            )
        with _told("a snapshot cannot be read"):
            is_whole = _hash(found.path)[0] == sha256
        if not is_whole:
            raise StoreError(
                f"snapshot {sha256[:12]}: its bytes have changed since it was kept."
                " Delete it from the store and import the file again."
            )

    def _folder(self, sha256: str) -> Path:
        return self.root / "snapshots" / sha256[:2] / sha256


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turn a refusal of the disk into a sentence."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"Store: {what} ({error.strerror}). Free some space, check that the folder may be"
            " written, or give another one with --store."
        ) from error


def _hash(path: Path) -> tuple[str, int]:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest(), stream.tell()


def _copy_in(path: Path, target: Path, *, sha256: str) -> None:
    with _beside(target) as copy:
        shutil.copyfile(path, copy)
        if _hash(copy)[0] != sha256:
            raise StoreError(
                f"{path.name}: it changed while it was being kept. Wait until it is written,"
                " and import it again."
            )
        copy.chmod(0o444)
        os.replace(copy, target)


def _read_note(path: Path) -> tuple[Provenance, ...]:
    try:
        note = json.loads(path.read_text("utf-8"))
        return tuple(Provenance(**each) for each in note["brought"])
    except FileNotFoundError:
        return ()
    except (ValueError, KeyError, TypeError):
        raise StoreError(
            f"snapshot {path.parent.name[:12]}: the note beside it cannot be read."
            " Delete the snapshot from the store and import the file again."
        ) from None


def _write_note(path: Path, sha256: str, size: int, brought: tuple[Provenance, ...]) -> None:
    note = {"sha256": sha256, "bytes": size, "brought": [asdict(each) for each in brought]}
    with _beside(path) as copy:
        copy.write_text(json.dumps(note, indent=1, ensure_ascii=False), "utf-8")
        os.replace(copy, path)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A temporary name in the same folder, gone afterwards whatever happens."""
    handle, name = tempfile.mkstemp(prefix=".new-", dir=target.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
