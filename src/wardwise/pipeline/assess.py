"""One run, from the settings to the documents: the story on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.domain.settings import Settings
from wardwise.pipeline.inputs import (
    check_folders,
    code_key,
    folders_read,
    key_of,
    libraries,
)
from wardwise.pipeline.keeping import who
from wardwise.pipeline.out_folder import check_out
from wardwise.pipeline.progress import Stages, quiet
from wardwise.pipeline.unchanged import is_unchanged
from wardwise.pipeline.where import Where
from wardwise.sources.settings import read_settings
from wardwise.store.lock import sharing


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
    where = Where(tuple(folders), settings_file.parent, out, store or out.parent / STORE)
    return build(settings, where=where, stages=stages)


def build(settings: Settings, *, where: Where, stages: Stages) -> Run:
    """The run itself, from checked settings; nobody erases from the store meanwhile."""
    check_out(
        where.out,
        kept=(*where.folders, where.beside, where.store),
        read=folders_read(where.folders),
    )
    with sharing(where.store, "assess", by=who()):
        return _build(settings, where=where, stages=stages)


def _build(settings: Settings, *, where: Where, stages: Stages) -> Run:
    from wardwise.pipeline.gather import Gatherer
    from wardwise.store.tidy import TidyStore

    with stages.stage("Looking for what has changed"):
        tidy = TidyStore(where.store)
        gatherer = Gatherer(settings, where.folders, tidy, beside=where.beside)
        run_key = key_of(gatherer.key, settings.model_dump_json(), code_key(), libraries())
        if is_unchanged(where.out, run_key):
            return Run(where.out, f"Nothing has changed since the last run, in {where.out}")
    with stages.stage("Reading the evidence"):
        gathered = gatherer.gather(stages.tell)
    from wardwise.pipeline.office import office

    with office() as writer:
        from wardwise.pipeline.analysis import analyse
        from wardwise.pipeline.publish import Press, publish

        with stages.stage("Working out the findings"):
            analysed = analyse(settings, gathered, tidy)
        publish(analysed, Press(where, run_key, stages, writer))
    return Run(where.out, f"The documents are in {where.out}")
