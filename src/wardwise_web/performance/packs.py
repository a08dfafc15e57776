"""Bridge 4: draws an indicator's control chart and sets a pack, by the engine's own renderers.

Charts and packs are to look like the assessment's: the same drawing, page and letters. Nothing
else in this room imports the renderers.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from wardwise.document.pictures import Picture
from wardwise.document.section import Document
from wardwise.domain.boundaries import Boundaries
from wardwise.render.html import write_html
from wardwise.render.pdf import write_pdf
from wardwise.render.pictures import DrawnOnce, draw


SCREEN_MM, PHONE_MM = 160.0, 84.0
HTML, PDF, PLAIN = "pack.html", "pack.pdf", "pack.json"


def chart_svg(picture: Picture, *, width_mm: float = SCREEN_MM) -> str:
    """A chart as SVG to stand inside a page: its title and description are in it."""
    svg = draw(picture, boundaries=None, width_mm=width_mm).svg
    return svg.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)


def write_pack(document: Document, folder: Path, *, plain: str) -> None:
    """The pack as HTML, PDF and plain data; beside, and then put in its place whole."""
    beside = folder.with_name(f".{folder.name}-new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    drawing = DrawnOnce(Boundaries({}))
    write_html(document, beside / HTML, draw=drawing, boundaries=None)
    write_pdf(document, beside / PDF, draw=drawing)
    (beside / PLAIN).write_text(plain, "utf-8")
    beside.rename(folder)


def hashes_of(folder: Path) -> dict[str, str]:
    """SHA-256 of each file."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }
