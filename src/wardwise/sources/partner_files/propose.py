"""Proposes a mapping: column to field, formats, codes, flags; as YAML for a person to correct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import yaml

from wardwise.sources.partner_files.labels import lone_labels, may_be_kept
from wardwise.sources.partner_files.likeness import (
    JUDGED,
    NO,
    YES,
    best_format,
    fits,
    name_likeness,
    value_likeness,
)
from wardwise.sources.partner_files.look import Look, look_at
from wardwise.sources.partner_files.schema import Dataset, Field, dataset_named


SAMPLE = 2_000
LEAST_NAME, LEAST_VALUES, LEAST_BOTH = 0.72, 0.6, 0.75
MOST_CODES = 40
MIDNIGHTS = {"00:00": 0.05, "00:01": 0.01}
_DATED = ("moment", "date", "born_on", "month")
_TIME = r"^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"
_NOT_KNOWN = ("unknown", "not known", "not stated", "not recorded", "n/k", "u", "x", "none")

Written = dict[str, object]


@dataclass(frozen=True, eq=False)
class Proposal:
    """A mapping as it could be, and the columns that it leaves behind."""

    look: Look
    dataset: Dataset
    columns: Mapping[str, Written]
    left: tuple[str, ...]
    unknown_hours: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields that no row can do without and no column is like."""
        fields = self.dataset.fields
        found = [one.name for one in fields if one.required == "yes"]
        days = [one.name for one in fields if one.required == "day"]
        found += [" or ".join(days)] if days and not set(days) & set(self.columns) else []
        return tuple(name for name in found if name not in self.columns)

    def as_yaml(self, *, name: str) -> str:
        """The text of ``mappings/<name>.yaml``."""
        shape = self.look.shape
        file: Written = {"kind": shape.kind}
        if shape.kind == "csv":
            delimiter = "tab" if shape.delimiter == "\t" else shape.delimiter
            file |= {"encoding": shape.encoding, "delimiter": delimiter}
        if shape.header_row != 1:
            file["header_row"] = shape.header_row
        part: Written = {}
        if self.unknown_hours:
            part["times"] = {"unknown_hour": list(self.unknown_hours)}
        part["columns"] = dict(self.columns)
        whole = {
            "mapping": name,
            "version": "1.0.0",
            "system": f"Proposed for {self.look.raw.file}: correct it, and say which system",
            "file": file,
            "datasets": {self.dataset.name: part},
        }
        text = yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=100)
        left = "".join(f"#   {column}\n" for column in self.left)
        wanted = "".join(f"# Still to be mapped: {field}\n" for field in self.missing)
        return f"{text}{wanted}# Left behind, and never read:\n{left or '#   nothing'}"


def propose(path: Path, *, dataset: str) -> Proposal:
    """The likeliest mapping of a file to a dataset."""
    described, look = dataset_named(dataset), look_at(path)
    cells = {name: _filled(look, name) for name in look.raw.columns}
    chosen = _chosen(described, cells)
    times = _times_beside(described, chosen, cells)
    columns = {
        field.name: _written(field, chosen[field.name], times.get(field.name), look, cells)
        for field in described.fields
        if field.name in chosen
    }
    taken = {*chosen.values(), *times.values()}
    left = tuple(name for name in look.raw.columns if name not in taken)
    return Proposal(look, described, columns, left, _unknown_hours(times.values(), cells))


def _filled(look: Look, column: str) -> list[str]:
    """Cells of rows spread over the whole file: the end of an extract may differ."""
    text = look.raw.columns[column]
    spread = np.unique(np.linspace(0, len(text) - 1, SAMPLE).astype(np.int64))
    return [cell for cell in text.take(pa.array(spread)).to_pylist() if cell]


def _chosen(dataset: Dataset, cells: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Field → column: the likest pair first, every column and field once."""
    pairs = [
        (score, -place, field.name, column)
        for place, field in enumerate(dataset.fields)
        if field.kind != "text"
        for column, found in cells.items()
        if (score := _likeness(field, column, found)) >= LEAST_BOTH
    ]
    chosen: dict[str, str] = {}
    for _, _, field, column in sorted(pairs, reverse=True):
        if field not in chosen and column not in chosen.values():
            chosen[field] = column
    return chosen


def _likeness(field: Field, column: str, cells: Sequence[str]) -> float:
    name = name_likeness(field, column)
    if name < LEAST_NAME:
        return 0.0
    values = value_likeness(field, cells)
    if values is None:
        return name
    return 0.0 if values < LEAST_VALUES else 0.7 * name + 0.3 * values


def _times_beside(
    dataset: Dataset, chosen: Mapping[str, str], cells: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Moments whose time is in a column of its own."""
    times = {
        column
        for column, found in cells.items()
        if found and all(pc.match_substring_regex(found, _TIME).to_pylist())
    }
    found: dict[str, str] = {}
    for field in dataset.of_kind("moment"):
        if field in chosen and "%H" not in best_format(cells[chosen[field]][:JUDGED])[0]:
            beside = _beside(chosen[field], times - set(found.values()))
            if beside:
                found[field] = beside
    return found


def _beside(date: str, times: set[str]) -> str | None:
    """The time column whose name is the date's with 'time' for 'date'."""
    wanted = date.casefold().replace("date", "").strip(" _-")
    for column in sorted(times):
        if column.casefold().replace("time", "").strip(" _-") == wanted:
            return column
    return next(iter(times)) if len(times) == 1 else None


def _written(
    field: Field, column: str, time: str | None, look: Look, cells: Mapping[str, Sequence[str]]
) -> Written:
    found = cells[column]
    written: Written = {"column": [column, time] if time else column}
    if field.kind in _DATED:
        return written | {"format": _formats(found, cells[time] if time else None)}
    if field.kind == "flag":
        return written | _flag(found, blank=len(found) < min(SAMPLE, len(look.raw.lines)))
    if field.kind in ("code", "ethnicity"):
        return written | _codes(found)
    said = [cell for cell in dict.fromkeys(found) if cell.casefold() in _NOT_KNOWN]
    if said and field.kind in ("sex", "age", "age_band"):
        written["not_known"] = said
    return written


def _formats(dates: Sequence[str], times: Sequence[str] | None) -> object:
    day, _ = best_format(dates[:JUDGED])
    if times is None:
        rest = [cell for cell, fit in zip(dates, fits(dates, day), strict=True) if not fit]
        other = best_format(rest[:JUDGED])[0]
        return day if other in (day, "") else [day, other]
    clock = "%H:%M:%S" if times and times[0].count(":") == 2 else "%H:%M"
    return [f"{day} {clock}", day]


def _flag(cells: Sequence[str], *, blank: bool) -> Written:
    counted = list(dict.fromkeys(cells))
    yes = [cell for cell in counted if cell.casefold() in YES]
    no = [cell for cell in counted if cell.casefold() in NO]
    written: Written = {"yes": yes or ["Y"]}
    if no:
        written["no"] = no
    # where nothing says no, an empty cell has to
    return written | ({"blank": "no"} if blank and not no else {})


def _codes(cells: Sequence[str]) -> Written:
    lone = lone_labels(cells)
    counted = Counter(cell for cell in cells if may_be_kept(cell) and cell not in lone)
    written: Written = {}
    if said := [cell for cell in counted if cell.casefold() in _NOT_KNOWN]:
        written["not_known"] = said
    kept = [cell for cell, _ in counted.most_common() if cell not in said]
    if len(kept) > MOST_CODES:
        return written | {"otherwise": "keep"}
    return written | {"codes": {cell: cell for cell in kept}}


def _unknown_hours(columns: Iterable[str], cells: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Times of day that stand too often for a hour that is not known."""
    found: list[str] = []
    for column in columns:
        short = [cell[:5].zfill(5) for cell in cells[column]]
        found += [time for time, most in MIDNIGHTS.items() if short.count(time) > most * len(short)]
    return tuple(dict.fromkeys(found))
