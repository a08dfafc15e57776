"""A finished run's folder of the true shape, as small as a test wants it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def figure(figure_id: str = "F-AAAAAAAA", **differs: Any) -> dict[str, Any]:
    """One figure as ``findings.json`` holds it."""
    return {
        "figure_id": figure_id,
        "chapter": "levels",
        "measure": "offences",
        "offence": "Burglary",
        "area_code": "E06999001",
        "area_name": "Exampleshire",
        "period_start": "2025-10",
        "period_end": "2026-09",
        "detail": "",
        "value": 412,
        "unit": "offences",
        "lower": 373.2,
        "upper": 453.8,
        "method": "count, with a Byar interval",
        "comparison": None,
        "sources": ["police_uk"],
        "marking": "OFFICIAL",
        "status": "known",
        "reason": None,
        "recipe": {
            "measure": "offences",
            "arguments": {"count": {"ask": "offences", "arguments": {"source": "police_uk"}}},
            "take": "value",
        },
    } | differs


def write_run(folder: Path, figures: Sequence[dict[str, Any]], **differs: Any) -> Path:
    """``findings.json`` and ``manifest.json`` in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "findings.json").write_text(json.dumps(list(figures)), "utf-8")
    manifest = {
        "run": "0123456789",
        "run_key": "f" * 64,
        "wardwise": "0.1.0",
        "code": "c" * 64,
        "seed": 1,
        "settings": {"document": {"marking": "OFFICIAL"}, "partner_files": []},
        "files": [{"path": "police_uk/2026-09.csv", "sha256": "a" * 64, "bytes": 10}],
        "reference": {},
        "definitions": {},
        "outputs": {},
        "warnings": [],
    } | differs
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return folder
