"""Whether the last good run is of the same evidence, settings and code, and still whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

from wardwise.pipeline.manifest import read_manifest


def is_unchanged(out: Path, run_key: str) -> bool:
    """True if every document is there, byte for byte as the manifest says."""
    manifest = read_manifest(out)
    if manifest is None or manifest.get("run_key") != run_key:
        return False
    return all(
        (out / name).is_file() and hashlib.sha256((out / name).read_bytes()).hexdigest() == digest
        for name, digest in manifest["outputs"].items()
    )
