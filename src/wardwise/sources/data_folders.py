"""Finds files in the data folders, and says which is missing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.domain.errors import EvidenceMissing


OPEN_GOVERNMENT_LICENCE = "Open Government Licence v3.0"


@dataclass(frozen=True)
class DataFile:
    """A file that was found: where it is, its name within the data folder, and its bytes."""

    path: Path
    name: str
    raw: bytes

    def file_read(self, *, source: str, rows: int | None, note: str | None = None) -> FileRow:
        """A row for the table ``file_read``."""
        return {
            "source": source,
            "path": self.name,
            "sha256": hashlib.sha256(self.raw).hexdigest(),
            "bytes": len(self.raw),
            "rows_in": rows,
            "rows_used": rows,
            "first_month": None,
            "last_month": None,
            "licence": OPEN_GOVERNMENT_LICENCE,
            "note": note,
        }


FileRow = dict[str, str | int | None]


def find_file(folders: Sequence[Path], name: str) -> Path | None:
    """The file of that name, packed (``.gz``) or not, in the first folder that holds it."""
    spellings = (name, name.removesuffix(".gz"), f"{name}.gz")
    for folder in folders:
        for spelling in spellings:
            if (folder / spelling).is_file():
                return folder / spelling
    return None


def need_file(folders: Sequence[Path], name: str, *, what: str) -> DataFile:
    """The file, read; EvidenceMissing if no folder holds it or it is empty."""
    path = find_file(folders, name)
    if path is None:
        raise EvidenceMissing(
            file=name,
            problem=f"none of the {len(folders)} data folders holds this file ({what}).",
            remedy="Put it there, get it with 'wardwise fetch', or name the folder with --data.",
        )
    raw = path.read_bytes()
    if not raw:
        raise EvidenceMissing(
            file=name,
            problem=f"the file is empty ({what}).",
            remedy="Get it again: the download or the copy was broken off.",
        )
    return DataFile(path=path, name=f"{Path(name).parent}/{path.name}", raw=raw)
