"""Own words in their places among the computed blocks, and what is too closely marked left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from wardwise.document.anchors import marking_of, named_blocks
from wardwise.document.own_words import blocks_of, marking_with_figures, numbers_of
from wardwise.document.section import Block, Document, Section
from wardwise.document.text import Link, Number
from wardwise.domain.marking import highest_marking, rank_of_marking


START = "start"
"""The place before a section's first block."""


@dataclass(frozen=True)
class Passage:
    """Own words and where they stand: after which block of which section of a chapter."""

    chapter: str
    section: str
    after: str
    words: str
    marking: str = "OFFICIAL"


@dataclass(frozen=True)
class Words:
    """All own words of a paper, and the markings to which people raised computed blocks."""

    passages: tuple[Passage, ...] = ()
    raised: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (section, block)

    def marking(self, section: str, name: str, block: Block) -> str:
        """Of a computed block: never below its figures'."""
        raised = self.raised.get((section, name))
        return highest_marking([marking_of(block), *([raised] if raised else [])])


def joined(document: Document, words: Words, *, up_to: str | None = None) -> Document:
    """The paper with the own words in their places; nothing marked above ``up_to`` is in it.

    What is left out is not there at all: a heading under which nothing is left goes too, and a
    link to it is words. The paper's marking is the highest of what it holds.
    """
    homes = frozenset(section.anchor for section in document.walk())
    passages = tuple(
        one if one.section in homes else replace(one, section=one.chapter, after="")
        for one in words.passages
    )
    words = replace(words, passages=passages)
    press = _Press(words, numbers_of(document.sections), up_to)
    sections = press.several(document.sections)
    base = document.marking if press.may_stand(document.marking) else str(up_to)
    made = replace(document, sections=sections, marking=highest_marking([base, *press.held]))
    return made if up_to is None else _without_dead_links(made)


class _Press:
    def __init__(self, words: Words, numbers: Mapping[str, Number], up_to: str | None) -> None:
        self.words, self.numbers, self.up_to = words, numbers, up_to
        self.held: list[str] = []

    def may_stand(self, marking: str) -> bool:
        return self.up_to is None or rank_of_marking(marking) <= rank_of_marking(self.up_to)

    def several(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        made = (self.one(section) for section in sections)
        return tuple(section for section in made if section is not None)

    def one(self, section: Section) -> Section | None:
        blocks = [block for marking, block in self._marked(section) if self._holds(marking)]
        inner = self.several(section.sections)
        if not blocks and not inner and (section.blocks or section.sections):
            return None
        return replace(section, blocks=tuple(blocks), sections=inner)

    def _holds(self, marking: str) -> bool:
        if self.may_stand(marking):
            self.held.append(marking)
        return self.may_stand(marking)

    def _marked(self, section: Section) -> Iterable[tuple[str, Block]]:
        """Every block with its marking, own words after what they stand after."""
        named = list(named_blocks(section))
        waiting = [one for one in self.words.passages if one.section == section.anchor]
        places = {START, *(name for name, _ in named)}
        yield from self._own(one for one in waiting if one.after == START)
        for name, block in named:
            yield self.words.marking(section.anchor, name, block), block
            yield from self._own(one for one in waiting if one.after == name)
        # what they stood after is gone: at the section's end, and never lost
        yield from self._own(one for one in waiting if one.after not in places)

    def _own(self, passages: Iterable[Passage]) -> Iterable[tuple[str, Block]]:
        for one in passages:
            marking = marking_with_figures(one.words, one.marking, self.numbers)
            for block in blocks_of(one.words, numbers=self.numbers):
                yield marking, block


def _without_dead_links(document: Document) -> Document:
    anchors = {section.anchor for section in document.walk()}
    made: Document = _unlinked(document, anchors)
    return made


def _unlinked(value: Any, anchors: set[str]) -> Any:
    """The same with every link that leads nowhere turned into its words."""
    if isinstance(value, Link):
        return value if value.anchor in anchors else value.text
    if isinstance(value, tuple):
        made = tuple(_unlinked(one, anchors) for one in value)
        return made if any(a is not b for a, b in zip(made, value, strict=True)) else value
    if isinstance(value, Number) or not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        each.name: new
        for each in fields(value)
        if (new := _unlinked(old := getattr(value, each.name), anchors)) is not old
    }
    return replace(value, **changed) if changed else value
