"""Bridge 3: approved words joined to the sections, and rendered by the engine's own writers.

Nothing else in the web application imports the renderers. What is frozen lies in one folder::

    source/document.json, source/outlines.json   as the build wrote them
    words.json                                   the approved words
    document.json, *.html, *.pdf, *.docx         made from those three, and from nothing else

so that it can be made again, to the byte, from what is stored.
"""

from __future__ import annotations

import hashlib
import shutil
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from wardwise.document.document_json import document_json, read_documents
from wardwise.document.joined import Words, joined
from wardwise.document.pictures import Picture
from wardwise.document.section import Document
from wardwise.domain.boundaries import Boundaries
from wardwise.render.html import write_html
from wardwise.render.html.figures import DESK_MM, PHONE_MM
from wardwise.render.html.page import faces
from wardwise.render.outlines_json import read_outlines
from wardwise.render.pdf import write_pdf
from wardwise.render.pictures import DrawnOnce
from wardwise.render.word import write_docx
from wardwise_web.assessments.documents import ASSESSMENT, DOCUMENT, OUTLINES, SUMMARY
from wardwise_web.assessments.words_json import read_words
from wardwise_web.core.permissions.markings import LOWEST


SOURCE, WORDS, PUBLIC = "source", "words.json", "public-summary"
TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def papers_of(source: Path, words: Words) -> dict[str, Document]:
    """The assessment, the summary and the public summary with the own words in them.

    The public summary is made without whatever is marked above the lowest: it is not there.
    """
    held = read_documents((source / DOCUMENT).read_text("utf-8"))
    made = {kind: joined(paper, words) for kind, paper in held.items()}
    short = held.get(SUMMARY)
    if short is not None:
        public = joined(short, words, up_to=LOWEST)
        made[PUBLIC] = replace(public, subtitle="Public summary")
    return made


def outlines_of(source: Path) -> Boundaries:
    """The outlines that the maps are drawn with; none where the run drew none."""
    file = source / OUTLINES
    return read_outlines(file.read_text("utf-8")) if file.is_file() else Boundaries({})


def bring_source(*, build: Path, folder: Path, words: str) -> None:
    """Lay what everything is made from into the folder."""
    source = folder / SOURCE
    source.mkdir(parents=True)
    for name in (DOCUMENT, OUTLINES):
        if (build / name).is_file():
            shutil.copyfile(build / name, source / name)
    (folder / WORDS).write_text(words, "utf-8")


def write_papers(*, folder: Path, to: Path) -> None:
    """Every document, made from the folder's source and words alone."""
    papers = papers_of(folder / SOURCE, read_words((folder / WORDS).read_text("utf-8")))
    outlines = outlines_of(folder / SOURCE)
    drawing = DrawnOnce(outlines)
    kept = [papers[kind] for kind in (ASSESSMENT, SUMMARY) if kind in papers]
    (to / DOCUMENT).write_text(document_json(kept), "utf-8")
    for name, paper in papers.items():
        write_html(paper, to / f"{name}.html", draw=drawing, boundaries=outlines)
        write_pdf(paper, to / f"{name}.pdf", draw=drawing)
    write_docx(papers[ASSESSMENT], to / f"{ASSESSMENT}.docx", draw=drawing)
    if PUBLIC in papers:
        (to / f"{PUBLIC}.json").write_text(document_json([papers[PUBLIC]]), "utf-8")


def hashes_of(folder: Path) -> dict[str, str]:
    """SHA-256 of every file by its name in the folder, what it was made from among them."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences_when_made_again(folder: Path, hashes: Mapping[str, str]) -> list[str]:
    """What differs, is missing or is too many when it is made again; nothing is as it should be."""
    stored = hashes_of(folder)
    needed = [name for name in hashes if name == WORDS or name.startswith(f"{SOURCE}/")]
    if gone := [name for name in needed if name not in stored]:
        return [f"It cannot be made again: what it is made from is not here ({', '.join(gone)})."]
    with TemporaryDirectory() as made:
        again = Path(made)
        shutil.copytree(folder / SOURCE, again / SOURCE)
        shutil.copyfile(folder / WORDS, again / WORDS)
        write_papers(folder=again, to=again)
        now = hashes_of(again)
    told = [f"{name} was altered after it was approved." for name in hashes
            if name in stored and stored[name] != hashes[name]]  # fmt: skip
    told += [f"{name} is missing." for name in hashes if name not in stored]
    told += [f"{name} was added." for name in stored if name not in hashes]
    told += [
        f"{name} comes out otherwise than it was approved."
        for name, hashed in hashes.items()
        if now.get(name) != hashed
    ]
    return told


def public_summary(folder: Path) -> Document:
    """What anybody may read, as it was frozen."""
    (paper,) = read_documents((folder / f"{PUBLIC}.json").read_text("utf-8")).values()
    return paper


def marking_of_papers(folder: Path) -> str:
    """The marking of the frozen assessment: the highest of what it holds."""
    return read_documents((folder / DOCUMENT).read_text("utf-8"))[ASSESSMENT].marking


def picture_svg(picture: Picture, *, source: Path, narrow: bool = False) -> str:
    """One picture of a run, drawn for a page, with its letters: an image sees no page's font."""
    width = PHONE_MM if narrow else DESK_MM
    svg = _drawing(source, _written(source / OUTLINES))(picture, width_mm=width).svg
    head, end, rest = svg.partition(">")
    return f"{head}{end}<style>{faces(extended=False)}</style>{rest}"


def picture_address(picture: Picture, *, source: Path, narrow: bool = False) -> str:
    """The picture as an address that holds it whole."""
    svg = picture_svg(picture, source=source, narrow=narrow)
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _written(file: Path) -> int:
    return file.stat().st_mtime_ns if file.is_file() else 0


@lru_cache(maxsize=3)
def _drawing(source: Path, _written: int) -> DrawnOnce:
    return DrawnOnce(outlines_of(source))


def render_alone(paper: Document, *, form: str) -> bytes:
    """A paper without pictures (a committee report, the annual plan) as HTML, PDF or Word."""
    with TemporaryDirectory() as made:
        to = Path(made) / f"paper.{form}"
        drawing = DrawnOnce(Boundaries({}))
        match form:
            case "html":
                write_html(paper, to, draw=drawing, boundaries=None)
            case "pdf":
                write_pdf(paper, to, draw=drawing)
            case "docx":
                write_docx(paper, to, draw=drawing)
            case _:
                raise ValueError(f"'{form}' is no form of a paper.")
        return to.read_bytes()
