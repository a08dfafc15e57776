"""What other rooms say in a year's paper, such as the priorities that were adopted.

A room above this one may have ``for_paper.py`` with ``said(chapter)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise_web.assessments.models import Chapter
from wardwise_web.core.rooms import parts_of_rooms


@dataclass(frozen=True)
class Said:
    """Words from a room's own record, in the form of own words, at a chapter's beginning."""

    name: str  # how comments and markings know them: it stays the same while the words change
    words: str
    marking: str
    whence: str  # from which record, in words

    @property
    def block(self) -> str:
        """How they are named where blocks are; no computed block and no own words are named so."""
        return f"said-{self.name}"

    def marking_among(self, chapter: Chapter, given: Mapping[tuple[str, str], str]) -> str:
        """What people gave it, as they may give own words; its room's otherwise."""
        return given.get((chapter.anchor, self.block), self.marking)


def said_by_rooms(chapter: Chapter) -> tuple[Said, ...]:
    """Of every room, in the order of the storeys."""
    return tuple(one for room in parts_of_rooms("for_paper") for one in room.said(chapter))
