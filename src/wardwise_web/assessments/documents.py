"""Bridge 2, the papers: a finished run's document, as plain data made objects again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from wardwise.document.anchors import named_blocks
from wardwise.document.document_json import read_documents
from wardwise.document.own_words import numbers_of
from wardwise.document.section import Block, Document, Section
from wardwise.document.text import Number
from wardwise_web.assessments.findings import NoFinishedRun


DOCUMENT, OUTLINES = "document.json", "outlines.json"
ASSESSMENT, SUMMARY = "assessment", "summary"


def documents_of(folder: Path) -> Mapping[str, Document]:
    """The papers of a run by their kind. A run's folder is written once, so they are kept."""
    try:
        written = (folder / DOCUMENT).stat().st_mtime_ns
    except OSError:
        raise NoFinishedRun(f"{folder.name}: there is no paper here that can be drafted.") from None
    return _read(folder, written)


def has_documents(folder: Path) -> bool:
    """Whether the run left its papers as data: builds of older versions did not."""
    return (folder / DOCUMENT).is_file()


@lru_cache(maxsize=3)
def _read(folder: Path, _written: int) -> Mapping[str, Document]:
    return MappingProxyType(read_documents((folder / DOCUMENT).read_text("utf-8")))


def section_of(folder: Path, anchor: str) -> Section | None:
    """A chapter of the assessment as the run wrote it, or None if it writes it no more."""
    sections = documents_of(folder)[ASSESSMENT].sections
    return next((one for one in sections if one.anchor == anchor), None)


def blocks_of(section: Section) -> Iterator[tuple[Section, str, Block]]:
    """Every block below a chapter with the section that it stands in and its name there."""
    for inner in section.walk():
        for name, block in named_blocks(inner):
            yield inner, name, block


def numbers_printed(folder: Path) -> Mapping[str, Number]:
    """Figure → as the paper prints it first."""
    return _numbers(folder, (folder / DOCUMENT).stat().st_mtime_ns)


@lru_cache(maxsize=3)
def _numbers(folder: Path, written: int) -> Mapping[str, Number]:
    return MappingProxyType(numbers_of(_read(folder, written)[ASSESSMENT].sections))
