"""One run, from the settings to the documents: the story on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.domain.settings import Settings
from wardwise.pipeline.inputs import check_folders, code_key, files_key, key_of
from wardwise.pipeline.progress import Stages, quiet
from wardwise.pipeline.unchanged import is_unchanged
from wardwise.sources.settings import read_settings


STORE = ".wardwise"


@dataclass(frozen=True)
class Run:
    """A finished run: where it is and what to say of it."""

    folder: Path
    told: str


def assess(
    settings_file: Path,
    *,
    folders: Sequence[Path],
    out: Path,
    store: Path | None = None,
    tell: Callable[[str], None] = quiet,
) -> Run:
    """Build a partnership's assessment, or find that nothing has changed since the last."""
    stages = Stages(tell)
    with stages.stage("Reading the settings"):
        settings = read_settings(settings_file)
        check_folders(folders)
    return build(settings, folders=folders, out=out, store=store, stages=stages)


def build(
    settings: Settings,
    *,
    folders: Sequence[Path],
    out: Path,
    store: Path | None,
    stages: Stages,
) -> Run:
    """The run itself, from checked settings."""
    from wardwise.pipeline.gather import Gatherer
    from wardwise.store.tidy import TidyStore

    kept = store or out.parent / STORE
    with stages.stage("Looking for what has changed"):
        tidy = TidyStore(kept)
        gatherer = Gatherer(settings, folders, tidy)
        run_key = key_of(
            files_key(gatherer.files), settings.model_dump_json(), code_key(), libraries()
        )
        if is_unchanged(out, run_key):
            return Run(out, f"Nothing has changed since the last run; it stands in {out}")
    with stages.stage("Reading the evidence"):
        gathered = gatherer.gather(stages.tell)
    from wardwise.pipeline.analysis import analyse
    from wardwise.pipeline.publish import publish

    with stages.stage("Working out the findings"):
        analysed = analyse(settings, gathered, tidy)
    publish(analysed, out=out, store=kept, run_key=run_key, folders=folders, stages=stages)
    return Run(out, f"The documents are in {out}")


def libraries() -> str:
    """Versions of what the figures and documents rest on."""
    from importlib.metadata import version

    names = ("duckdb", "ibis-framework", "numpy", "pandas", "scipy", "typst", "vl-convert-python")
    return " ".join(f"{name}={version(name)}" for name in names)
