"""Word, with real headings, captions and table headers."""

from __future__ import annotations

from wardwise.render.word.write import write_docx


__all__ = ["write_docx"]
