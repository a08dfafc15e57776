"""What a section says, for tests of its words."""

from __future__ import annotations

from wardwise.document.blocks import Note, Paragraph
from wardwise.document.section import Section


def words_of(section: Section) -> str:
    """Every paragraph and note of the section and of those below it, in reading order."""
    blocks = [block for one in section.walk() for block in one.blocks]
    return " ".join(str(block.text) for block in blocks if isinstance(block, Paragraph | Note))
