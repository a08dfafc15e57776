"""Rules of PDF/UA-1 (ISO 14289-1:2014) that a machine can check, by the Matterhorn Protocol 1.1.

Each rule yields a sentence for each breach. No validator is at hand where this is built, so
papers are "built to PDF/UA-1 and checked by these rules", not "validated".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf

from wardwise.render.pdf.row_headers import elements


STANDARD_TYPES = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
    *("NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6"),
    *("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
    *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
}
FONT_FILES = {"/FontFile", "/FontFile2", "/FontFile3"}
Rule = Callable[[pikepdf.Pdf], Iterator[str]]


def breaches(path: Path) -> list[str]:
    """Every breach of every rule."""
    with pikepdf.open(path) as pdf:
        return [f"{rule.__name__}: {found}" for rule in RULES for found in rule(pdf)]


def marked(pdf: pikepdf.Pdf) -> Iterator[str]:
    info = pdf.Root.get("/MarkInfo", {})
    if not info.get("/Marked", False):
        yield "not marked as tagged"
    if info.get("/Suspects", False):
        yield "tags are called suspect"


def identified(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "does not say that it is PDF/UA-1"


def language(pdf: pikepdf.Pdf) -> Iterator[str]:
    if str(pdf.Root.get("/Lang", "")) != "en-GB":
        yield f"language is '{pdf.Root.get('/Lang', '')}'"


def title(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "no title in the metadata"
    if not pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "the window would show the file name"


def known_types(pdf: pikepdf.Pdf) -> Iterator[str]:
    roles = pdf.Root.StructTreeRoot.get("/RoleMap", {})
    for element in elements(pdf):
        name = str(element.S)
        while name not in roles and name[1:] not in STANDARD_TYPES:
            yield f"'{name}' is no standard type and has no role"
            break


def headings_nest(pdf: pikepdf.Pdf) -> Iterator[str]:
    level = 0
    for element in elements(pdf):
        found = re.fullmatch(r"/H([1-6])", str(element.S))
        if found:
            if int(found[1]) > level + 1:
                yield f"H{found[1]} follows H{level}"
            level = int(found[1])
    if level == 0:
        yield "no heading"


def figures_have_alt(pdf: pikepdf.Pdf) -> Iterator[str]:
    for n, element in enumerate(e for e in elements(pdf) if e.S == "/Figure"):
        if not str(element.get("/Alt", "")).strip():
            yield f"figure {n + 1} has no words"


def header_cells_have_scope(pdf: pikepdf.Pdf) -> Iterator[str]:
    for element in elements(pdf):
        if element.S == "/TH" and not _scopes(element):
            yield "a header cell without scope"


def tables_have_headers(pdf: pikepdf.Pdf) -> Iterator[str]:
    for n, table in enumerate(e for e in elements(pdf) if e.S == "/Table"):
        scopes = [s for cell in _below(table) if cell.S == "/TH" for s in _scopes(cell)]
        if "/Column" not in scopes:
            yield f"table {n + 1} has no column headers"
        if "/Row" not in scopes:
            yield f"table {n + 1} has no row headers"
        if "/Caption" not in [str(kid.S) for kid in _below(table)]:
            yield f"table {n + 1} has no caption"


def tab_order(pdf: pikepdf.Pdf) -> Iterator[str]:
    for n, page in enumerate(pdf.pages, start=1):
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield f"page {n}: Tab does not follow the structure"


def links_say_where(pdf: pikepdf.Pdf) -> Iterator[str]:
    for n, page in enumerate(pdf.pages, start=1):
        for note in page.get("/Annots", []):
            if note.Subtype == "/Link" and not str(note.get("/Contents", "")).strip():
                yield f"page {n}: a link without words"
            if "/StructParent" not in note:
                yield f"page {n}: a link outside the structure"


def fonts_embedded(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in (t for t in pdf.objects if isinstance(t, pikepdf.Dictionary)):
        if thing.get("/Type") == "/FontDescriptor" and not FONT_FILES & set(thing.keys()):
            yield f"{thing.FontName} is not embedded"
        if thing.get("/Subtype") == "/Type0" and "/ToUnicode" not in thing:
            yield f"{thing.BaseFont} does not say its letters"


def every_page_is_tagged(pdf: pikepdf.Pdf) -> Iterator[str]:
    for n, page in enumerate(pdf.pages, start=1):
        if "/StructParents" not in page:
            yield f"page {n} is outside the structure"


def no_xfa_or_scripts(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/AcroForm" in pdf.Root or "/OpenAction" in pdf.Root or "/AA" in pdf.Root:
        yield "forms or scripts"


def contents_listed(pdf: pikepdf.Pdf) -> Iterator[str]:
    if len(pdf.pages) > 4 and "/Outlines" not in pdf.Root:
        yield "no bookmarks"


RULES: tuple[Rule, ...] = (
    marked,
    identified,
    language,
    title,
    known_types,
    headings_nest,
    figures_have_alt,
    header_cells_have_scope,
    tables_have_headers,
    tab_order,
    links_say_where,
    fonts_embedded,
    every_page_is_tagged,
    no_xfa_or_scripts,
    contents_listed,
)


def _scopes(cell: pikepdf.Dictionary) -> list[str]:
    given = cell.get("/A", pikepdf.Array())
    listed = list(given) if isinstance(given, pikepdf.Array) else [given]
    return [str(one.Scope) for one in listed if "/Scope" in one]


def _below(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    kids = element.get("/K", pikepdf.Array())
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)
