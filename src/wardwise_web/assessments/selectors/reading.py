"""A chapter as one reader may read it: computed blocks and own words in their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from wardwise.document.anchors import marking_of, words_of
from wardwise.document.joined import START
from wardwise.document.own_words import as_read, marking_with_figures
from wardwise.document.section import Block, Section
from wardwise.document.text import Number
from wardwise.domain.marking import highest_marking
from wardwise_web.assessments.documents import (
    blocks_of,
    has_documents,
    numbers_printed,
    section_of,
)
from wardwise_web.assessments.models import Chapter, PassageVersion
from wardwise_web.assessments.said_by_rooms import Said, said_by_rooms
from wardwise_web.assessments.selectors.words import block_of, markings_of
from wardwise_web.assessments.services.comments import Target
from wardwise_web.assessments.services.drafting import standing_words
from wardwise_web.core.permissions.markings import LOWEST, is_cleared


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the page: computed, the partnership's own, or what another room says.

    ``name`` is the block's name, ``words-7`` or ``said-adopted``; ``after`` is where words added
    below it go.
    """

    at: str  # the heading that it stands under: its section, or the chapter if that is gone
    section: str
    name: str
    after: str
    marking: str
    block: Block | None = None
    own: PassageVersion | None = None
    room: Said | None = None
    said: str = ""  # own or a room's words with their numbers, and without their marks
    homeless: bool = False
    comments: int = 0

    @property
    def quoted(self) -> str:
        """What a comment on it quotes."""
        if self.block is None:
            return self.said
        return "\n".join(words_of(self.block))

    @property
    def target(self) -> Target:
        """As comments name it."""
        return Target(self.section, self.name, self.quoted, self.marking)


@dataclass(frozen=True)
class Part:
    """A heading of the chapter and the paragraphs under it."""

    title: str
    anchor: str
    level: int
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Reading:
    """The chapter; ``withheld`` says only that something is, never how much."""

    chapter: Chapter
    section: Section | None
    parts: tuple[Part, ...] = ()
    marking: str = LOWEST
    withheld: bool = False
    by_name: dict[tuple[str, str], Paragraph] = field(default_factory=dict)

    def paragraph(self, section: str, name: str) -> Paragraph | None:
        """One of them, if this reader may read it."""
        return self.by_name.get((section, name))


def read_chapter(chapter: Chapter, *, clearance: str) -> Reading:
    """What somebody with this clearance may read; the rest is not there."""
    build = chapter.cycle.build
    held = build is not None and has_documents(build.folder)
    section = section_of(build.folder, chapter.anchor) if build is not None and held else None
    found = list(_all(chapter, section))
    seen = [one for one in found if is_cleared(clearance, one.marking)]
    inner = list(_levels(section)) if section else [(chapter.title, chapter.anchor, 1)]
    parts = tuple(
        Part(title, anchor, level, tuple(one for one in seen if one.at == anchor))
        for title, anchor, level in inner
    )
    return Reading(
        chapter=chapter,
        section=section,
        parts=tuple(part for part in parts if part.paragraphs or part.level == 1),
        marking=highest_marking([one.marking for one in seen]),
        withheld=len(seen) < len(found),
        by_name={(one.section, one.name): one for one in seen},
    )


def numbers_cleared(clearance: str, chapter: Chapter) -> dict[str, Number]:
    """The printed figures that own words can name; not those above the clearance."""
    return {
        name: one
        for name, one in _printed(chapter).items()
        if is_cleared(clearance, one.figure.marking)
    }


def _printed(chapter: Chapter) -> Mapping[str, Number]:
    """Every figure that the year's build prints, whatever its marking."""
    build = chapter.cycle.build
    if build is None or not has_documents(build.folder):
        return {}
    return numbers_printed(build.folder)


def _levels(section: Section, level: int = 1) -> Iterator[tuple[str, str, int]]:
    yield section.title, section.anchor, level
    for inner in section.sections:
        yield from _levels(inner, level + 1)


def _all(chapter: Chapter, section: Section | None) -> Iterator[Paragraph]:
    """In the order of the page: own words follow what they stand after."""
    given = markings_of(chapter)
    open_comments = Counter(
        chapter.comments.filter(responses__isnull=True).values_list("section", "block")
    )
    waiting = standing_words(chapter)
    anchors = {inner.anchor for inner in section.walk()} if section else set()
    blocks = list(blocks_of(section)) if section else []
    places = {(inner.anchor, name) for inner, name, _ in blocks}
    printed = _printed(chapter)
    # no number above the paragraph's own marking: a comment's quotation goes where that may go
    numbers = cache(lambda marking: numbers_cleared(marking, chapter))

    def own(
        versions: list[PassageVersion], at: str, *, homeless: bool = False
    ) -> Iterator[Paragraph]:
        for one in versions:
            name = block_of(one)
            marked = given.get((one.passage.section, name), LOWEST)
            marking = marking_with_figures(one.words, marked, printed)
            comments = open_comments[(one.passage.section, name)]
            yield Paragraph(
                at,
                one.passage.section,
                name,
                one.passage.after,
                marking,
                own=one,
                said=as_read(one.words, numbers=numbers(marking)),
                homeless=homeless,
                comments=comments,
            )

    for one in said_by_rooms(chapter) if section else ():
        place = (chapter.anchor, one.block)
        yield Paragraph(
            chapter.anchor,
            *place,
            START,
            one.marking_among(chapter, given),
            room=one,
            said=as_read(one.words, numbers={}),
            comments=open_comments[place],
        )

    for inner in section.walk() if section else ():
        here = [one for one in waiting if one.passage.section == inner.anchor]
        yield from own([one for one in here if one.passage.after == START], inner.anchor)
        for at, name, block in blocks:
            if at is not inner:
                continue
            raised = given.get((inner.anchor, name))
            marking = highest_marking([marking_of(block), *([raised] if raised else [])])
            comments = open_comments[(inner.anchor, name)]
            anchor = inner.anchor
            yield Paragraph(anchor, anchor, name, name, marking, block=block, comments=comments)
            yield from own([one for one in here if one.passage.after == name], inner.anchor)
        lost = [
            one
            for one in here
            if one.passage.after != START and (inner.anchor, one.passage.after) not in places
        ]
        yield from own(lost, inner.anchor, homeless=True)
    gone = [one for one in waiting if one.passage.section not in anchors]
    yield from own(gone, chapter.anchor, homeless=True)
