"""What a finished run says of itself."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wardwise.domain.marking import highest_marking


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
        marking=_marking(whole["settings"]),
        whole=whole,
    )


def _marking(settings: dict[str, Any]) -> str:
    """That of the papers: the document's own, or a partner's file's if that is higher."""
    files = [one.get("marking") for one in settings.get("partner_files", ())]
    return highest_marking([settings["document"]["marking"], *(one for one in files if one)])
