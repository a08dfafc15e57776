"""A document to a tagged PDF, built to PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import json
from pathlib import Path

import typst

from wardwise.document.section import Document
from wardwise.render import fonts
from wardwise.render.drawing import Draw
from wardwise.render.pdf.content import content
from wardwise.render.pdf.legible import legible
from wardwise.render.pdf.row_headers import with_row_headers


TEMPLATE = Path(__file__).parent / "paper.typ"


def write_pdf(document: Document, path: Path, *, draw: Draw) -> None:
    """Write the paper. The same document gives the same bytes: no date goes in."""
    paper = legible(content(document, draw=draw))
    compiled = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[fonts.FOLDER],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"paper": json.dumps(paper, ensure_ascii=False)},
    )
    path.write_bytes(with_row_headers(compiled))
