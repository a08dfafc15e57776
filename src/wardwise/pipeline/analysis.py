"""From tidy tables to sections: every chapter's sums, then every chapter's words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from wardwise.chapters.executive_summary import executive_summary
from wardwise.contents import ASSESSMENT
from wardwise.document.section import Section
from wardwise.domain.evidence import Evidence, NotHeld
from wardwise.domain.settings import Settings
from wardwise.figures.chapter import Chapter
from wardwise.figures.desk import Desk
from wardwise.figures.not_held import not_held_section
from wardwise.figures.threats import threats_found
from wardwise.pipeline.gather import Gathered
from wardwise.pipeline.inputs import key_of
from wardwise.pipeline.laid_out import laid_out
from wardwise.store.tidy import TidyStore


@dataclass(frozen=True)
class Analysed:
    """What the papers are made from."""

    desk: Desk
    gathered: Gathered
    sections: tuple[Section, ...]
    summary: tuple[Section, ...]
    findings: Mapping[str, Any]
    tables: Mapping[str, Path]


def analyse(settings: Settings, gathered: Gathered, store: TidyStore) -> Analysed:
    """Lay out the evidence, then let each chapter work and write."""
    evidence = replace(laid_out(settings, gathered, store), cards=gathered.cards)
    desk = Desk(evidence, settings)
    findings: dict[str, Any] = {}
    sections = []
    for chapter in ASSESSMENT:
        missing = _missing(chapter, evidence)
        if missing:
            sections.append(not_held_section(chapter, missing))
            continue
        findings[chapter.name] = chapter.analyse(desk)
        if chapter.is_told(findings[chapter.name]):
            sections.append(chapter.write(findings[chapter.name]))
    told = {name: found.key_findings for name, found in findings.items()}
    page = executive_summary(desk, told)
    return Analysed(
        desk=desk,
        gathered=gathered,
        sections=(page, *sections),
        summary=(page,),
        findings=findings,
        tables={**gathered.tables, **_kept(desk, store)},
    )


def _kept(desk: Desk, store: TidyStore) -> Mapping[str, Path]:
    """What the draws of the threat assessment were made from, so that they can be made again."""
    ranges = json.dumps(threats_found(desk).assessment.ranges)
    key = key_of("threat_range", ranges)
    found = store.find(key) or store.put(
        key, tables={"threat_range": pa.table({"ranges": [ranges]})}, notices=()
    )
    return found.tables


def _missing(chapter: Chapter, evidence: Evidence) -> list[NotHeld]:
    parts = [getattr(evidence, need) for need in chapter.needs]
    return [part for part in parts if isinstance(part, NotHeld)]
