"""Reads a mapping, and holds it against the dataset that it maps to."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

from wardwise.domain.date_format import is_same_the_other_way_round, parts_of
from wardwise.domain.errors import MappingError
from wardwise.domain.mapping import ColumnMapping, DatasetMapping, Mapping
from wardwise.sources.partner_files.schema import Dataset, Field, datasets
from wardwise.sources.yaml_model import Paper, read_model


# Every scalar stays text: a code 010 is not eight, and a heading NO is not false
_MAPPING = Paper(
    model=Mapping,
    error=MappingError,
    loader=yaml.BaseLoader,
    missing="Name a file of the folder mappings/, or make one with 'wardwise map FILE"
    " --dataset recorded_crime'.",
    headings="'mapping:', 'file:' and 'datasets:'",
    example="mappings/nyc_vehicle_thefts.yaml",
)
_DATED = {"moment": "day", "date": "day", "born_on": "day", "month": "month"}


@dataclass(frozen=True)
class MappingFile:
    """A mapping that was read, its name and the hash of its bytes."""

    mapping: Mapping
    name: str
    sha256: str


def find_mapping(name: str, *, folders: Sequence[Path]) -> Path:
    """The file of a mapping that is named, or whose path is given."""
    file = name if name.endswith((".yaml", ".yml")) else f"{name}.yaml"
    places = [place for folder in folders for place in (folder / file, folder / "mappings" / file)]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise MappingError(
            f"{file}: there is no such mapping beside the settings, in mappings/ or in a data"
            f" folder. {_MAPPING.missing}"
        )
    return found


def read_mapping(path: Path) -> MappingFile:
    """The mapping, every dataset of it checked; once for many files of one supplier."""
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        # the reader says what is wrong
        sha256 = ""
    return _checked(path, sha256)


@lru_cache(maxsize=64)
def _checked(path: Path, sha256: str) -> MappingFile:
    """The mapping of these bytes: another version under the same name is read anew."""
    file = replace(read_unchecked(path), sha256=sha256)
    mapping = file.mapping
    faults = [
        f"datasets.{name}{fault}"
        for name, part in mapping.datasets.items()
        for fault in _faults(name, part)
    ]
    if faults:
        raise MappingError(f"{path.name}: " + "\n".join(faults))
    return file


def read_unchecked(path: Path) -> MappingFile:
    """The mapping as far as its own form goes, not held against the datasets."""
    mapping = read_model(path, _MAPPING, Mapping)
    return MappingFile(mapping, path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def part_for(file: MappingFile, dataset: Dataset) -> DatasetMapping:
    """What the mapping says of the dataset."""
    if dataset.name not in file.mapping.datasets:
        raise MappingError(
            f"{file.name}: it does not map '{dataset.name}'; it maps"
            f" {', '.join(file.mapping.datasets)}. Name another mapping, or add the dataset."
        )
    return file.mapping.datasets[dataset.name]


def _faults(name: str, part: DatasetMapping) -> list[str]:
    if name not in datasets():
        return [f": there is no such dataset. There are: {', '.join(datasets())}."]
    dataset = datasets()[name]
    known = {field.name: field for field in dataset.fields}
    found = [_unknown(field, list(known)) for field in part.columns if field not in known]
    for field, column in part.columns.items():
        if field in known:
            found += [f".columns.{field}: {said}" for said in _of(known[field], column)]
    return found + _missing(dataset, part)


def _unknown(field: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(field, known, n=1, cutoff=0.5)
    remedy = f"Did you mean '{close[0]}'?" if close else f"It has: {', '.join(known)}."
    return f".columns.{field}: the dataset has no such field. {remedy}"


def _missing(dataset: Dataset, part: DatasetMapping) -> list[str]:
    wanted = [field.name for field in dataset.fields if field.required == "yes"]
    # a return or a survey may have one column for each item or question
    wanted = [] if part.questions and dataset.unit in ("aggregate", "reply") else wanted
    found = [
        f".columns: '{name}' is not mapped, and no row can do without it. Add it."
        for name in wanted
        if name not in part.columns
    ]
    days = [field.name for field in dataset.fields if field.required == "day"]
    if days and not set(days) & set(part.columns):
        found.append(f".columns: one of {', '.join(days)} has to be mapped. Add it.")
    if part.questions and dataset.unit != "reply":
        found.append(".questions: only a survey has questions. Take them out.")
    return found


def _of(field: Field, column: ColumnMapping) -> list[str]:
    dated = field.kind in _DATED
    found = []
    if dated and not column.format:
        found.append("a date needs 'format', like %d/%m/%Y. Add it.")
    if column.format and not dated:
        found.append(f"'format' is for dates, and this is a {field.kind}. Take it out.")
    if (column.yes or column.no or column.blank == "no") and field.kind != "flag":
        found.append(f"'yes', 'no' and 'blank: no' are for flags, not for {field.kind}.")
    if field.kind == "flag" and column.column and not column.yes:
        found.append("a flag needs 'yes': the values that set it. Add them.")
    if len(column.column) > 1 and field.kind not in (*_DATED, "person", "reference"):
        found.append("only a date, a person or a reference is put together from columns.")
    return found + _formats(field, column)


def _formats(field: Field, column: ColumnMapping) -> list[str]:
    found = []
    need = {"day", "month", "year"} if _DATED.get(field.kind) == "day" else {"year"}
    for one in column.format:
        if not need <= parts_of(one):
            found.append(f"'{one}' does not say {' or '.join(sorted(need - parts_of(one)))}.")
        for other in column.format:
            if one < other and is_same_the_other_way_round(one, other):
                found.append(
                    f"'{one}' and '{other}' cannot be told apart: 01/02 fits both. Keep the one"
                    " that the supplier confirms."
                )
    return found
