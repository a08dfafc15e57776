"""What the build advises: its recommendations and the findings that they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wardwise.document.anchors import marking_of
from wardwise.document.blocks import Finding, Recommendation
from wardwise.document.document_json import read_documents
from wardwise.document.section import Section
from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.markings import is_cleared


DOCUMENT, ASSESSMENT = "document.json", "assessment"


@dataclass(frozen=True)
class Advised:
    """A recommendation as the assessment prints it: what about, to whom, on which findings."""

    text: str
    about: str
    to: str
    findings: tuple[Mapping[str, str], ...]
    marking: str


@dataclass(frozen=True)
class Advice:
    """Every recommendation, and every finding as id and claim with its marking."""

    recommendations: tuple[Advised, ...] = ()
    findings: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Offered:
    """What one person may see of it."""

    offered: tuple[Advised, ...]
    claims: tuple[tuple[str, str], ...]


def advice_of(cycle: Cycle, actor: Actor) -> Offered:
    """The advice of the build in use, as far as this person is cleared; none without a build."""
    found = _of_folder(cycle.build.folder) if cycle.build else Advice()
    return Offered(
        offered=tuple(
            one for one in found.recommendations if is_cleared(actor.clearance, one.marking)
        ),
        claims=tuple(
            (name, claim)
            for name, claim, marking in found.findings
            if is_cleared(actor.clearance, marking)
        ),
    )


def _of_folder(folder: Path) -> Advice:
    file = folder / DOCUMENT
    # a build of an older version of the engine has no such file: nothing is offered from it
    return _read(file, file.stat().st_mtime_ns) if file.is_file() else Advice()


@lru_cache(maxsize=4)
def _read(file: Path, _written: int) -> Advice:
    papers = read_documents(file.read_text("utf-8"))
    sections = papers[ASSESSMENT].sections
    findings = {
        block.finding_id: (str(block.claim), marking_of(block))
        for section in _walk(sections)
        for block in section.blocks
        if isinstance(block, Finding)
    }
    found = tuple(
        _advised(block, about.title, findings)
        for chapter in sections
        for about in _subjects(chapter)
        for section in about.walk()
        for block in section.blocks
        if isinstance(block, Recommendation)
    )
    return Advice(found, tuple((name, *held) for name, held in findings.items()))


def _walk(sections: tuple[Section, ...]) -> list[Section]:
    return [one for section in sections for one in section.walk()]


def _subjects(chapter: Section) -> tuple[Section, ...]:
    """The profiles of a chapter of profiles; a chapter without parts is its own subject."""
    return chapter.sections or (chapter,)


def _advised(block: Recommendation, about: str, findings: Mapping[str, tuple[str, str]]) -> Advised:
    known = [name for name in block.findings if name in findings]
    return Advised(
        text=str(block.text),
        about=about,
        to=block.to,
        findings=tuple({"id": name, "claim": findings[name][0]} for name in known),
        marking=marking_of(block),
    )
