"""Bridge 2: what a finished run wrote. Figures are read here and never worked out again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from wardwise.domain.figure import Recipe
from wardwise.domain.recipe_json import parse_recipe
from wardwise_web.core.permissions.markings import is_cleared


FINDINGS, MANIFEST, THREATS = "findings.json", "manifest.json", "threats.json"


class NoFinishedRun(LookupError):
    """The folder holds no finished run: the build failed, or its folder was taken away."""


@dataclass(frozen=True)
class Printed:
    """One figure as a run printed it; the fields are those of docs/reference/findings_json.md.

    ``value`` is unrounded, and None where ``status`` is not ``known``: then ``reason`` says why.
    """

    figure_id: str
    chapter: str
    measure: str
    offence: str | None
    area_code: str
    area_name: str
    period_start: str
    period_end: str
    detail: str
    value: float | None
    unit: str
    lower: float | None
    upper: float | None
    method: str
    comparison: Mapping[str, Any] | None
    sources: tuple[str, ...]
    marking: str
    status: str
    reason: str | None


@dataclass(frozen=True)
class Findings:
    """Every figure of a run by its id, in the order in which a reader meets them."""

    run: str
    figures: Mapping[str, Printed]

    def cleared(self, clearance: str) -> dict[str, Printed]:
        """Those that somebody with this clearance may see; the rest are not even counted."""
        return {
            name: figure
            for name, figure in self.figures.items()
            if is_cleared(clearance, figure.marking)
        }

    def named(self, names: Iterable[str], *, clearance: str) -> tuple[Printed, ...]:
        """Of the figures so named, those that somebody with this clearance may see."""
        held = (self.figures[name] for name in names if name in self.figures)
        return tuple(figure for figure in held if is_cleared(clearance, figure.marking))


def findings_of(folder: Path) -> Findings:
    """The figures of a finished run. A run's folder is written once, so that they are kept."""
    try:
        written = (folder / FINDINGS).stat().st_mtime_ns
    except OSError:
        raise NoFinishedRun(f"{folder.name}: there is no finished run here.") from None
    return _read(folder, written)


@lru_cache(maxsize=6)
def _read(folder: Path, _written: int) -> Findings:
    figures = {row["figure_id"]: _printed(row) for row in _rows(folder)}
    return Findings(str(manifest_of(folder)["run"]), MappingProxyType(figures))


def _rows(folder: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((folder / FINDINGS).read_text("utf-8"))
    return rows


def _printed(row: dict[str, Any]) -> Printed:
    # the recipe is by far the largest part: it is read when a figure is opened
    kept = {name: value for name, value in row.items() if name in Printed.__dataclass_fields__}
    return Printed(**(kept | {"sources": tuple(row["sources"])}))


def recipe_of(folder: Path, figure_id: str) -> Recipe | None:
    """How a figure is made again; None where settings or method give it."""
    found = next((row for row in _rows(folder) if row["figure_id"] == figure_id), None)
    if found is None:
        raise NoFinishedRun(f"{folder.name}: the run printed no figure '{figure_id}'.")
    return parse_recipe(found["recipe"]) if found["recipe"] else None


def manifest_of(folder: Path) -> Mapping[str, Any]:
    """What the run rested on: files with hashes, settings, versions, warnings, outputs."""
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except OSError:
        raise NoFinishedRun(f"{folder.name}: there is no finished run here.") from None
    return found


def threats_of(folder: Path) -> Mapping[str, Any]:
    """The long list of threats with its evidence (docs/reference/threats_json.md)."""
    try:
        found: dict[str, Any] = json.loads((folder / THREATS).read_text("utf-8"))
    except OSError:
        raise NoFinishedRun(f"{folder.name}: the run wrote no long list of threats.") from None
    return found
