"""Whether the folder for the documents may be replaced: a run swaps it in whole."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from wardwise.domain.errors import StoreError
from wardwise.pipeline.manifest import read_manifest


OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}


def check_out(out: Path, *, kept: Sequence[Path] = (), read: Sequence[Path] = ()) -> None:
    """Raise unless ``out`` is new, empty, or holds the documents of a run and nothing else.

    ``kept`` are folders that must outlive the run: the data, the store, the settings' own;
    ``read`` those whose every file is evidence.
    """
    place = out.resolve()
    for folder in kept:
        if folder.resolve().is_relative_to(place):
            _refuse(out, f"it is or holds {folder.name or folder}, which the run reads")
    for folder in read:
        if place.is_relative_to(folder.resolve()):
            _refuse(out, f"it lies in {folder.name}, where the next run would read it as evidence")
    if place.is_file():
        _refuse(out, "it is a file")
    _check_can_be_made(out, place)
    if not place.is_dir():
        return
    manifest = read_manifest(place) or {}
    ours = {"manifest.json", *manifest.get("outputs", {})} if manifest else set()
    others = sorted({path.name for path in place.iterdir()} - ours - OF_THE_SYSTEM)
    if others:
        _refuse(out, f"it holds '{others[0]}', which no run of this tool wrote")


def _check_can_be_made(out: Path, place: Path) -> None:
    """Said before the work rather than after it: documents are made beside where they go."""
    beside = next(folder for folder in place.parents if folder.exists())
    if not beside.is_dir() or not os.access(beside, os.W_OK):
        found = "is a file" if beside.is_file() else "may not be written"
        raise StoreError(
            f"{out.name}: the folder for the documents cannot be made, because"
            f" {beside.name or beside} {found}. Give another folder with --out."
        )


@contextmanager
def telling_of_the_disk(out: Path) -> Iterator[None]:
    """A disk that is full or gone, as a sentence."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{out.name or out}: the documents cannot be written"
            f" ({error.strerror or type(error).__name__}); the last good run stands."
            " Free some space or give another folder with --out, and run again."
        ) from error


def _refuse(out: Path, found: str) -> None:
    raise StoreError(
        f"{out.name or out}: {found}; expected a new or an empty folder, or that of an earlier"
        " run, because a run replaces the whole of it. Give another folder with --out."
    )
