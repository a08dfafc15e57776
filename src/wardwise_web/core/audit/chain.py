"""How a row is hashed: pure, so that anyone can check it without the application."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping


START = "0" * 64
COLUMNS = (
    "sequence",
    "at",
    "operation",
    "event",
    "partnership_id",
    "actor_id",
    "actor_name",
    "object_kind",
    "object_id",
    "details",
    "reason",
    "recipients",
    "previous_hash",
)


def row_hash(row: Mapping[str, object]) -> str:
    """SHA-256 over the row's columns, in order, as one JSON list; the hash before is among them.

    A JSON list and not joined text: ``("ab", "c")`` and ``("a", "bc")`` must not be alike.
    """
    written = json.dumps([row[name] for name in COLUMNS], ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8")).hexdigest()
