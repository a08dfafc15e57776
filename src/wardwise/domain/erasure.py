"""What was erased from the store, remembered without saying who it was."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal


Kind = Literal["person", "dataset"]

REASONS: Mapping[Kind, str] = {
    "person": "erased at the person's request",
    "dataset": "erased: the file may no longer be kept",
}


@dataclass(frozen=True)
class Erased:
    """One erasure. ``token`` is a hash of a person's key, or the SHA-256 of a dataset's file.

    ``fingerprint`` is of the secret that made the person's key: with another one the person
    has another key, and is not recognised.
    """

    kind: Kind
    token: str
    on: str  # YYYY-MM-DD
    certificate: str
    dataset: str = ""
    fingerprint: str = ""

    @property
    def told(self) -> str:
        """The notice of a document that is made again: what was erased, and never who."""
        what = (
            "the rows of one person, at the person's request"
            if self.kind == "person"
            else f"{self.dataset}, the file with SHA-256 {self.token[:12]}"
        )
        return f"Erased on {self.on}: {what} (certificate {self.certificate})."


@dataclass(frozen=True)
class FileRows:
    """Rows that an erasure took out of one supplier's file. Unit: rows."""

    source: str
    path: str
    sha256: str
    rows: int


@dataclass(frozen=True)
class Certificate:
    """What was erased, how much of it, by whom and when. No identifier, no key."""

    kind: Kind
    what: str
    by: str
    at: str  # ISO 8601
    rows: Mapping[str, int]  # tidy table → rows taken out
    files: Sequence[FileRows]
    originals: int  # encrypted copies that were deleted
    made_again: int  # folders of tables worked out from those rows, which were deleted
    free_texts: int = 0  # emptied in rows that stay
    notes: Sequence[str] = field(default_factory=tuple)


def token_of(person_key: str) -> str:
    """What is remembered of a key: enough to know it again, not enough to find the person.

    >>> token_of("00" * 16)[:16]
    '8aae878b8bdde40c'
    """
    return hashlib.sha256(f"erased person:{person_key}".encode()).hexdigest()
