"""What a section says, for tests of its words."""

from __future__ import annotations

from wardwise.document.blocks import Note, Paragraph
from wardwise.document.section import Section


def words_of(*sections: Section) -> str:
    """Every paragraph and note of the sections and of those below them, in reading order."""
    blocks = [block for section in sections for one in section.walk() for block in one.blocks]
    return " ".join(str(block.text) for block in blocks if isinstance(block, Paragraph | Note))
