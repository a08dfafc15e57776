"""The whole page, written at once."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wardwise.document.blocks import Finding
from wardwise.document.section import Document
from wardwise.domain.boundaries import Boundaries
from wardwise.render.apostrophes import curly_document
from wardwise.render.html.blocks import Press
from wardwise.render.html.figures import Draw, Studio
from wardwise.render.html.register import entries_of
from wardwise.render.html.spans import markup_of


HERE = Path(__file__).parent
# fonts/: Source Sans 3 by Adobe under the SIL Open Font License 1.1 (LICENSE beside the files),
# in the two cuts for the web as Fontsource 5.3.0 publishes them, unchanged.
# The ranges that the two halves of each cut cover, as their publisher gives them
LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
EXTENDED = "U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+2C60-2C7F"
BEYOND_LATIN = re.compile("[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff]")


def write_html(
    document: Document, path: Path, *, draw: Draw, boundaries: Boundaries | None
) -> None:
    """Write one self-contained file: fonts, style, script and pictures inside it."""
    path.write_text(
        page(document, draw=draw, boundaries=boundaries), encoding="utf-8", newline="\n"
    )


def page(document: Document, *, draw: Draw, boundaries: Boundaries | None) -> str:
    """The page as text. The same document and boundaries give the same bytes."""
    templates, document = _templates(), curly_document(document)
    findings = frozenset(
        block.finding_id
        for section in document.walk()
        for block in section.blocks
        if isinstance(block, Finding)
    )
    press = Press(templates, Studio(draw, boundaries), findings)
    sections = [press.section(section) for section in document.sections]
    figures = [figure for section in document.sections for figure in section.figures]
    template = templates.get_template("page.html")
    html = template.render(
        document=document,
        sections=sections,
        entries=entries_of(figures),
        style=_asset("style.css"),
        script=_asset("page.js"),
    )
    return html.replace("/* fonts */", faces(bool(BEYOND_LATIN.search(html))), 1)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    templates.filters["markup"] = markup_of
    templates.filters["quoted"] = _quoted
    return templates


def _quoted(words: str) -> Markup:
    """Words as a string of CSS; whatever could end the string or the style is written by code."""
    safe = "".join(c if c.isalnum() or c in " -–:,." else f"\\{ord(c):06x}" for c in words)
    return Markup(f'"{safe}"')


@cache
def _asset(name: str) -> Markup:
    return Markup((HERE / "templates" / name).read_text(encoding="utf-8"))


@cache
def faces(extended: bool) -> str:
    """The typeface inside the file; Welsh and other accents only where they occur."""
    halves = [("latin", LATIN), *([("latin-ext", EXTENDED)] if extended else [])]
    return "\n".join(
        _face(half, covered, weight) for half, covered in halves for weight in (400, 600)
    )


def _face(half: str, covered: str, weight: int) -> str:
    data = (HERE / "fonts" / f"source-sans-3-{half}-{weight}-normal.woff2").read_bytes()
    return (
        f"@font-face{{font-family:'Source Sans 3';font-weight:{weight};font-display:swap;"
        f"unicode-range:{covered};"
        f"src:url(data:font/woff2;base64,{b64encode(data).decode()}) format('woff2')}}"
    )
