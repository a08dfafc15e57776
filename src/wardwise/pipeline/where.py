"""Where a run reads and writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Where:
    """Data folders, the settings file's own folder, the documents' folder, the store."""

    folders: tuple[Path, ...]
    beside: Path
    out: Path
    store: Path
