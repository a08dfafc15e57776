"""One file with the database, the folders, the witness, and the hash of each part."""

from __future__ import annotations

import hashlib
import json
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wardwise_web.core.backup.database import NAME, copy_database, is_sqlite, put_back


FOLDERS = ("uploads", "evidence", "runs", "approved", "packs")
WITNESS = "audit-witness.txt"
LIST = "parts.json"


class NotRestored(Exception):
    """Why nothing was put back: one sentence for whoever runs the installation."""


def write_backup(to: Path, *, home: Path, database: Mapping[str, Any], witness: Path) -> int:
    """Write everything into one file, whole or not at all; answers how many parts it has.

    The witness first, then the database, then the folders: rows are witnessed after they are
    kept and files are written before the rows that name them, so that nothing in the copy
    speaks of what is not in it.
    """
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".backup-") as name:
        beside = Path(name)
        parts: dict[str, Path] = {}
        if witness.exists():
            parts[WITNESS] = beside / WITNESS
            parts[WITNESS].write_bytes(witness.read_bytes())
        parts[NAME] = beside / NAME
        copy_database(database, to=parts[NAME])
        for folder in FOLDERS:
            found = sorted(path for path in (home / folder).rglob("*") if path.is_file())
            parts |= {path.relative_to(home).as_posix(): path for path in found}
        _pack(beside / "whole", parts)
        (beside / "whole").chmod(0o600)  # everything is in it
        (beside / "whole").replace(to)
    return len(parts)


def _pack(to: Path, parts: Mapping[str, Path]) -> None:
    hashes = {name: _hash(path) for name, path in parts.items()}
    listed = to.with_name(LIST)
    listed.write_text(json.dumps(hashes, indent=1), "utf-8")
    with tarfile.open(to, "w:gz") as archive:
        archive.add(listed, LIST)
        for name, path in parts.items():
            archive.add(path, name)


def restore_backup(copy: Path, *, home: Path, database: Mapping[str, Any], witness: Path) -> int:
    """Fill an empty place; refused, before anything is written, if it is not empty or not whole."""
    _check_empty(home, database)
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home, prefix=".restore-") as name:
        beside = Path(name)
        with tarfile.open(copy) as archive:
            archive.extractall(beside, filter="data")
        hashes = json.loads((beside / LIST).read_text("utf-8"))
        for part, expected in hashes.items():
            if ".." in Path(part).parts or Path(part).is_absolute():
                raise NotRestored(f"{copy.name}: the part '{part}' lies outside the copy.")
            if not (beside / part).is_file() or _hash(beside / part) != expected:
                raise NotRestored(f"{copy.name}: the part '{part}' is not as it was written.")
        put_back(database, copy=beside / NAME)
        _put_files(beside, [part for part in hashes if part != NAME], home=home, witness=witness)
    return len(hashes)


def _put_files(beside: Path, parts: list[str], *, home: Path, witness: Path) -> None:
    for part in parts:
        to = witness if part == WITNESS else home / part
        to.parent.mkdir(parents=True, exist_ok=True)
        (beside / part).replace(to)


def _check_empty(home: Path, database: Mapping[str, Any]) -> None:
    held = [folder for folder in FOLDERS if any((home / folder).rglob("*"))]
    if is_sqlite(database) and Path(str(database["NAME"])).exists():
        held.append(Path(str(database["NAME"])).name)
    if held:
        raise NotRestored(
            f"The place to restore to is not empty: it has {', '.join(held)}."
            " Give an empty WARDWISE_HOME and an empty database."
        )


def _hash(path: Path) -> str:
    with open(path, "rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()
