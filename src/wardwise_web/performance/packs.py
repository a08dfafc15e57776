"""Bridge 4: draws an indicator's control chart and sets a pack, by the engine's own renderers.

Charts and packs are to look like the assessment's: the same drawing, page and letters. Nothing
else in this room imports the renderers.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from wardwise.document.document_json import document_json, read_documents
from wardwise.document.pictures import Picture
from wardwise.document.section import Document
from wardwise.domain.boundaries import Boundaries
from wardwise.render.html import write_html
from wardwise.render.html.figures import DESK_MM, PHONE_MM
from wardwise.render.pdf import write_pdf
from wardwise.render.pictures import DrawnOnce, draw
from wardwise.render.word import write_docx


HTML, PDF, WORD, PLAIN = "pack.html", "pack.pdf", "pack.docx", "pack.json"


def chart_svg(picture: Picture, *, narrow: bool = False) -> str:
    """A chart as SVG to stand inside a page: its title and description are in it."""
    svg = draw(picture, boundaries=None, width_mm=PHONE_MM if narrow else DESK_MM).svg
    return svg.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)


def write_pack(document: Document, folder: Path) -> None:
    """The pack as HTML, PDF, Word and plain data; beside, and then put in its place whole."""
    beside = folder.with_name(f".{folder.name}-new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    _write(document, beside)
    beside.rename(folder)


def _write(document: Document, to: Path) -> None:
    drawing = DrawnOnce(Boundaries({}))
    write_html(document, to / HTML, draw=drawing, boundaries=None)
    write_pdf(document, to / PDF, draw=drawing)
    write_docx(document, to / WORD, draw=drawing)
    (to / PLAIN).write_text(document_json([document]), "utf-8")


def differences_when_made_again(folder: Path, hashes: Mapping[str, str]) -> list[str]:
    """What is not as it was made, and what comes out otherwise from the plain data."""
    now = hashes_of(folder) if folder.is_dir() else {}
    told = [f"{name} is not as it was made." for name in hashes if now.get(name) != hashes[name]]
    if now.get(PLAIN) != hashes[PLAIN]:
        return [*told, "It cannot be made again: its plain data are not as they were."]
    (document,) = read_documents((folder / PLAIN).read_text("utf-8")).values()
    with TemporaryDirectory() as made:
        _write(document, Path(made))
        again = hashes_of(Path(made))
    return told + [f"{name} comes out otherwise." for name in hashes if again[name] != hashes[name]]


def hashes_of(folder: Path) -> dict[str, str]:
    """SHA-256 of each file."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }
