"""A run on record-level files alone: settings, files by their mappings, chapters, documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from wardwise.domain.records_settings import RecordsSettings
from wardwise.pipeline.assess import STORE, Run
from wardwise.pipeline.inputs import code_key, key_of, libraries
from wardwise.pipeline.keeping import who
from wardwise.pipeline.out_folder import check_out
from wardwise.pipeline.progress import Stages, quiet
from wardwise.pipeline.records_inputs import RecordFiles
from wardwise.pipeline.unchanged import is_unchanged
from wardwise.pipeline.where import Where
from wardwise.sources.records_settings import read_records_settings
from wardwise.store.erased import Register
from wardwise.store.lock import sharing
from wardwise.store.tidy import TidyStore


def records_paper(
    settings_file: Path,
    *,
    folders: Sequence[Path],
    out: Path,
    store: Path | None = None,
    tell: Callable[[str], None] = quiet,
) -> Run:
    """Build the paper on a place's records, or find that nothing has changed since the last."""
    stages = Stages(tell)
    with stages.stage("Reading the settings"):
        settings = read_records_settings(settings_file)
    beside = settings_file.parent
    where = Where(tuple(folders), beside, out, store or out.parent / STORE)
    check_out(out, kept=(*where.folders, beside, where.store))
    with sharing(where.store, "records", by=who()):
        return _build(settings, where=where, stages=stages)


def _build(settings: RecordsSettings, *, where: Where, stages: Stages) -> Run:
    with stages.stage("Looking for what has changed"):
        files = RecordFiles(settings, (where.beside, *where.folders))
        erased = Register(where.store).key
        run_key = key_of(files.key, erased, settings.model_dump_json(), code_key(), libraries())
        if is_unchanged(where.out, run_key):
            return Run(where.out, f"Nothing has changed since the last run, in {where.out}")
    with stages.stage("Reading the records"):
        kept = files.read(TidyStore(where.store))
    from wardwise.pipeline.office import office

    with office() as writer:
        from wardwise.pipeline.publish import Press
        from wardwise.pipeline.publish_records import publish_records
        from wardwise.pipeline.records_analysis import analyse_records

        with stages.stage("Working out the findings"):
            analysed = analyse_records(settings, files.files, kept)
        publish_records(analysed, Press(where, run_key, stages, writer))
    return Run(where.out, f"The documents are in {where.out}")
