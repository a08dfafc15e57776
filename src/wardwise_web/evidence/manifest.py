"""What a finished run says of itself."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Manifest:
    """The run's short hash, one hash for all the data that it read, and its marking."""

    run: str
    data_hash: str
    marking: str
    whole: dict[str, Any]


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a run's folder."""
    whole = json.loads((folder / "manifest.json").read_text("utf-8"))
    files = sorted((one["path"], one["sha256"]) for one in whole["files"])
    return Manifest(
        run=whole["run"],
        data_hash=hashlib.sha256(json.dumps(files).encode()).hexdigest(),
        marking=whole["settings"]["document"]["marking"],
        whole=whole,
    )
