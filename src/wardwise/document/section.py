"""Sections and whole papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wardwise.document.blocks import (
    Bullets,
    Finding,
    Headline,
    Note,
    Paragraph,
    Recommendation,
    Table,
)
from wardwise.document.pictures import Picture
from wardwise.domain.figure import Figure


Block = Paragraph | Bullets | Note | Headline | Table | Finding | Recommendation | Picture


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it. ``anchor`` is unique in the document.

    ``new_page`` starts a fresh page on paper; ``together`` keeps the section on one page
    where it fits (a half-page for a ward); ``opening_together`` keeps only the section's own
    blocks on one page, with smaller pictures if need be (a first page that could stand alone).
    ``side_by_side`` sets the section's pictures beside its words and tables where the sheet is
    wide enough; with ``together``, two such sections share a page.
    """

    title: str
    anchor: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    new_page: bool = False
    together: bool = False
    opening_together: bool = False
    side_by_side: bool = False

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure printed in the section and below, in reading order."""
        return tuple(
            figure
            for section in self.walk()
            for block in section.blocks
            for figure in block.figures
        )


@dataclass(frozen=True)
class Document:
    """A paper: its cover, its sections, and what every page carries."""

    kind: str  # 'assessment' or 'summary'
    title: str  # "Strategic assessment 2024"
    partnership: str
    subtitle: str
    period: str
    marking: str  # top and bottom of every page
    run: str  # short hash of the run, on every page
    prepared_by: str
    sections: tuple[Section, ...]
    language: str = "en-GB"

    def walk(self) -> Iterator[Section]:
        """Every section in reading order."""
        for section in self.sections:
            yield from section.walk()


def pictures_of(*papers: Document) -> list[Picture]:
    """Every picture of the papers, once each by name."""
    found = {
        block.name: block
        for paper in papers
        for section in paper.walk()
        for block in section.blocks
        if isinstance(block, Picture)
    }
    return list(found.values())
