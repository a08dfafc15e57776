"""What is carried along while a Word file is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wardwise.document.section import Document
from wardwise.render.drawing import Draw
from wardwise.render.numbering import Numbering
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
    bookmarks_made: set[str] = field(default_factory=set)

    def paragraph(self, words: str = "", *, style: str = "Normal") -> Any:
        """A new paragraph at the end."""
        return self.word.add_paragraph(writable(words), style=style)
