"""The head of the chain, kept outside the database: a line for each row that was committed.

Whoever can write to the database can compute the whole chain again. They cannot do it unseen
while this file is where they cannot write: send it to another machine, or make it append-only.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings


def bear_witness(sequence: int, hashed: str) -> None:
    """Append one line; a short append is one write, so that lines of two workers do not mix."""
    path = Path(settings.WITNESS)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
    try:
        os.write(handle, f"{sequence} {hashed}\n".encode())
    finally:
        os.close(handle)


def witnessed(path: Path) -> Iterator[tuple[int, str]]:
    """Every sequence and hash that was witnessed, as far as the file can be read."""
    if not path.exists():
        return
    for line in path.read_text("utf-8").splitlines():
        sequence, _, hashed = line.partition(" ")
        if sequence.isdecimal() and len(hashed) == 64:
            yield int(sequence), hashed
