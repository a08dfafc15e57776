"""Bridge 1: asks the engine to read files and to run. Nothing else here imports it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.domain.errors import AssessmentError
from wardwise.domain.marking import highest_marking
from wardwise.domain.settings import Settings
from wardwise.pipeline.assess import STORE, assess
from wardwise.pipeline.check import checked
from wardwise.pipeline.demo import demo
from wardwise.pipeline.erase_command import Asked, erase
from wardwise.pipeline.inputs import check_folders
from wardwise.pipeline.supply import HEADINGS, supply_cells, track
from wardwise.sources.new_partnership import SOURCES, new_partnership
from wardwise.sources.partner_files.labels import gives_away
from wardwise.sources.partner_files.mapping_file import find_mapping, read_mapping
from wardwise.sources.partner_files.secret import read_secret
from wardwise.sources.settings import read_settings
from wardwise_web.evidence.engine_words import for_a_page
from wardwise_web.evidence.quality_tables import Table, quality_tables


Tell = Callable[[str], None]
NO_FILES = (
    "No partner's file is held yet. Declare what a partner supplies under 'Evidence', hand in its"
    " first file, and read the files again."
)


class EngineRefused(Exception):
    """The engine's own sentence to the person who can put it right."""


@dataclass(frozen=True)
class Read:
    """What the engine is to read: its settings, the data folders, and its store of rows."""

    settings_file: Path
    folders: tuple[Path, ...]
    store: Path


@dataclass(frozen=True)
class Told:
    """A report of the engine as tables of plain text, under the highest marking in it."""

    tables: list[Table]
    marking: str


def build_demo(out: Path, *, tell: Tell) -> str:
    """Make Exampleshire's data and build its assessment into ``out``."""
    return demo(out=out, tell=tell).told


def copy_run(ready: Path, out: Path) -> str:
    """Take a run that is finished elsewhere, with the data, settings and rows beside it."""
    for name in (".exampleshire", STORE):
        if (ready.parent / name).is_dir():
            shutil.copytree(ready.parent / name, out.parent / name, dirs_exist_ok=True)
    shutil.copytree(ready, out, dirs_exist_ok=True)
    return f"The documents were copied from {ready.name}"


def build_assessment(read: Read, *, out: Path, tell: Tell) -> str:
    """Build a partnership's assessment into ``out``, or the engine's sentence why not."""
    try:
        run = assess(read.settings_file, folders=read.folders, out=out, store=read.store, tell=tell)
    except AssessmentError as refused:
        raise EngineRefused(for_a_page(str(refused))) from refused
    return run.told.replace(str(out), out.name)  # where the server keeps it is nobody's business


def quality(read: Read, *, tell: Tell) -> Told:
    """The data-quality report: what was read, set aside and why, incomplete, and missing."""
    try:
        found = checked(read.settings_file, folders=read.folders, store=read.store, tell=tell)
        settings = read_settings(read.settings_file)
    except AssessmentError as refused:
        raise EngineRefused(for_a_page(str(refused))) from refused
    return Told(quality_tables(found.evidence), _marking(settings))


def supply(read: Read, *, tell: Tell) -> Told:
    """The supply tracker: what partners had to supply each quarter, and what came."""
    if not read_settings(read.settings_file).partner_files:
        raise EngineRefused(NO_FILES)
    try:
        found = track(read.settings_file, folders=read.folders, store=read.store, tell=tell)
    except AssessmentError as refused:
        raise EngineRefused(for_a_page(str(refused))) from refused
    tables: dict[str, list[list[str]]] = {}
    for row in found.rows:
        title = f"{row.supply.prescribed.title} ({row.supply.prescribed.supplier})"
        tables.setdefault(title, []).append(list(supply_cells(row, found.today)))
    made: list[Table] = [
        {"title": title, "headings": list(HEADINGS), "rows": rows, "numbers": [4, 5]}
        for title, rows in tables.items()
    ]
    return Told(made, _marking(found.desk.settings))


def _marking(settings: Settings) -> str:
    files = [one.marking for one in settings.partner_files if one.marking]
    return highest_marking([settings.document.marking, *files])


def erase_rows(store: Path, *, dataset: str, sha256: str, by: str) -> str:
    """Take every row of a file out of the store; the certificate, or "" where there is no store."""
    if not store.is_dir():
        return ""
    try:
        return erase(Asked(store=store, by=by, dataset=dataset, file=sha256))
    except AssessmentError as refused:
        raise EngineRefused(for_a_page(str(refused))) from refused


def check_settings(text: str) -> Settings:
    """The settings, read by the engine's own reader, or its sentence."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "settings.yaml"
        file.write_text(text, "utf-8")
        try:
            return read_settings(file)
        except AssessmentError as refused:
            raise EngineRefused(for_a_page(str(refused))) from refused


def propose_settings(code: str, folders: Sequence[Path]) -> str:
    """Settings filled in from the geographies, as the command new-partnership writes them.

    Recorded crime comes from the force's records where a folder holds any.
    """
    has_records = any((one / SOURCES[0]).is_dir() for one in folders)
    try:
        return new_partnership(code, source=SOURCES[not has_records], folders=folders)
    except AssessmentError as refused:
        raise EngineRefused(for_a_page(str(refused))) from refused


def why_no_secret(text: str, folders: Sequence[Path]) -> str:
    """Why partners' files cannot be read: the engine's sentence on their secret, or nothing."""
    settings = check_settings(text)
    if not settings.partner_files:
        return ""
    try:
        read_secret(settings.people, folders=folders)
    except AssessmentError as refused:
        return str(refused)
    return ""


def check_mapping(text: str, *, name: str) -> tuple[str, ...]:
    """The datasets that a mapping reads, or the engine's sentence."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / f"{name}.yaml"
        file.write_text(text, "utf-8")
        try:
            return tuple(read_mapping(file).mapping.datasets)
        except AssessmentError as refused:
            raise EngineRefused(for_a_page(str(refused))) from refused


def holds_mapping(name: str, folders: Sequence[Path]) -> bool:
    """Whether a data folder holds a mapping of this name."""
    try:
        find_mapping(name, folders=folders)
    except AssessmentError:
        return False
    return True


def check_data_folders(folders: Sequence[Path]) -> None:
    """Whether these folders can hold evidence, or the engine's sentence."""
    try:
        check_folders(folders)
    except AssessmentError as refused:
        raise EngineRefused(for_a_page(str(refused))) from refused


def names_a_person(file: str) -> bool:
    """Whether a file's name gives somebody away: the documents print it."""
    return gives_away(file)
