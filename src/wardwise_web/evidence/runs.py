"""Bridge 1: starts a run of the engine. Nothing else here imports the pipeline."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from wardwise.pipeline.assess import assess
from wardwise.pipeline.demo import demo


def build_demo(out: Path, *, tell: Callable[[str], None]) -> str:
    """Make Exampleshire's data and build its assessment into ``out``."""
    return demo(out=out, tell=tell).told


def build_assessment(
    settings_file: Path, *, folders: Sequence[Path], out: Path, tell: Callable[[str], None]
) -> str:
    """Build a partnership's assessment into ``out``; the store of tidy tables is beside it."""
    return assess(settings_file, folders=folders, out=out, tell=tell).told


def copy_run(ready: Path, out: Path) -> str:
    """Take a run that is finished elsewhere, with the data, settings and rows beside it."""
    for name in (".exampleshire", ".wardwise"):
        if (ready.parent / name).is_dir():
            shutil.copytree(ready.parent / name, out.parent / name, dirs_exist_ok=True)
    shutil.copytree(ready, out, dirs_exist_ok=True)
    return f"The documents were copied from {ready.name}"
