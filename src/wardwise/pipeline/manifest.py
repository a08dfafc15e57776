"""What a run rested on, written beside its documents."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wardwise import __version__
from wardwise.pipeline.inputs import InputFile
from wardwise.reference.load import table_names, version


@dataclass(frozen=True)
class Manifest:
    """Hash of every file read, settings, code and reference versions, seed, warnings, seconds."""

    run: str
    run_key: str
    settings: Mapping[str, Any]
    files: Sequence[InputFile]
    tables: Mapping[str, str]  # tidy table → folder in the store
    store: str  # relative to the run's folder
    code: str
    seed: int
    warnings: Sequence[str]
    outputs: Mapping[str, str]  # document → sha256
    seconds: Mapping[str, float]
    # of kinds of crime, those in force
    definitions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def text(self) -> str:
        """As JSON, the timings last: they alone differ between two equal runs."""
        return json.dumps(
            {
                "run": self.run,
                "run_key": self.run_key,
                "wardwise": __version__,
                "code": self.code,
                "seed": self.seed,
                "settings": self.settings,
                "files": [
                    {"path": file.name, "sha256": file.sha256, "bytes": file.size}
                    for file in self.files
                ],
                "reference": {name: _version(name) for name in table_names()},
                "definitions": dict(self.definitions),
                "store": self.store,
                "tables": dict(sorted(self.tables.items())),
                "outputs": dict(sorted(self.outputs.items())),
                "warnings": list(self.warnings),
                "seconds": dict(self.seconds),
            },
            indent=1,
            ensure_ascii=False,
            default=str,
        )


def _version(name: str) -> dict[str, str]:
    found = version(name)
    return {"version": found.version, "date": found.date, "sha256": found.sha256}


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of a finished run, or None if there is none that can be read."""
    try:
        found: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found
