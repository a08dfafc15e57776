"""Hashes of files and of extracts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path


def extract_id(contents: Sequence[tuple[str, str]]) -> str:
    """A short id of an unpacked extract from its (name, SHA-256) pairs."""
    listing = "\n".join(f"{digest}  {name}" for name, digest in sorted(contents))
    return hashlib.sha256(listing.encode()).hexdigest()[:12]


def file_sha256(path: Path) -> str:
    """SHA-256 of a file on disk."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
