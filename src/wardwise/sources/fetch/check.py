"""Whether what came is what was asked for."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from wardwise.domain.errors import FetchError
from wardwise.sources.fetch.wanted import Wanted


def check_kind(wanted: Wanted, path: Path) -> None:
    """FetchError, and the file thrown away, if it is too small or of another kind."""
    size = path.stat().st_size
    said = _too_small(wanted, size) or _CHECKS[wanted.kind](path)
    if said:
        path.unlink()
        raise FetchError(
            f"{wanted.to}: {wanted.address} gave {said}. Nothing was kept. The address may have "
            "moved: see docs/reference/download_addresses.md."
        )


def _too_small(wanted: Wanted, size: int) -> str | None:
    if size >= wanted.least_bytes:
        return None
    return f"{size:,} bytes, expected at least {wanted.least_bytes:,}"


def _zip(path: Path) -> str | None:
    """The list of contents is at the end of a zip, so reading it shows that the end came."""
    try:
        with zipfile.ZipFile(path) as archive:
            return None if archive.namelist() else "an empty zip, expected files in it"
    except (zipfile.BadZipFile, OSError):
        return "something that is not a whole zip"


def _xlsx(path: Path) -> str | None:
    said = _zip(path)
    if said:
        return said.replace("zip", "workbook")
    with zipfile.ZipFile(path) as archive:
        held = any(name.startswith("xl/") for name in archive.namelist())
    return None if held else "a zip that is not a workbook"


def _geojson(path: Path) -> str | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, UnicodeDecodeError):
        return "something that is not GeoJSON"
    if not isinstance(found, dict) or not found.get("features"):
        return "GeoJSON without a single area"
    cut = found.get("properties", {}).get("exceededTransferLimit") or found.get(
        "exceededTransferLimit"
    )
    return "only the first part of the areas" if cut else None


_CHECKS = {"zip": _zip, "xlsx": _xlsx, "geojson": _geojson}
