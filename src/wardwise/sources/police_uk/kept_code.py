"""Machine code that is kept from run to run, and used for what it was made for alone.

Whoever can write the file can have their code run. So it is kept only in a folder that is
closed to all but this user. The digest in the file guards against accidents, not against people:
who writes the one can write the other.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from wardwise.sources.police_uk.own_folder import is_own_alone


DIGEST = 32  # bytes


def kept_code(
    name: str, folder: Path | None, *, made_for: bytes, make: Callable[[], bytes]
) -> bytes:
    """The code from the file of that name, or made and, where the folder is ours alone, kept.

    A digest of the code and of what it was made for stands before it, so that neither code for
    something else nor a file that was cut short is ever run.
    """
    kept = _read(folder / name) if folder else b""
    if kept[:DIGEST] == _digest(made_for, kept[DIGEST:]):
        return kept[DIGEST:]
    code = make()
    if folder:
        _keep(folder / name, _digest(made_for, code) + code)
    return code


def _digest(made_for: bytes, code: bytes) -> bytes:
    return hashlib.sha256(hashlib.sha256(made_for).digest() + code).digest()


def _read(path: Path) -> bytes:
    if not is_own_alone(path.parent):
        return b""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _keep(path: Path, data: bytes) -> None:
    """Written beside it and moved there whole, because another run may be reading or writing."""
    try:
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if not is_own_alone(path.parent):
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as new:
            new.write(data)
        os.replace(new.name, path)
    except OSError:  # a full disk, or a folder that takes no files: made again in the next run
        return
