"""A document to a tagged PDF, built to PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import typst

from wardwise.document.section import Document
from wardwise.render import fonts
from wardwise.render.drawing import Draw
from wardwise.render.pdf.content import content
from wardwise.render.pdf.legible import legible
from wardwise.render.pdf.row_headers import with_row_headers


TEMPLATE = Path(__file__).parent / "paper.typ"


class LayoutWarning(UserWarning):
    """Typst has set the paper, and says that something in it may look wrong."""


def write_pdf(document: Document, path: Path, *, draw: Draw) -> None:
    """Write the paper. The same document gives the same bytes: no clock goes in."""
    paper = legible(content(document, draw=draw))
    compiled, said = typst.compile_with_warnings(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[fonts.FOLDER],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"paper": json.dumps(paper, ensure_ascii=False)},
    )
    for warning in said:
        warnings.warn(f"{path.name}: {warning.message}", LayoutWarning, stacklevel=2)
    path.write_bytes(with_row_headers(compiled))
