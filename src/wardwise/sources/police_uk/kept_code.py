"""Machine code that is kept from run to run, and used for what it was made for alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path


DIGEST = 32  # bytes


def kept_code(
    name: str, folders: Sequence[Path], *, made_for: bytes, make: Callable[[], bytes]
) -> bytes:
    """The code from a file of that name, or made and kept in the first folder that takes it.

    A digest of the code and of what it was made for stands before it, so that neither code for
    something else nor a file that was cut short is ever run.
    """
    for folder in folders:
        kept = _read(folder / name)
        if kept[:DIGEST] == _digest(made_for, kept[DIGEST:]):
            return kept[DIGEST:]
    code = make()
    _keep(name, folders, _digest(made_for, code) + code)
    return code


def _digest(made_for: bytes, code: bytes) -> bytes:
    return hashlib.sha256(hashlib.sha256(made_for).digest() + code).digest()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _keep(name: str, folders: Sequence[Path], data: bytes) -> None:
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        except OSError:
            continue
        return
