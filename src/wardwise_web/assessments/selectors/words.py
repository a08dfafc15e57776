"""The own words of a year, with their markings, as the joiner takes them."""

from __future__ import annotations

from wardwise.document.joined import START, Passage, Words
from wardwise_web.assessments.models import Chapter, Cycle, MarkingChange, PassageVersion
from wardwise_web.assessments.said_by_rooms import said_by_rooms
from wardwise_web.assessments.services.drafting import standing_words
from wardwise_web.core.permissions.markings import LOWEST


def block_of(version: PassageVersion) -> str:
    """How a passage is named where blocks are: in comments and markings."""
    return f"words-{version.passage_id}"


def markings_of(chapter: Chapter) -> dict[tuple[str, str], str]:
    """(section, block) → the marking that people gave it, where they gave any."""
    held = MarkingChange.objects.filter(chapter=chapter, holds=True)
    # what was granted last counts; a raising is decided when it is asked
    rows = sorted(held, key=lambda one: (one.decided_at or one.asked_at, one.pk))
    return {(one.section, one.block): one.now for one in rows}


def words_of_cycle(cycle: Cycle) -> Words:
    """Every passage that stands, chapter by chapter, and every block that was raised.

    What a room says at a chapter's beginning comes before own words there.
    """
    passages: list[Passage] = []
    raised: dict[tuple[str, str], str] = {}
    for chapter in cycle.chapters.all():
        here, given = chapter.anchor, markings_of(chapter)
        passages += [
            Passage(here, here, START, one.words, one.marking_among(chapter, given))
            for one in said_by_rooms(chapter)
        ]
        passages += [
            Passage(
                chapter=here,
                section=version.passage.section,
                after=version.passage.after,
                words=version.words,
                marking=given.get((version.passage.section, block_of(version)), LOWEST),
            )
            for version in standing_words(chapter)
        ]
        raised |= {
            place: one
            for place, one in given.items()
            if not place[1].startswith(("words-", "said-"))
        }
    return Words(tuple(passages), raised)
