"""Which files a run rests on, by content. Nothing is read for its meaning here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import wardwise
from wardwise.domain.errors import EvidenceMissing
from wardwise.domain.settings import Settings


# In the order of reading: records need the geography and the force totals
GROUPS = {
    "geography": ("geography", "population", "imd", "reference"),
    "ons_csp_tables": ("ons",),
    "home_office_prc": ("home_office",),
    "context": ("context",),
    "police_uk": ("police_uk",),
    "area_counts": ("area_counts",),
    "partners": ("partners",),
}
CHUNK = 1 << 20


@dataclass(frozen=True)
class InputFile:
    """A file of a data folder: its name within the folder, where it is, its hash and size."""

    name: str
    path: Path
    sha256: str
    size: int


def groups_needed(settings: Settings) -> tuple[str, ...]:
    """The groups of files that the settings call for."""
    evidence = settings.evidence
    wanted = ["geography", evidence.recorded_crime]
    wanted += [evidence.outcomes or "", evidence.stop_and_search or ""]
    wanted += [evidence.official or "", evidence.force_totals or ""]
    wanted += ["context"] if evidence.context else []
    wanted += ["partners"] if settings.partner_files else []
    return tuple(name for name in GROUPS if name in wanted)


def input_files(group: str, folders: Sequence[Path]) -> tuple[InputFile, ...]:
    """Every file of the group's subfolders, by name; hidden files are left out."""
    _refuse_links(group, folders)
    found = {
        f"{sub}/{path.relative_to(folder / sub).as_posix()}": path
        for folder in reversed(folders)
        for sub in GROUPS[group]
        for path in sorted((folder / sub).rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return as_inputs(found)


def folders_read(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Every subfolder whose files are evidence."""
    return tuple(folder / sub for folder in folders for subs in GROUPS.values() for sub in subs)


def _refuse_links(group: str, folders: Sequence[Path]) -> None:
    """A linked folder is not looked into: what it holds would be missing without a word."""
    for folder in folders:
        for sub in GROUPS[group]:
            for path in sorted((folder / sub).rglob("*")):
                if path.is_symlink() and not path.is_file():
                    raise EvidenceMissing(
                        file=f"{sub}/{path.relative_to(folder / sub).as_posix()}",
                        problem="found a link to a folder or to nothing, expected files.",
                        remedy="Put the files themselves there, or take the link away.",
                    )


def as_inputs(found: Mapping[str, Path]) -> tuple[InputFile, ...]:
    """Files under their names, in the order of names, each with its hash and size."""
    return tuple(
        InputFile(name, path, file_sha256(path, path.stat().st_mtime_ns), path.stat().st_size)
        for name, path in sorted(found.items())
    )


def check_folders(folders: Sequence[Path]) -> None:
    """Every data folder has to be there."""
    for folder in folders:
        if not folder.is_dir():
            raise EvidenceMissing(
                file=str(folder),
                problem="this is a file and no folder."
                if folder.exists()
                else "this data folder does not exist.",
                remedy="Give a folder that holds police_uk, ons, geography and so on to --data.",
            )
        if not any(sub.is_dir() for sub in folders_read([folder])):
            held = sorted(path.name for path in folder.iterdir())
            raise EvidenceMissing(
                file=str(folder),
                problem=f"found {', '.join(held[:5]) or 'nothing'} in this data folder, expected"
                " one or more of police_uk, area_counts, ons, home_office, geography and so on.",
                remedy="Give the folder that holds those folders to --data.",
            )


@cache
def file_sha256(path: Path, _modified: int) -> str:
    """Hash of a file's bytes; remembered for as long as it is not modified."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def key_of(*parts: str) -> str:
    """One hash of several texts, in order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def files_key(files: Iterable[InputFile]) -> str:
    """One hash of named contents."""
    return key_of(*(f"{file.name}={file.sha256}" for file in files))


@cache
def code_key(*rooms: str) -> str:
    """One hash of the package's own files, in the rooms named or in all."""
    root = Path(wardwise.__file__).parent
    wanted = [root / room for room in rooms] or [root]
    files = sorted(
        path
        for room in wanted
        for path in room.rglob("*")
        if path.is_file() and path.suffix not in (".pyc",) and "__pycache__" not in path.parts
    )
    return key_of(
        *(
            f"{path.relative_to(root).as_posix()}={file_sha256(path, path.stat().st_mtime_ns)}"
            for path in files
        )
    )


def libraries() -> str:
    """Versions of what the figures and documents rest on."""
    from importlib.metadata import version

    names = ("duckdb", "ibis-framework", "numpy", "pandas", "scipy", "typst")
    return " ".join(f"{name}={version(name)}" for name in names)
