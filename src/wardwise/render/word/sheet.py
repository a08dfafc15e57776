"""What is carried along while a Word file is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wardwise.document.section import Document
from wardwise.render.drawing import Draw
from wardwise.render.numbering import Numbering
from wardwise.render.widths import PORTRAIT_MM
from wardwise.render.word.marks import Marks
from wardwise.render.xml_text import writable


@dataclass
class Sheet:
    """The Word file as far as it is written. ``word`` is python-docx's document."""

    word: Any
    document: Document
    draw: Draw
    numbering: Numbering
    marks: Marks
    fresh_page: bool = False  # a page has just been turned: do not turn it again
    picture_scale: float = 1.0
    room: float = PORTRAIT_MM  # for a table
    bookmarks_made: set[str] = field(default_factory=set)

    def paragraph(self, words: str = "", *, style: str = "Normal") -> Any:
        """A new paragraph at the end."""
        paragraph = self.word.add_paragraph(writable(words))
        paragraph._p.style = self.style_ids[style]
        return paragraph

    @cached_property
    def style_ids(self) -> dict[str, str]:
        """Name of a style → its id. python-docx would search all styles for each paragraph."""
        return {style.name: style.style_id for style in self.word.styles}
