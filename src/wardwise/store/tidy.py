"""Tidy tables kept under the key of what they were made from; all of a key or none of it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from wardwise.domain.errors import StoreError
from wardwise.store.swap import recover


_MARK = b"PAR1"


@dataclass(frozen=True)
class Kept:
    """Where each table lies, and the notices of the reading that made them."""

    tables: Mapping[str, Path]
    notices: tuple[str, ...]


@dataclass(frozen=True)
class TidyStore:
    """A folder with one subfolder per key. A half-written key is never seen."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where the keys lie."""
        return self.root / "tidy"

    def find(self, key: str) -> Kept | None:
        """The tables of a key, or None if it has not been put."""
        recover(self.folder)
        folder = self.folder / key[:32]
        try:
            listing = json.loads((folder / "tables.json").read_text("utf-8"))
            tables = {name: folder / f"{name}.parquet" for name in listing["tables"]}
            notices = tuple(listing["notices"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if not all(is_whole(path) for path in tables.values()):
            return None
        return Kept(tables, notices)

    def put(self, key: str, *, tables: Mapping[str, pa.Table], notices: Sequence[str]) -> Kept:
        """Write every table beside, then move the folder into its place in one step."""
        target = self.folder / key[:32]
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            sweep(self.folder)
            beside = Path(tempfile.mkdtemp(prefix=f".new-{os.getpid()}-", dir=self.folder))
            try:
                write_tables(beside, tables, notices)
                _move_in(beside, target)
            finally:
                shutil.rmtree(beside, ignore_errors=True)
        except OSError as error:
            raise StoreError(
                f"{self.folder.name}: the store cannot be written ({error.strerror})."
                " Free some space or give another folder with --store."
            ) from error
        found = self.find(key)
        assert found is not None, "what was just put is there"
        return found


def is_whole(path: Path) -> bool:
    """Whether a parquet file is there from its first mark to its last, so not cut short."""
    try:
        with path.open("rb") as file:
            first = file.read(len(_MARK))
            file.seek(-len(_MARK), os.SEEK_END)
            return first == file.read() == _MARK
    except OSError:
        return False


def sweep(folder: Path, start: str = ".new-") -> None:
    """Remove what a killed process left half-written; a living one's work is left alone.

    Folders are named ``start``, the process, a dash and some letters.
    """
    for left in folder.glob(f"{start}*-*"):
        owner = left.name.removeprefix(start).split("-")[0]
        if owner.isdigit() and not is_alive(int(owner)):
            shutil.rmtree(left, ignore_errors=True)


def is_alive(process: int) -> bool:
    """Whether a process of that number runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it is there, and belongs to somebody else
    return True


def write_tables(folder: Path, tables: Mapping[str, pa.Table], notices: Sequence[str]) -> None:
    """Every table as parquet, and the list of them."""
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
    listing = {"tables": sorted(tables), "notices": list(notices)}
    # The listing is last: a folder without it holds nothing
    (folder / "tables.json").write_text(json.dumps(listing, ensure_ascii=False), "utf-8")


def _move_in(beside: Path, target: Path) -> None:
    """Put the folder in its place; a key that was put before steps aside for a moment."""
    old = beside.with_name(f"{beside.name}-old")
    if target.exists():
        os.replace(target, old)
    try:
        os.replace(beside, target)
    except OSError:
        # Another run may have put the same key, which means the same tables, just before us
        if not (target / "tables.json").is_file():
            raise
    shutil.rmtree(old, ignore_errors=True)
