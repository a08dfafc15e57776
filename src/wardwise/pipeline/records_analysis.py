"""From tidy tables of records to sections: every chapter's sums, then its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wardwise.chapters.records_in_brief import in_brief
from wardwise.contents import RECORDS
from wardwise.document.section import Section
from wardwise.domain.records_settings import RecordsSettings
from wardwise.evidence.records_held import records_held
from wardwise.evidence.tables import open_tables
from wardwise.figures.records_desk import RecordsDesk
from wardwise.pipeline.inputs import InputFile
from wardwise.store.tidy import Kept


@dataclass(frozen=True, eq=False)
class RecordsAnalysed:
    """What the paper is made from."""

    desk: RecordsDesk
    files: Sequence[InputFile]
    sections: tuple[Section, ...]
    findings: Mapping[str, Any]
    tables: Mapping[str, Path]
    notices: tuple[str, ...]


def analyse_records(
    settings: RecordsSettings, files: Sequence[InputFile], kept: Kept
) -> RecordsAnalysed:
    """Lay out the records, then let each chapter work and write."""
    held = records_held(open_tables(kept.tables), settings.partnership.area)
    desk = RecordsDesk(held, settings.as_shown)
    findings = {chapter.name: chapter.analyse(desk) for chapter in RECORDS}
    sections = [section for chapter in RECORDS for section in chapter.write(findings[chapter.name])]
    told = {name: found.brief for name, found in findings.items()}
    return RecordsAnalysed(
        desk=desk,
        files=files,
        sections=(in_brief(told, people=bool(desk.people.roles)), *sections),
        findings=findings,
        tables=kept.tables,
        notices=kept.notices,
    )
