"""Erasure over a whole store: every folder of tidy tables, in one swap."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from wardwise.domain.erasure import FileRows
from wardwise.domain.errors import StoreError
from wardwise.store.erased import Register
from wardwise.store.erasing import Taken, without_erased
from wardwise.store.swap import swap_in
from wardwise.store.tidy import TidyStore, sweep, write_tables


@dataclass(frozen=True)
class Swept:
    """What an erasure took out of a store."""

    taken: Taken
    files: tuple[FileRows, ...]
    made_again: int  # folders of tables worked out from rows that went


def sweep_store(store: TidyStore, register: Register) -> Swept:
    """Take what is erased out of every table; all of it goes in one swap, or nothing.

    Imports are kept without the rows. What was worked out from partners' rows is deleted: the
    next run works it out again.
    """
    total, files = Taken(), dict[tuple[str, str, str], int]()
    if not store.folder.is_dir():
        return Swept(total, (), 0)
    try:
        sweep(store.root, ".tidy-new-")
        beside = Path(tempfile.mkdtemp(prefix=f".tidy-new-{os.getpid()}-", dir=store.root))
        try:
            changed, gone = _copy_without(store.folder, beside, register, (total, files))
            if changed:
                swap_in(beside, store.folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise StoreError(
            f"{store.folder.name}: the store cannot be written ({error.strerror}), and nothing in"
            " it was erased. Free some space, and erase again."
        ) from error
    listed = [FileRows(s, p, sha, rows) for (s, p, sha), rows in sorted(files.items())]
    return Swept(total, tuple(listed), gone if changed else 0)


Counts = tuple[Taken, dict[tuple[str, str, str], int]]


def _copy_without(old: Path, new: Path, register: Register, counts: Counts) -> tuple[int, int]:
    """Folders that lost rows, and folders that are left out because they rest on them."""
    new.chmod(0o755)
    derived, changed = [], 0
    for folder in sorted(path for path in old.iterdir() if not path.name.startswith(".")):
        tables = _tables_in(folder)
        if "partner_file" in tables:
            changed += _without(folder, new / folder.name, register, counts)
        elif _rests_on_partners(folder, tables):
            derived.append(folder)
        else:
            _link(folder, new / folder.name)
    for folder in () if changed else derived:
        _link(folder, new / folder.name)
    return changed, len(derived)


def _without(folder: Path, to: Path, register: Register, counts: Counts) -> bool:
    listing = json.loads((folder / "tables.json").read_text("utf-8"))
    held = {name: pq.read_table(folder / f"{name}.parquet") for name in listing["tables"]}
    left, taken = without_erased(held, register)
    if not +taken.by_table and not taken.free_texts:
        _link(folder, to)
        return False
    to.mkdir()
    write_tables(to, left, listing["notices"])
    _count(counts, held["partner_file"].to_pylist(), taken)
    return True


def _count(counts: Counts, lines: Sequence[dict[str, Any]], taken: Taken) -> None:
    """The same extract may be stored twice, read by two versions of the code: the most counts."""
    total, files = counts
    total.by_table |= taken.by_table
    total.by_file |= taken.by_file
    total.free_texts = max(total.free_texts, taken.free_texts)
    for line in lines:
        rows = taken.by_file.get((line["source"], line["path"]), 0)
        name = line["source"], line["path"], line["sha256"]
        if rows:
            files[name] = max(files.get(name, 0), rows)


def _tables_in(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(json.loads((folder / "tables.json").read_text("utf-8"))["tables"])
    except (OSError, ValueError, KeyError):
        return ()  # half-written: nobody reads it


def _rests_on_partners(folder: Path, tables: Sequence[str]) -> bool:
    """Whether it was worked out from partners' rows: the whole evidence, or merged tables."""
    if "evidence" in tables:
        return True
    merged = [name for name in ("file_read", "set_aside") if name in tables]
    return any(_names_partners(pq.read_table(folder / f"{name}.parquet")) for name in merged)


def _names_partners(table: pa.Table) -> bool:
    return bool(pc.any(pc.starts_with(table["source"], "partner:")).as_py())


def _link(folder: Path, to: Path) -> None:
    """The same files under a second name: a tidy table is replaced and never changed."""
    to.mkdir()
    for path in folder.iterdir():
        os.link(path, to / path.name)
